import { expect, test } from 'vitest'
import { COURSE_FILE, COURSE_HEAD, type Files, ITEMS_FILE, MINIMAL, MODULE_FILE, MODULE_HEAD, SINGLE } from '../fixtures/course-folder.server.ts'
import { type Case, judge } from '../fixtures/judge.server.ts'

const EN_ITEMS = ITEMS_FILE.replace('.de.', '.en.')
const EN_MODULE = MODULE_FILE.replace('.de.', '.en.')
const EN_COURSE = COURSE_FILE.replace('.de.', '.en.')
const english = (files: Files): Files => ({ [EN_COURSE]: MINIMAL[COURSE_FILE], [EN_MODULE]: MINIMAL[MODULE_FILE], [EN_ITEMS]: MINIMAL[ITEMS_FILE], ...files })

const CASES: readonly Case[] = [
  ['two languages that agree', english({})],
  ['a translation under way', english({ [EN_MODULE]: undefined, [EN_ITEMS]: undefined }), `${COURSE_FILE}:1:1 language-incomplete`],
  [
    'another course id',
    english({ [COURSE_FILE.replace('.de.', '.en.')]: COURSE_HEAD.replace('id: erster-kurs', 'id: first') }),
    `${COURSE_FILE.replace('.de.', '.en.')}:2:5 language-structure`,
  ],
  ['another module id', english({ [EN_MODULE]: `${MINIMAL[MODULE_FILE]}`.replace('id: erstes-modul', 'id: first') }), `${EN_MODULE}:2:5 language-structure`],
  ['another outline', english({ [EN_MODULE]: `${MODULE_HEAD}\n<Item id="frage-1" />\n` }), `${EN_MODULE}:1:1 language-structure`],
  [
    'another key',
    english({ [EN_ITEMS]: `items:\n${SINGLE.replace('correct: true, ', '').replace('text: Das,', 'text: Das, correct: true,')}` }),
    `${EN_ITEMS}:7:9 language-structure`,
  ],
  ['other option ids', english({ [EN_ITEMS]: `items:\n${SINGLE.replace('id: b', 'id: c')}` }), `${EN_ITEMS}:8:15 language-structure`],
  [
    'another kind',
    english({ [EN_ITEMS]: `items:\n  - { kind: reflection, id: frage-1, competences: [K1], prompt: x }\n` }),
    `${EN_ITEMS}:2:13 language-structure`,
  ],
  [
    'a missing item',
    english({ [EN_ITEMS]: `items: []\n`, [EN_MODULE]: `${MODULE_HEAD}\n## Anfang\n\nText.\n` }),
    `${EN_ITEMS}:1:1 language-structure`,
    `${EN_MODULE}:1:1 language-structure`,
    `${EN_MODULE}:1:1 language-structure`,
  ],
]

test.each(CASES.map(([what, files, ...expected]) => ({ what, files, expected })))('$what is judged at its place', async ({ files, expected }) => {
  const { places, isJust } = await judge(files)
  expect(places).toEqual([...expected].sort())
  expect(isJust).toBe(true)
  expect('pwned' in globalThis).toBe(false)
})
