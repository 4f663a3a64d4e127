import { expect, test } from 'vitest'
import { everyTag, outlineOf, readPdf } from '#tests/support/read-pdf.ts'
import { writeDocument } from './document.server.ts'
import type { DocumentFacts, Paper } from './paper.ts'

const FACTS: DocumentFacts = { title: 'Merkblatt', lang: 'de', created_at: '2026-11-20T10:00:00.000Z' }
const write = async (draw: (paper: Paper) => void, facts: Partial<DocumentFacts> = {}) => readPdf(await writeDocument({ ...FACTS, ...facts }, draw))

/** One of everything. */
const everything = (paper: Paper) => {
  paper.decoration({ width: 40, height: 10, shown: 'column', draw: (pen) => pen.rectangle(0, 0, 40, 10, 'pale') })
  paper.heading(1, 'Vor dem Gespräch')
  paper.paragraph(['Lesen Sie ', { text: '„Fair auch beim Nein“', strong: true }, ' und den ', { text: 'counter', lang: 'en' }, '.'])
  paper.columns([
    (left) => {
      left.heading(2, 'Links')
      left.list(['eins', 'zwei'])
    },
    (right) => {
      right.heading(2, 'Rechts')
      right.list(['erst', 'dann'], { marker: 'number' })
    },
  ])
  paper.rule()
  paper.panel((inside) => {
    inside.heading(2, 'Merken')
    inside.list(['abhaken'], { marker: 'tick' })
    inside.facts([
      { label: 'Stand', value: '2026' },
      { label: 'Kurs', value: '1' },
    ])
  })
  paper.figure('Ein Quadrat', { width: 10, height: 10, draw: (pen) => pen.rectangle(0, 0, 10, 10, 'ink') })
  paper.paragraph(['Mehr unter ', { text: 'https://lernen.example.de/', href: 'https://lernen.example.de/' }])
}

test('tags follow the order of writing, column after column', async () => {
  const { root } = await write(everything)
  expect(outlineOf(root).split('\n')).toEqual([
    'Document',
    '  H1 Vor dem Gespräch',
    '  P',
    '    Span counter',
    '  H2 Links',
    '  L',
    '    LI',
    '      Lbl •',
    '      LBody eins',
    '    LI',
    '      Lbl •',
    '      LBody zwei',
    '  H2 Rechts',
    '  L',
    '    LI',
    '      Lbl 1.',
    '      LBody erst',
    '    LI',
    '      Lbl 2.',
    '      LBody dann',
    '  H2 Merken',
    '  L',
    '    LI',
    '      Lbl ☐',
    '      LBody abhaken',
    '  L',
    '    LI',
    '      Lbl Stand',
    '      LBody 2026',
    '    LI',
    '      Lbl Kurs',
    '      LBody 1',
    '  Figure (Ein Quadrat)',
    '  P',
    '    Link https://lernen.example.de/',
  ])
  expect(root.tags[1]?.text).toBe('Lesen Sie „Fair auch beim Nein“ und den counter.')
  expect(everyTag(root).find(({ tag }) => tag === 'Link')?.links).toEqual(['https://lernen.example.de/'])
  expect(everyTag(root).find(({ tag }) => tag === 'Span')?.lang).toBe('en')
})

test('what PDF/UA asks for: language, title, marks, embedded letters, nothing drawn without a tag or a mark', async () => {
  const read = await write(everything, { footer: 'Wegbereiter' })
  expect(read).toMatchObject({
    title: 'Merkblatt',
    lang: 'de-DE',
    ua: '1',
    marked: true,
    showsTitle: true,
    foreignFonts: [],
    untagged: [],
    missingLetters: 0,
  })
  expect(read.artifacts).toEqual(['Layout', 'Layout', 'Layout', 'Pagination'])
  for (const { tag, alt, attributes } of everyTag(read.root)) {
    if (tag === 'Figure') expect([alt, attributes['BBox']]).toEqual(['Ein Quadrat', expect.any(Array)])
    if (tag === 'L') expect(attributes['ListNumbering']).toBeDefined()
  }
})

test('the same facts and drawing give the same bytes, others do not', async () => {
  const [one, other] = [await writeDocument(FACTS, everything), await writeDocument(FACTS, everything)]
  expect(one.equals(other)).toBe(true)
  expect(one.equals(await writeDocument({ ...FACTS, created_at: '2026-11-20T10:00:01.000Z' }, everything))).toBe(false)
})

test('letters of all names in Latin, Greek and Cyrillic are printed; others keep what they stand for', async () => {
  const names = 'Elif Şahin, Đỗ Thị Phượng, Łukasz Żółć, Gjøa Þórðardóttir, Ñandú, Αλέξης, Оксана, Ẽ\u0306'
  const plain = await write((paper) => paper.paragraph(names))
  expect(plain.root.text).toBe(names.normalize('NFC'))
  const strange = await write((paper) => paper.paragraph('Lin 林 und עמר'))
  expect(strange.missingLetters).toBe(0)
  expect(strange.root.text).toBe('Lin 林 und עמר')
  expect(everyTag(strange.root).filter(({ tag }) => tag === 'Span')).toMatchObject([{ actual: '林' }, { actual: 'עמר' }])
})

test('marks of direction, control characters and lone surrogates neither break a document nor stay in it', async () => {
  const read = await write((paper) => paper.paragraph('a\u202Eb\u0007c\u00ADd\uD800e\ne'))
  expect(read.root.text).toBe('abcde e')
})

test('what does not fit goes on on further pages, with its tags', async () => {
  const long = 'Ein langer Satz über das Warten. '.repeat(300)
  const read = await write(
    (paper) => {
      paper.heading(1, 'Lang')
      paper.paragraph([long, { text: 'Ende '.repeat(200), href: 'https://lernen.example.de/' }])
      paper.list([long, 'kurz'])
    },
    { footer: 'Fuß' },
  )
  expect(read.pages).toBeGreaterThan(3)
  expect(read).toMatchObject({ untagged: [], missingLetters: 0 })
  const document = read.root
  expect(document.tags.map(({ tag }) => tag)).toEqual(['H1', 'P', 'L'])
  expect(document.tags[1]?.text === `${long}${'Ende '.repeat(200)}`).toBe(true)
  expect(document.tags[2]?.tags.map(({ text }) => text === `•${long}` || text === '•kurz')).toEqual([true, true])
  expect(read.artifacts.filter((kind) => kind === 'Pagination')).toHaveLength(read.pages)
})

test('one page is one page: type is reduced until it fits, and nothing is lost where even that is not enough', async () => {
  const draw = (paragraphs: number) => (paper: Paper) => {
    for (let index = 0; index < paragraphs; index += 1) paper.paragraph(`Absatz ${index}: ${'Wörter und Wörter '.repeat(12)}`)
  }
  expect((await write(draw(20))).pages).toBe(2)
  expect((await write(draw(20), { one_page: true })).pages).toBe(1)
  const much = await write(draw(60), { one_page: true })
  expect(much.pages).toBeGreaterThan(1)
  expect(much.root.tags).toHaveLength(60)
})

test('a word that is wider than its line is divided, and none is lost', async () => {
  const word = 'Aufenthaltserlaubnisverlängerungsantragsbearbeitungszeitraum'.repeat(4)
  const read = await write((paper) => paper.columns([(left) => left.paragraph(word), (right) => right.paragraph('x')]))
  expect(read.root.text).toBe(`${word}x`)
})
