import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item } from '#app/content/items/item.ts'
import { rightId } from '#app/content/items/to-learner.ts'
import { anItem, oneOfEachKind } from '#tests/support/items.ts'
import { type Answer, parseAnswer } from './answer.ts'
import { evaluate } from './evaluate.ts'
import { feedbackFor } from './feedback.ts'
import type { FormValues } from './form-values.ts'
import { normaliseGap } from './normalise-gap.ts'
import { rateCloseness } from './rate-closeness.ts'
import { rateShape, SHAPE_OPTIONS } from './rate-shape.ts'

const score = (item: Item, form: FormValues) => {
  const parsed = parseAnswer(item, form, null)
  return 'answer' in parsed ? evaluate(item, parsed.answer).score : parsed.problem.code
}
const placed = (...order: string[]) => Object.fromEntries(order.map((id, at) => [`position.${id}`, String(at + 1)]))
const matched = (pairs: Record<string, string>) =>
  Object.fromEntries(Object.entries(pairs).map(([left, right]) => [`match.${left}`, rightId('auftraege', right)]))

/** The form of a wholly right answer, for the kinds that count. */
const KEY: readonly [Item, FormValues][] = [
  [anItem('single'), { option: 'hilft' }],
  [anItem('multiple'), { option: ['netz', 'ablaeufe', 'personal'] }],
  [anItem('truefalse'), { verdict: 'false', reason: 'pflicht' }],
  [anItem('order'), placed('s1', 's2', 's3', 's4', 's5')],
  [anItem('match'), matched({ ordnung: 'ordnung', dienst: 'dienst', lotse: 'lotse', keiner: 'keiner' })],
  [anItem('gap'), { 'gap.ziel-a': 'Orientierung', 'gap.ziel-b': 'Beratung' }],
]

test.each(KEY.map(([item, form]) => [item.kind, item, form] as const))('the key of a %s item scores 1000 and is called right', (_kind, item, form) => {
  expect(score(item, form)).toBe(1000)
  const parsed = parseAnswer(item, form, null)
  if (!('answer' in parsed)) throw new Error(parsed.problem.code)
  expect(feedbackFor(item, parsed.answer)).toMatchObject({ kind: item.kind, right: true })
})

test('a wrong single choice scores 0', () => {
  expect(score(anItem('single'), { option: 'verboten' })).toBe(0)
})

test('multiple gives partial credit, and wrong picks subtract but never below 0', () => {
  const item = anItem('multiple')
  expect(score(item, { option: 'netz' })).toBe(333)
  expect(score(item, { option: ['netz', 'personal'] })).toBe(667)
  expect(score(item, { option: ['netz', 'personal', 'titel'] })).toBe(333)
  expect(score(item, { option: ['titel', 'weniger'] })).toBe(0)
  expect(score(item, { option: ['ablaeufe', 'personal', 'netz', 'titel', 'weniger'] })).toBe(333)
})

test('the reason brings its half only with the right verdict', () => {
  const item = anItem('truefalse')
  expect(score(item, { verdict: 'false', reason: 'zeit' })).toBe(500)
  expect(score(item, { verdict: 'true', reason: 'pflicht' })).toBe(0)
})

test('order counts right transitions, not places', () => {
  const item = anItem('order')
  expect(score(item, placed('s2', 's3', 's4', 's5', 's1'))).toBe(750)
  expect(score(item, placed('s5', 's4', 's3', 's2', 's1'))).toBe(0)
})

test('match and gap count the share of right ones', () => {
  expect(score(anItem('match'), matched({ ordnung: 'dienst', dienst: 'ordnung', lotse: 'lotse', keiner: 'keiner' }))).toBe(500)
  expect(score(anItem('gap'), { 'gap.ziel-a': 'Orientierung', 'gap.ziel-b': 'Belehrung' })).toBe(500)
})

test.each([
  ['  ORIENTIERUNG. ', 'Orientierung'],
  ['Begruessung  fuer Uebergaenge', 'Begrüßung für Übergänge'],
  ['Begru\u0308ßung für Übergänge', 'Begrüßung für Übergänge'],
  ['E-Mail', 'Email'],
  ['„e mail“', 'E-Mail'],
  ['§ 82 Abs. 1', '§82 Abs 1'],
])('the gap text "%s" counts as "%s"', (typed, solution) => {
  expect(normaliseGap(typed)).toBe(normaliseGap(solution))
})

test('a separator between digits and the digits themselves are kept apart', () => {
  expect(normaliseGap('1,5')).not.toBe(normaliseGap('15'))
  expect(normaliseGap('Beratung')).not.toBe(normaliseGap('Bearbeitung'))
})

test('normalising a gap twice changes nothing', () => {
  const isStable = (text: string) => normaliseGap(normaliseGap(text)) === normaliseGap(text)
  fc.assert(fc.property(fc.string({ unit: 'binary' }), isStable), { numRuns: 1000 })
  const awkward = fc.string({ unit: fc.constantFrom('a', 'u', 'ß', 'ẞ', 'Ä', '\u0308', '\u0301', '.', ',', '1', ' ', '\u200b', '¨', '⒈', 'İ') })
  fc.assert(fc.property(awkward, isStable), { numRuns: 1000 })
})

test('a gap filled with punctuation alone is not right by accident', () => {
  expect(score(anItem('gap'), { 'gap.ziel-a': '---', 'gap.ziel-b': '…' })).toBe(0)
})

/** Any storable answer that fits a counting item, however wrong. */
const anyAnswer: fc.Arbitrary<[Item, Answer]> = fc.oneof(
  fc.constantFrom('ersetzt', 'hilft', 'verboten').map((option): [Item, Answer] => [anItem('single'), { kind: 'single', option }]),
  fc
    .subarray(['ablaeufe', 'personal', 'netz', 'weniger', 'titel'], { minLength: 1 })
    .map((options): [Item, Answer] => [anItem('multiple'), { kind: 'multiple', options }]),
  fc
    .tuple(fc.boolean(), fc.constantFrom('pflicht', 'freundlich', 'zeit'))
    .map(([verdict, reason]): [Item, Answer] => [anItem('truefalse'), { kind: 'truefalse', verdict, reason }]),
  fc.shuffledSubarray(['s1', 's2', 's3', 's4', 's5'], { minLength: 5 }).map((entries): [Item, Answer] => [anItem('order'), { kind: 'order', entries }]),
  fc
    .shuffledSubarray(['ordnung', 'dienst', 'lotse', 'keiner'], { minLength: 4 })
    .map(([ordnung = '', dienst = '', lotse = '', keiner = '']): [Item, Answer] => [
      anItem('match'),
      { kind: 'match', pairs: { ordnung, dienst, lotse, keiner } },
    ]),
  fc
    .tuple(fc.string(), fc.constantFrom('Beratung', 'nein'))
    .map(([a, b]): [Item, Answer] => [anItem('gap'), { kind: 'gap', texts: { 'ziel-a': a, 'ziel-b': b } }]),
)

test('every score is a whole number from 0 to 1000, and only a right answer has 1000', () => {
  fc.assert(
    fc.property(anyAnswer, ([item, answer]) => {
      const { done, score } = evaluate(item, answer)
      expect(done).toBe(true)
      expect(Number.isInteger(score) && score !== null && score >= 0 && score <= 1000).toBe(true)
      const feedback = feedbackFor(item, answer)
      expect('right' in feedback && feedback.right).toBe(score === 1000)
    }),
  )
})

test('adding a wrong pick never raises the score of multiple, adding a right one never lowers it', () => {
  const item = anItem('multiple')
  const of = (options: string[]) => evaluate(item, { kind: 'multiple', options }).score ?? -1
  fc.assert(
    fc.property(
      fc.subarray(
        item.options.map((option) => option.id),
        { minLength: 1 },
      ),
      fc.constantFrom(...item.options),
      (picked, more) => {
        if (picked.includes(more.id)) return
        const change = of([...picked, more.id]) - of(picked)
        expect(more.correct ? change >= 0 : change <= 0).toBe(true)
      },
    ),
  )
})

test('practice kinds have no score; a conversation is done only at an ending', () => {
  expect(evaluate(anItem('sjt'), { kind: 'sjt', ratings: { gruende: 5, anders: 1, bescheid: 2, fragen: 5 } })).toEqual({ done: true, score: null })
  expect(evaluate(anItem('dialogue'), { kind: 'dialogue', path: ['a'] })).toEqual({ done: false, score: null })
  expect(evaluate(anItem('dialogue'), { kind: 'dialogue', path: ['a', 'a'] })).toEqual({ done: true, score: null })
})

test('closeness follows blueprint 5.3: 1000 for the authors’ own ratings, 0 for the farthest, each option by its own span', () => {
  const options = [
    { id: 'a', rating: 5 },
    { id: 'b', rating: 4 },
    { id: 'c', rating: 3 },
  ]
  expect(rateCloseness(options, { a: 5, b: 4, c: 3 })).toBe(1000)
  expect(rateCloseness(options, { a: 1, b: 1, c: 1 })).toBe(0)
  expect(rateCloseness(options, { a: 3, b: 1, c: 3 })).toBe(500)
})

test('the shape of ratings minds the pattern and not the style, and says nothing over too few of them', () => {
  const reference = Array.from({ length: SHAPE_OPTIONS }, (_, at) => (at % 5) + 1)
  const ratedBy = (own: (rating: number, at: number) => number) => reference.map((rating, at) => ({ own: own(rating, at), reference: rating }))
  expect(rateShape(ratedBy((rating) => rating))).toBe(1)
  expect(rateShape(ratedBy((rating) => (rating < 3 ? 1 : rating > 3 ? 3 : 2)))).toBeGreaterThan(0.9)
  expect(rateShape(ratedBy((rating) => 6 - rating))).toBe(-1)
  expect(rateShape(ratedBy(() => 3))).toBeNull()
  expect(rateShape(ratedBy((rating) => rating).slice(1))).toBeNull()
  fc.assert(
    fc.property(
      fc.array(fc.record({ own: fc.integer({ min: 1, max: 5 }), reference: fc.integer({ min: 1, max: 5 }) }), { minLength: SHAPE_OPTIONS }),
      (ratings) => {
        const r = rateShape(ratings)
        expect(r === null || (r >= -1 && r <= 1)).toBe(true)
      },
    ),
  )
})

test('an answer of another kind is a bug and throws', () => {
  expect(() => evaluate(anItem('single'), { kind: 'sjt', ratings: {} })).toThrow(/kind sjt/)
  expect(() => feedbackFor(anItem('single'), { kind: 'sjt', ratings: {} })).toThrow(/kind sjt/)
})

test('there is a sample of every kind', () => {
  expect(new Set(oneOfEachKind().map((item) => item.kind)).size).toBe(12)
})
