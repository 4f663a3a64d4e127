import { expect, test } from 'vitest'
import { rightId } from '#app/content/items/to-learner.ts'
import { anItem } from '#tests/support/items.ts'
import type { Answer } from './answer.ts'
import { feedbackFor } from './feedback.ts'
import { figuresOf } from './text-figures.ts'

test('a wrong single choice gets its own feedback and nothing about the right one', () => {
  const feedback = feedbackFor(anItem('single'), { kind: 'single', option: 'verboten' })
  expect(feedback).toEqual({
    kind: 'single',
    right: false,
    option: 'verboten',
    feedback: 'Ein allgemeines Verbot gibt es nicht. Entscheidend ist, wofür sie dient.',
    note: null,
  })
})

test('multiple says right or wrong only of chosen options and how many right ones are missing', () => {
  const feedback = feedbackFor(anItem('multiple'), { kind: 'multiple', options: ['netz', 'titel'] })
  expect(feedback).toMatchObject({
    right: false,
    missing: 2,
    note: null,
    options: [
      { id: 'netz', right: true },
      { id: 'titel', right: false },
    ],
  })
  expect(JSON.stringify(feedback)).not.toMatch(/personal|ablaeufe/)
})

test('order and match say which places are right, the right side by its public id', () => {
  const order = feedbackFor(anItem('order'), { kind: 'order', entries: ['s1', 's3', 's2', 's4', 's5'] })
  expect(order).toMatchObject({
    right: false,
    transitions: { right: 1, of: 4 },
    entries: [{ id: 's1', right: true }, { right: false }, { right: false }, { right: true }, { right: true }],
  })
  const match = feedbackFor(anItem('match'), { kind: 'match', pairs: { ordnung: 'dienst', dienst: 'ordnung', lotse: 'lotse', keiner: 'keiner' } })
  expect(match).toMatchObject({
    right: false,
    pairs: [{ left: 'ordnung', right: rightId('auftraege', 'dienst'), isRight: false }, { isRight: false }, { isRight: true }, { isRight: true }],
  })
})

test('gap feedback repeats what was typed and never names a solution', () => {
  const feedback = feedbackFor(anItem('gap'), { kind: 'gap', texts: { 'ziel-a': 'Ordnung', 'ziel-b': 'beratung' } })
  expect(feedback).toMatchObject({
    right: false,
    gaps: [
      { text: 'Ordnung', right: false },
      { text: 'beratung', right: true },
    ],
  })
  expect(JSON.stringify(feedback)).not.toContain('Orientierung')
})

test('a situation shows own, second and authors’ rating, and how many are near', () => {
  const answer: Answer = { kind: 'critical-incident', first: { a: 4, b: 4, c: 4, d: 1 } }
  expect(feedbackFor(anItem('critical-incident'), answer)).toMatchObject({
    near: 3,
    closeness: { first: 771, again: null },
    options: [{ id: 'a', own: 4, again: null, authors: 5 }, {}, { own: 4, authors: 2 }, {}],
  })
  expect(feedbackFor(anItem('critical-incident'), { ...answer, again: { a: 5, b: 4, c: 2, d: 1 } })).toMatchObject({
    near: 4,
    closeness: { first: 771, again: 1000 },
  })
})

test('a conversation says nothing about points before an ending and everything after it', () => {
  const item = anItem('dialogue')
  const running = feedbackFor(item, { kind: 'dialogue', path: ['b'] })
  expect(running).toMatchObject({
    step: 1,
    ending: null,
    turns: [{ note: null }],
    current: { says: 'Er beugt sich vor: „Sie behandeln uns wie Tiere. Immer!“' },
  })
  expect(JSON.stringify(running)).not.toMatch(/points|K4|Sachlich richtig|Gelungen/)
  expect(running).not.toHaveProperty('current.choices.0.next')
  const ended = feedbackFor(item, { kind: 'dialogue', path: ['b', 'a', 'a'] })
  expect(ended).toMatchObject({
    step: 3,
    current: null,
    turns: [
      { note: { feedback: 'Sachlich richtig, hilft ihm aber nicht: In acht Minuten ist zu.', effects: [{ competence: 'K4', effect: 'weakened' }] } },
      {},
      {},
    ],
    ending: {
      number: 1,
      outcome: 'good',
      tallies: [
        { competence: 'K4', weakened: 1, held: 0, strengthened: 1 },
        { competence: 'K6', strengthened: 2 },
        { competence: 'K8', held: 1 },
      ],
    },
  })
})

test('the figures of a text count words and sentences and do not stumble over abbreviations and dates', () => {
  expect(figuresOf('Bitte schicken Sie uns bis 15. März drei Papiere. Nach § 82 Abs. 1 ist das Pflicht!')).toEqual({
    words: 16,
    sentences: 2,
    average: 8,
    longest: 9,
    long: 0,
  })
  expect(figuresOf('Spätestens bis zum 15.03., um 9:30 Uhr.')).toMatchObject({ words: 7, sentences: 1 })
  expect(figuresOf('')).toEqual({ words: 0, sentences: 0, average: 0, longest: 0, long: 0 })
  expect(figuresOf('Die Fiktionsbescheinigung gilt. مرحبا 👋🏽')).toMatchObject({ words: 4, sentences: 2, average: 2, long: 1 })
})

test('a version carries the writer’s own marks and their sum, 0 to 2 a point, and the sample only after it', () => {
  const answer: Answer = { kind: 'rewrite', text: 'Bitte schicken Sie uns drei Papiere.', checks: ['wer'], partly: ['frist'] }
  expect(feedbackFor(anItem('rewrite'), answer)).toMatchObject({
    version: { text: 'Bitte schicken Sie uns drei Papiere.', marks: { wer: 2, frist: 1 }, points: 3, figures: { words: 6, longest: 6 } },
    sample: expect.stringContaining('Lohnabrechnungen'),
    original: { sentences: 1 },
  })
})
