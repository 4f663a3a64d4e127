import { expect, test } from 'vitest'
import { COURSE_FILE, type Files, ITEMS_FILE, MODULE_FILE, MODULE_HEAD, SINGLE } from '../fixtures/course-folder.server.ts'
import { type Case, inItems, inModule, judge, moduleWith } from '../fixtures/judge.server.ts'

const items = (text: string): Files => ({ [ITEMS_FILE]: `items:\n${text}`, [MODULE_FILE]: moduleWith('Text.') })
const head = '    id: frage-1\n    competences: [K1]\n'
const dialogue = (nodes: string, endings = '      - { id: e1, outcome: good, title: Ende, feedback: Gut. }\n', start = 'n1') =>
  items(`  - kind: dialogue\n${head}    title: T\n    role: R\n    counterpart: C\n    start: ${start}\n    nodes:\n${nodes}    endings:\n${endings}`)
const node = (id: string, ...choices: readonly string[]) =>
  `      - id: ${id}\n        says: Hallo.\n        choices:\n${choices.map((choice) => `          - { ${choice} }\n`).join('')}`
const choice = (id: string, next: string, points: number, more = '') => `id: ${id}, text: x, next: ${next}, points: { K1: ${points} }${more}`

const CASES: readonly Case[] = [
  ['an item id twice', { [ITEMS_FILE]: `items:\n${SINGLE}${SINGLE}` }, inItems(10, 9, 'duplicate-id')],
  [
    'an item id twice in a course',
    {
      '01-erster-kurs/02-zweites/module.de.mdx': `${MODULE_HEAD.replace('erstes-modul', 'zweites')}\n<Item id="frage-1" />\n`,
      '01-erster-kurs/02-zweites/items.de.yaml': `items:\n${SINGLE}`,
    },
    '01-erster-kurs/02-zweites/items.de.yaml:3:9 duplicate-id',
    `${COURSE_FILE}:5:10 course-minutes`,
  ],
  ['an item that is not placed', { [MODULE_FILE]: `${MODULE_HEAD}Text.\n` }, inItems(3, 9, 'item-unused')],
  ['an item placed twice', { [MODULE_FILE]: moduleWith('<Item id="frage-1" />') }, inModule(3, 1, 'item-twice')],
  ['an item that is not there', { [MODULE_FILE]: moduleWith('<Item id="frage-2" />') }, inModule(1, 1, 'item-unknown')],
  ['an items file without items', { [ITEMS_FILE]: 'fragen: []\n' }, inItems(1, 1, 'key-missing'), inItems(1, 1, 'key-unknown'), inModule(6, 1, 'item-unknown')],
  ['items that are no list', { [ITEMS_FILE]: 'items: keine\n' }, inItems(1, 8, 'value-type'), inModule(6, 1, 'item-unknown')],
  ['an unknown kind', { [ITEMS_FILE]: `items:\n${SINGLE.replace('single', 'singel')}` }, inItems(2, 11, 'value-choice')],
  ['an option without feedback', { [ITEMS_FILE]: `items:\n${SINGLE.replace(', feedback: Nein.', '')}` }, inItems(8, 9, 'option-feedback')],
  ['a text cut at its comma', { [ITEMS_FILE]: `items:\n${SINGLE.replace('text: Das', 'text: Das, was geht')}` }, inItems(8, 29, 'text-unquoted')],
  ['an option id twice', { [ITEMS_FILE]: `items:\n${SINGLE.replace('id: b', 'id: a')}` }, inItems(8, 15, 'duplicate-id')],
  ['a question without right answer', { [ITEMS_FILE]: `items:\n${SINGLE.replace('correct: true, ', '')}` }, inItems(7, 7, 'single-correct')],
  [
    'a question with two right answers',
    { [ITEMS_FILE]: `items:\n${SINGLE.replace('text: Das,', 'text: Das, correct: true,')}` },
    inItems(7, 7, 'single-correct'),
  ],
  [
    'a multiple choice with nothing right',
    items(
      `  - kind: multiple\n${head}    prompt: x\n    options:\n${['a', 'b', 'c'].map((id) => `      - { id: ${id}, text: x${id}, feedback: f }\n`).join('')}`,
    ),
    inItems(7, 7, 'multiple-correct'),
  ],
  [
    'a multiple choice with everything right',
    items(
      `  - kind: multiple\n${head}    prompt: x\n    options:\n${['a', 'b', 'c'].map((id) => `      - { id: ${id}, text: x${id}, correct: true, feedback: f }\n`).join('')}`,
    ),
    inItems(7, 7, 'multiple-correct'),
  ],
  [
    'a verdict without right reason',
    items(
      `  - kind: truefalse\n${head}    prompt: x\n    answer: true\n    feedback_right: r\n    feedback_wrong: w\n    reasons:\n      - { id: a, text: x, feedback: f }\n      - { id: b, text: y, feedback: f }\n`,
    ),
    inItems(10, 7, 'reason-correct'),
  ],
  [
    'an order with equal entries',
    items(
      `  - kind: order\n${head}    prompt: x\n    feedback: f\n    entries:\n      - { id: a, text: x }\n      - { id: b, text: y }\n      - { id: c, text: x }\n`,
    ),
    inItems(10, 24, 'text-twice'),
  ],
  [
    'a match with equal right sides',
    items(`  - kind: match\n${head}    prompt: x\n    feedback: f\n    pairs:\n      - { id: a, left: x, right: z }\n      - { id: b, left: y, right: z }\n`),
    inItems(9, 34, 'text-twice'),
  ],
  [
    'a gap without answer',
    items(`  - kind: gap\n${head}    prompt: 'A {{g1}} B {{g2}}'\n    feedback: f\n    gaps:\n      - { id: g1, answers: [x], label: l }\n`),
    inItems(5, 13, 'gap-without-answer'),
  ],
  [
    'a gap without place',
    items(
      `  - kind: gap\n${head}    prompt: 'A {{g1}}'\n    feedback: f\n    gaps:\n      - { id: g1, answers: [x], label: l }\n      - { id: g2, answers: [x], label: l }\n`,
    ),
    inItems(9, 9, 'gap-without-place'),
  ],
  ['a tag in an item', { [ITEMS_FILE]: `items:\n${SINGLE.replace('Was gilt?', 'Was <b>gilt</b>?')}` }, inItems(5, 13, 'item-markup')],
  ['a link in an item', { [ITEMS_FILE]: `items:\n${SINGLE.replace('Was gilt?', "'Was [gilt](https://x.de)?'")}` }, inItems(5, 13, 'item-markup')],
  [
    'an incident without an explanation by the office',
    items(
      `  - kind: critical-incident\n${head}    title: t\n    situation: s\n    question: q\n    options:\n${['person', 'situation', 'habit'].map((field, index) => `      - { id: o${index}, text: x, rating: ${index + 1}, field: ${field}, feedback: f }\n`).join('')}`,
    ),
    inItems(9, 7, 'incident-fields'),
    inItems(9, 7, 'incident-habit'),
  ],
  [
    'a self-check that forgets what makes a letter good',
    items(
      `  - kind: rewrite\n${head}    title: t\n    prompt: x\n    original: o\n    sample: s\n    rubric:\n      - { id: a, text: x, criterion: addressee }\n      - { id: b, text: y }\n`,
    ),
    inItems(10, 7, 'rubric-criteria'),
  ],
  [
    'a self-check that says why it asks for something else',
    items(
      `  - kind: rewrite\n${head}    comment: 'begründet: ein Schild, kein Brief'\n    title: t\n    prompt: x\n    original: o\n    sample: s\n    rubric:\n      - { id: a, text: x }\n      - { id: b, text: y }\n`,
    ),
  ],
  [
    'a self-check by something unknown',
    items(
      `  - kind: rewrite\n${head}    comment: 'begründet: Test'\n    title: t\n    prompt: x\n    original: o\n    sample: s\n    rubric:\n      - { id: a, text: x, criterion: tone }\n      - { id: b, text: y }\n`,
    ),
    inItems(11, 38, 'value-choice'),
  ],
  // Dialogues
  [
    'a conversation that starts nowhere',
    dialogue(node('n1', choice('a', 'e1', 1), choice('b', 'n2', 2)) + node('n2', choice('a', 'e1', 1), choice('b', 'n1', 0)), undefined, 'n9'),
    inItems(8, 12, 'dialogue-start'),
  ],
  [
    'a step that leads nowhere',
    dialogue(node('n1', choice('a', 'e1', 1), choice('b', 'n3', 2)) + node('n2', choice('a', 'e1', 1), choice('b', 'n1', 0))),
    inItems(14, 37, 'dialogue-next'),
  ],
  [
    'a place that cannot be reached',
    dialogue(node('n1', choice('a', 'e1', 1), choice('b', 'n1', 2)) + node('n2', choice('a', 'e1', 1), choice('b', 'n1', 0))),
    inItems(15, 13, 'dialogue-unreachable'),
  ],
  [
    'an ending that cannot be reached',
    dialogue(
      node('n1', choice('a', 'e1', 1), choice('b', 'n2', 2)) + node('n2', choice('a', 'e1', 1), choice('b', 'n1', 0)),
      '      - { id: e1, outcome: good, title: E, feedback: F }\n      - { id: e2, outcome: poor, title: E, feedback: F }\n',
    ),
    inItems(22, 15, 'dialogue-unreachable'),
  ],
  [
    'a way without end',
    dialogue(node('n1', choice('a', 'e1', 1), choice('b', 'n2', 2)) + node('n2', choice('a', 'n2', 1), choice('b', 'n2', 0, ', feedback: f'))),
    inItems(15, 13, 'dialogue-endless'),
    inItems(18, 13, 'dialogue-consequence'),
  ],
  [
    'a choice without difference',
    dialogue(node('n1', choice('a', 'n2', 1), choice('b', 'n2', 1)) + node('n2', choice('a', 'e1', 1), choice('b', 'n1', 0))),
    inItems(10, 9, 'dialogue-same'),
  ],
  [
    'a choice without consequence',
    dialogue(node('n1', choice('a', 'n2', 1), choice('b', 'n2', 2, ', feedback: f')) + node('n2', choice('a', 'e1', 1), choice('b', 'n1', 0))),
    inItems(13, 13, 'dialogue-consequence'),
  ],
  [
    'a choice without consequence beside one that has its own way',
    dialogue(
      node('n1', choice('a', 'n2', 1), choice('b', 'n2', 2, ', feedback: f'), choice('c', 'e1', 0)) + node('n2', choice('a', 'e1', 1), choice('b', 'n1', 0)),
    ),
    inItems(13, 13, 'dialogue-consequence'),
  ],
  [
    'a silent node',
    dialogue(
      node('n1', choice('a', 'e1', 1), choice('b', 'n2', 2)).replace('        says: Hallo.\n', '') + node('n2', choice('a', 'e1', 1), choice('b', 'n1', 0)),
    ),
    inItems(10, 9, 'dialogue-silent'),
  ],
  [
    'a choice without points',
    dialogue(node('n1', choice('a', 'e1', 1), 'id: b, text: x, next: n2, points: {}') + node('n2', choice('a', 'e1', 1), choice('b', 'n1', 0))),
    inItems(14, 49, 'value-format'),
  ],
  [
    'points for no competence',
    dialogue(node('n1', choice('a', 'e1', 1), 'id: b, text: x, next: n2, points: { K9: 1 }') + node('n2', choice('a', 'e1', 1), choice('b', 'n1', 0))),
    inItems(14, 51, 'competence-unknown'),
  ],
]

test.each(CASES.map(([what, files, ...expected]) => ({ what, files, expected })))('$what is judged at its place', async ({ files, expected }) => {
  const { places, isJust } = await judge(files)
  expect(places).toEqual([...expected].sort())
  expect(isJust).toBe(true)
  expect('pwned' in globalThis).toBe(false)
})
