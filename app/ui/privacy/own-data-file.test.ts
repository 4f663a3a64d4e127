import { createHash } from 'node:crypto'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { type OwnPart, OWN_TABLES, type OwnRow, type OwnTable, whereabouts } from '#app/domain/privacy/own-data.ts'
import { formatterFor, type Language, translatorFor } from '#app/i18n/translate.ts'
import { FILE_STYLE, filePolicy, ownDataHtml } from './own-data-html.ts'
import { ownDataJson } from './own-data-json.ts'

const NOW = '2026-11-22T09:30:00.000Z'
const NASTY = `</td></table><script>alert(1)</script>"'&amp; שלום 👩🏽‍⚖️ \u0000 ${'\ud800'}`
const POLICY = filePolicy(createHash('sha256').update(FILE_STYLE).digest('base64'))
const head = (language: Language) => ({
  created_at: NOW,
  language,
  name: 'Mirjam "M" <Kessler>',
  authority: 'Ausländerbehörde Auental',
  contact: 'kontakt@auental.example',
})
const wordsIn = (language: Language) => ({
  t: translatorFor(language),
  format: formatterFor(language),
  courseTitle: (id: string) => (id === 'course-1' ? '1 Willkommen' : undefined),
  moduleTitle: (course: string, id: string) => (course === 'course-1' && id === 'm1' ? 'Ankommen' : undefined),
})

/** As the domain gives them: every table at least once; `filled` in pieces. */
async function* partsWith(filled: Partial<Record<OwnTable, readonly (readonly OwnRow[])[]>>): AsyncGenerator<OwnPart, void> {
  for (const table of OWN_TABLES) for (const rows of filled[table] ?? [[]]) yield { table, why: 'about', rows }
  for (const table of OWN_TABLES) if ('acted' in whereabouts[table]) yield { table, why: 'acted', rows: table === 'invitation' ? [{ created_at: NOW }] : [] }
}
const textOf = async (pieces: AsyncIterable<string>) => {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
const data: Partial<Record<OwnTable, readonly (readonly OwnRow[])[]>> = {
  person: [
    [
      {
        email: 'a@b.example',
        given_name: NASTY,
        family_name: 'Kessler',
        org_unit: 'Team',
        role_profile: 'case_work',
        language: null,
        theme: 'dark',
        deactivated_at: null,
        created_at: NOW,
      },
    ],
  ],
  response: [
    [
      {
        course: 'course-1',
        module: 'm1',
        item: 'i1',
        item_version: 'v1',
        answer: { kind: 'gap', texts: { a: NASTY, b: '' }, sure: true, list: ['x', 'y'] },
        answered_at: NOW,
      },
    ],
  ],
  reflection: [
    [{ course: 'gone', module: 'm1', item: 'i1', text: 'eins', saved_at: NOW }],
    [{ course: 'gone', module: 'm1', item: 'i2', text: 'zwei', saved_at: NOW }],
    [],
  ],
  course_state: [[{ course: 'course-1', transfer_status: 'tried', completed_at: null, started_at: NOW }]],
  audit_entry: [[{ actor: null, verb: 'person_status_viewed', subject_kind: 'person', subject: 'x', detail: {}, reason: null, occurred_at: NOW }]],
}

test.each(['de', 'en'] as const)('the file to read is a valid, accessible document in the reader’s language (%s)', async (language) => {
  const html = await textOf(ownDataHtml(partsWith(data), head(language), wordsIn(language), POLICY))
  const report = await new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: { 'no-inline-style': 'off', 'long-title': 'off', 'require-sri': 'off', 'doctype-style': 'off' },
  }).validateString(html)
  expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`))).toEqual([])
  expect(html).toContain(`<html lang="${language}">`)
  expect(html.match(/<h1>/g)).toHaveLength(1)
  expect(html.match(/<h3 /g)).toHaveLength(OWN_TABLES.length + 2)
  expect(html).toContain(language === 'de' ? '<th scope="col">Antwort</th>' : '<th scope="col">Answer</th>')
  expect(html).toContain(language === 'de' ? 'Sachbearbeitung' : 'Case work')
  expect(html).toContain('<td dir="auto">1 Willkommen</td><td dir="auto">Ankommen</td>')
  expect(html).toContain(language === 'de' ? 'versucht' : 'tried')
  expect(html).toContain(language === 'de' ? 'Das Programm' : 'The program')
  const german = /Nachweise|Antworten|Sicherungen|Aufbewahrung|Keine Einträge/
  if (language === 'en') expect(html).not.toMatch(german)
  else expect(html).toMatch(german)
})

test('whatever was typed stays text, and nothing in the file can run or load', async () => {
  const html = await textOf(ownDataHtml(partsWith(data), head('de'), wordsIn('de'), POLICY))
  expect(html).not.toMatch(/<script|<img|<link|<iframe|<object|\son\w+=|javascript:/i)
  expect(html).not.toMatch(/\s(src|href)="(?!#)/)
  expect(html.split('&lt;/td&gt;&lt;/table&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp; שלום 👩🏽‍⚖️')).toHaveLength(3)
  expect(html).toContain('für Mirjam &quot;M&quot; &lt;Kessler&gt;')
  expect(html.match(/<style>(.*?)<\/style>/s)?.[1]).toBe(FILE_STYLE)
  expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="${POLICY.replaceAll("'", '&#39;')}">`)
})

test('a table that comes in pieces is one table', async () => {
  const html = await textOf(ownDataHtml(partsWith(data), head('de'), wordsIn('de'), POLICY))
  expect(html.match(/<table aria-labelledby="about-reflection">/g)).toHaveLength(1)
  expect(html).toMatch(/eins<\/td>.*\n<tr>.*zwei<\/td>/)
  const json = JSON.parse(await textOf(ownDataJson(partsWith(data), head('de'), translatorFor('de')))) as {
    data: { table: string; rows: unknown[] }[]
    own_acts: unknown[]
    complete: boolean
  }
  expect(json.data.map(({ table }) => table)).toEqual(OWN_TABLES)
  expect(json.data.find(({ table }) => table === 'reflection')?.rows).toEqual(data.reflection?.flat())
  expect(json.data.find(({ table }) => table === 'person')?.rows).toEqual(data.person?.flat())
  expect(json).toMatchObject({
    own_acts: [
      { table: 'invitation', rows: [{ created_at: NOW }] },
      { table: 'audit_entry', rows: [] },
    ],
    complete: true,
  })
})

test('every table and every value name has its words in both languages, and purpose and retention stand in the JSON', async () => {
  for (const language of ['de', 'en'] as const) {
    const json = await textOf(ownDataJson(partsWith({}), head(language), translatorFor(language)))
    const parsed = JSON.parse(json) as { data: Readonly<Record<string, string>>[] }
    for (const { title, purpose, kept } of parsed.data) for (const text of [title, purpose, kept]) expect(text).toMatch(/\w{3}/)
    expect(json).not.toMatch(/privacy\./)
  }
})
