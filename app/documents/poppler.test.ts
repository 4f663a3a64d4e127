/** Our documents as another program reads them: Poppler, which is behind the viewers of most Linux desktops. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentOf } from '#app/domain/certificate/certificate.ts'
import { aCourse, aModule } from '#tests/support/course.ts'
import { writeCertificate } from './certificate-paper.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'wegbereiter-pdf-'))
const file = join(folder, 'nachweis.pdf')
const ADDRESS = 'https://lernen.auental.example/verify/7KQ4-92MX-ABCD'

beforeAll(async () => {
  const text = { title: 'Fair auch beim Nein', summary: '', objectives: [], body: [] }
  const course = aCourse([aModule('Vier Elemente fairer Verfahren', [])], { text: { de: text }, competences: ['K4'] })
  const paper = {
    course_id: course.id,
    code: '7KQ4-92MX-ABCD',
    holder_name: 'Agnieszka Żółkiewska',
    authority_name: 'Ausländerbehörde Landkreis Auental',
    content: contentOf(course),
    completed_on: '2026-11-20',
    valid_until: '2029-11-20',
    issued_at: '2026-11-20T09:00:00.000Z',
  }
  writeFileSync(file, await writeCertificate(paper, 'de', ADDRESS))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What one of Poppler's programs says about the certificate. */
const poppler = (program: 'pdfinfo' | 'pdffonts' | 'pdftotext', ...args: readonly string[]): string => {
  try {
    return execFileSync(program, [...args, file, ...(program === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } })
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT')
      throw new Error(`${program} is missing. Install Poppler (Debian: apt-get install poppler-utils; macOS: brew install poppler).`)
    throw failure
  }
}

test('pdfinfo calls the certificate a tagged document of one A4 page with a title', () => {
  const info = poppler('pdfinfo')
  for (const line of [
    /^Title: +Teilnahmenachweis: Fair auch beim Nein, Agnieszka Żółkiewska$/m,
    /^Author: +Ausländerbehörde Landkreis Auental$/m,
    /^CreationDate: +Fri Nov 20 09:00:00 2026 UTC$/m,
    /^Tagged: +yes$/m,
    /^Suspects: +no$/m,
    /^Pages: +1$/m,
    /^Page size: .*A4/m,
    /^PDF version: +1\.7$/m,
  ])
    expect(info).toMatch(line)
})

test('pdfinfo -struct-text shows the tree in reading order', () => {
  const lines = poppler('pdfinfo', '-struct-text')
    .split('\n')
    .map((line) => line.trimEnd())
  expect(
    lines
      .filter((line) => /^ *"?[A-Z][A-Za-z0-9]*"? \((block|inline)\):?$|^ *(Document|Figure:?)$/.test(line))
      .map((line) => line.trim().replace(/[ :].*/, '')),
  ).toEqual([
    'Document',
    'P',
    'H1',
    'P',
    'P',
    'H2',
    ...['L', 'LI', 'Lbl', 'LBody'],
    'H2',
    ...['L', 'LI', 'Lbl', 'LBody'],
    ...['L', 'LI', 'Lbl', 'LBody', 'LI', 'Lbl', 'LBody'],
    'Figure',
    'P',
    'Link',
    'P',
    'P',
  ])
  for (const words of ['"Agnieszka Żółkiewska"', '"Teilnahmenachweis"', '"7KQ4-92MX-ABCD"', `"${ADDRESS}"`])
    expect(lines.map((line) => line.trim())).toContain(words)
})

test('pdffonts finds every typeface embedded, with its letters mapped for copying', () => {
  const [, , ...fonts] = poppler('pdffonts').trim().split('\n')
  expect(fonts).toHaveLength(2)
  for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+FiraSans-(Regular|SemiBold) +CID TrueType +Identity-H +yes yes yes/)
})

test('pdftotext copies the words with their letters', () => {
  const text = poppler('pdftotext', '-layout')
  for (const words of ['Agnieszka Żółkiewska', 'hat den Kurs „Fair auch beim Nein“ im Umfang von', '20.11.2029', ADDRESS]) expect(text).toContain(words)
})
