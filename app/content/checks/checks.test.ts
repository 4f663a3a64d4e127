import { expect, test } from 'vitest'
import { COURSE_FILE, COURSE_HEAD, compileWith, ITEMS_FILE, MINIMAL, MODULE_FILE, MODULE_HEAD, SINGLE } from '../fixtures/course-folder.server.ts'
import { type Case, inItems, inModule, judge, moduleWith } from '../fixtures/judge.server.ts'

const CASES: readonly Case[] = [
  ['a faultless course', {}],
  // The heads of files
  ['a file without head', { [COURSE_FILE]: 'Text.\n' }, `${COURSE_FILE}:1:1 front-matter-missing`],
  ['a head without end', { [COURSE_FILE]: '---\nid: x\n' }, `${COURSE_FILE}:1:1 front-matter-open`],
  ['a head of program code', { [COURSE_FILE]: '---js\n{ id: (globalThis.pwned = true) }\n---\nText.\n' }, `${COURSE_FILE}:1:4 front-matter-engine`],
  ['a head of JSON', { [COURSE_FILE]: '---json\n{}\n---\nText.\n' }, `${COURSE_FILE}:1:4 front-matter-engine`],
  ['a misspelt entry', { [COURSE_FILE]: COURSE_HEAD.replace('summary:', 'sumary:') }, `${COURSE_FILE}:2:1 key-missing`, `${COURSE_FILE}:4:1 key-unknown`],
  ['a number as text', { [COURSE_FILE]: COURSE_HEAD.replace('minutes: 2', "minutes: '2'") }, `${COURSE_FILE}:5:10 value-type`],
  ['an unknown role profile', { [COURSE_FILE]: COURSE_HEAD.replace('case_work', 'casework') }, `${COURSE_FILE}:7:12 value-choice`],
  ['an unknown competence', { [COURSE_FILE]: COURSE_HEAD.replace('[K1]', '[K1, K9]') }, `${COURSE_FILE}:6:19 competence-unknown`],
  ['a day that does not exist', { [COURSE_FILE]: COURSE_HEAD.replace('2026-05-04', '2026-02-30') }, `${COURSE_FILE}:8:15 value-format`],
  ['an empty title', { [COURSE_FILE]: COURSE_HEAD.replace('Erster Kurs', "' '") }, `${COURSE_FILE}:3:8 value-short`],
  ['an id with capitals', { [COURSE_FILE]: COURSE_HEAD.replace('id: erster-kurs', 'id: Erster') }, `${COURSE_FILE}:2:5 value-format`],
  ['YAML that is none', { [COURSE_FILE]: COURSE_HEAD.replace('Worum es geht.', 'Worum: es: geht') }, `${COURSE_FILE}:4:10 yaml-syntax`],
  ['an entry twice', { [COURSE_FILE]: COURSE_HEAD.replace('minutes: 2', 'minutes: 2\nminutes: 3') }, `${COURSE_FILE}:6:1 yaml-syntax`],
  ['a YAML anchor', { [COURSE_FILE]: COURSE_HEAD.replace('title: Erster', 'title: &a Erster') }, `${COURSE_FILE}:3:11 yaml-anchor`],
  ['a YAML type of its own', { [COURSE_FILE]: COURSE_HEAD.replace('title: Erster', 'title: !!js/function Erster') }, `${COURSE_FILE}:3:8 yaml-syntax`],
  ['a prototype as key', { [COURSE_FILE]: COURSE_HEAD.replace('minutes: 2', 'minutes: 2\n__proto__: { x: 1 }') }, `${COURSE_FILE}:6:1 key-unknown`],
  ['a file that is no UTF-8', { [COURSE_FILE]: new Uint8Array([0x2d, 0xff, 0xfe]) }, `${COURSE_FILE}:1:1 file-unreadable`],
  ['a file that is too large', { [MODULE_FILE]: moduleWith('x'.repeat(101 * 1024)) }, `${MODULE_FILE}:1:1 file-too-large`],
  [
    'a review before publication',
    { [COURSE_FILE]: COURSE_HEAD.replace('2027-12-31', '2026-01-01') },
    `${COURSE_FILE}:9:12 date-order`,
    `${COURSE_FILE}:9:12 review-overdue`,
  ],
  // Folders
  ['a folder without number', { 'kurs/course.de.mdx': 'x' }, 'kurs:1:1 folder-name'],
  [
    'a module number twice',
    { '01-erster-kurs/01-zweites/module.de.mdx': MODULE_HEAD.replace('erstes-modul', 'zweites') },
    `${COURSE_FILE}:5:10 course-minutes`,
    '01-erster-kurs/01-zweites:1:1 folder-number',
  ],
  [
    'a module named like a page',
    { '01-erster-kurs/02-completion/module.de.mdx': MODULE_HEAD.replace('erstes-modul', 'zweites') },
    '01-erster-kurs/02-completion:1:1 folder-reserved',
    `${COURSE_FILE}:5:10 course-minutes`,
  ],
  ['a course without modules', { [MODULE_FILE]: undefined, [ITEMS_FILE]: undefined }, '01-erster-kurs/01-erstes-modul:1:1 course-file-missing'],
  ['a module folder without text', { '01-erster-kurs/02-leer/notiz.md': 'x' }, '01-erster-kurs/02-leer:1:1 course-file-missing'],
  ['a course without introduction', { [COURSE_FILE]: undefined }, '01-erster-kurs:1:1 course-file-missing'],
  ['a stray file', { '01-erster-kurs/modul.mdx': 'x' }, '01-erster-kurs/modul.mdx:1:1 file-unknown'],
  ['a figure that nobody shows', { '01-erster-kurs/bild.svg': '<svg></svg>' }, '01-erster-kurs/bild.svg:1:1 figure-unused'],
  ['an item in the introduction', { [COURSE_FILE]: `${COURSE_HEAD}\n<Item id="frage-1" />\n` }, `${COURSE_FILE}:14:1 item-in-course`],
  ['a course id twice', { '02-kopie/course.de.mdx': COURSE_HEAD, '02-kopie/01-m/module.de.mdx': MODULE_HEAD }, '02-kopie/course.de.mdx:2:5 duplicate-id'],
  [
    'a module id twice',
    { '01-erster-kurs/02-zweites/module.de.mdx': MODULE_HEAD },
    '01-erster-kurs/02-zweites/module.de.mdx:2:5 duplicate-id',
    `${COURSE_FILE}:5:10 course-minutes`,
  ],
  // Links, terms, dates, words
  ['a link to no course', { [MODULE_FILE]: moduleWith('[x](/courses/zweiter)') }, inModule(1, 1, 'link-broken')],
  ['a link to no module', { [MODULE_FILE]: moduleWith('[x](/courses/erster-kurs/zweites)') }, inModule(1, 1, 'link-broken')],
  ['a link to no place on the page', { [MODULE_FILE]: moduleWith('[x](#fehlt)') }, inModule(1, 1, 'link-broken')],
  [
    'links that lead somewhere',
    {
      [MODULE_FILE]: moduleWith(
        '## Hier\n\n[x](#hier) [y](#item-frage-1) [z](/courses/erster-kurs/erstes-modul#hier) [k](/courses/erster-kurs) [l](/courses) [h](/help) [i](/courses/erster-kurs/erstes-modul/items/frage-1)',
      ),
    },
  ],
  [
    'a term that is not in the glossary',
    { [MODULE_FILE]: moduleWith('Ein <Term id="wort">Wort</Term>.'), 'glossary.de.yaml': '[]\n' },
    inModule(1, 5, 'term-unknown'),
  ],
  [
    'a term of the glossary',
    { [MODULE_FILE]: moduleWith('Ein <Term id="wort">Wort</Term>.'), 'glossary.de.yaml': '- { id: wort, term: Wort, definition: Ein Wort. }\n' },
  ],
  [
    'a glossary with a term twice',
    { 'glossary.de.yaml': '- { id: wort, term: Wort, definition: A. }\n- { id: wort, term: Wort, definition: B. }\n' },
    'glossary.de.yaml:2:9 duplicate-id',
  ],
  ['a faulty entry of the glossary', { 'glossary.de.yaml': '- { id: wort, term: Wort }\n' }, 'glossary.de.yaml:1:3 key-missing'],
  [
    'an overdue review',
    { [MODULE_FILE]: moduleWith('<Stand date="2026-01-01" review="2026-11-21" status="press">x</Stand>') },
    inModule(1, 1, 'review-overdue'),
  ],
  [
    'a review that is due soon',
    { [MODULE_FILE]: moduleWith('<LegalReference norm="§ 1" stand="2026-01" review="2026-11">x</LegalReference>') },
    inModule(1, 1, 'review-soon'),
  ],
  ['a review far ahead', { [MODULE_FILE]: moduleWith('<LegalReference norm="§ 1" stand="2026-01" review="2027-02">x</LegalReference>') }],
  ['a long sentence', { [MODULE_FILE]: moduleWith(`Kurz.\nZweite Zeile. ${'Wort '.repeat(31)}Ende.`) }, inModule(2, 15, 'sentence-long')],
  ['a long sentence in a quotation', { [MODULE_FILE]: moduleWith(`<Quote source="x">\n${'Wort '.repeat(31)}Ende.\n</Quote>`) }],
  [
    'a long sentence in an item',
    { [ITEMS_FILE]: `items:\n${SINGLE.replace('Was gilt?', `|\n      Kurz.\n      ${'wort '.repeat(31)}Ende?`)}` },
    inItems(6, 1, 'sentence-long'),
  ],
  ['culture as cause', { [MODULE_FILE]: moduleWith('Das ist in ihrer Kultur so.') }, inModule(1, 1, 'culture-as-cause')],
  ['a group with a trait', { [MODULE_FILE]: moduleWith('Das ist typisch für arabische Familien.') }, inModule(1, 1, 'typical-for-group')],
  ['people as others', { [MODULE_FILE]: moduleWith('Diese Leute warten.') }, inModule(1, 1, 'these-people')],
  ['mentality', { [MODULE_FILE]: moduleWith('Eine andere Mentalität.') }, inModule(1, 1, 'mentality-word')],
  [
    'harmless neighbours of the patterns',
    { [MODULE_FILE]: moduleWith('Typisch für Arbeit mit knapper Zeit. Diese Menschen warten. Die Kultur der Behörde ändert sich.') },
  ],
  [
    'a justified wording in an item',
    { [ITEMS_FILE]: `items:\n${SINGLE.replace('    prompt: Was gilt?', "    comment: 'begründet: wird widerlegt'\n    prompt: In ihrer Kultur ist das so?")}` },
  ],
  [
    'an unjustified wording in an item',
    { [ITEMS_FILE]: `items:\n${SINGLE.replace('Was gilt?', 'In ihrer Kultur ist das so?')}` },
    inItems(5, 13, 'culture-as-cause'),
  ],
  [
    'a justified wording in a module',
    { [MODULE_FILE]: moduleWith('Eine andere Mentalität.').replace('justified:', 'justified:\n  - { code: mentality-word, reason: wird widerlegt }') },
  ],
  [
    'a justification that nobody needs',
    { [MODULE_FILE]: moduleWith('Text.').replace('justified:', 'justified:\n  - { code: mentality-word, reason: x }') },
    `${MODULE_FILE}:7:5 justified-unused`,
  ],
  [
    'minutes that are far off',
    {
      [MODULE_FILE]: moduleWith('Text.')
        .replace(/justified:\n.*\n/, '')
        .replace('minutes: 2', 'minutes: 9'),
      [COURSE_FILE]: COURSE_HEAD.replace('minutes: 2', 'minutes: 9'),
    },
    `${MODULE_FILE}:5:10 module-minutes`,
  ],
  [
    'a course whose modules add up to something else',
    { [COURSE_FILE]: COURSE_HEAD.replace('minutes: 2', 'minutes: 20') },
    `${COURSE_FILE}:5:10 course-minutes`,
  ],
]

test.each(CASES.map(([what, files, ...expected]) => ({ what, files, expected })))('$what is judged at its place', async ({ files, expected }) => {
  const { places, isJust } = await judge(files)
  expect(places).toEqual([...expected].sort())
  expect(isJust).toBe(true)
  expect('pwned' in globalThis).toBe(false)
})

test('one broken course leaves the others publishable', async () => {
  const second = Object.fromEntries(
    Object.entries(MINIMAL).map(([path, text]) => [path.replace('01-erster-kurs', '02-zweiter'), `${text}`.replace('id: erster-kurs', 'id: zweiter')]),
  )
  const compiled = await compileWith({ ...second, [MODULE_FILE]: moduleWith('<div>') })
  expect([...compiled.publishable]).toEqual(['02-zweiter'])
})
