import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rightId } from '#app/content/items/to-learner.ts'
import { anItem, oneOfEachKind } from '#tests/support/items.ts'
import { type Answer, parseAnswer, restoreAnswer, startOf } from './answer.ts'
import type { FormValues } from './form-values.ts'
import { parseReflection } from './parse-text.ts'

const code = (result: ReturnType<typeof parseAnswer>) => ('problem' in result ? result.problem.code : null)
const answerOf = (result: ReturnType<typeof parseAnswer>): Answer => {
  if ('answer' in result) return result.answer
  throw new Error(result.problem.code)
}
const entry = (id: string) => `position.${id}`

test('an empty form is refused with the sentence of the kind and names the fields', () => {
  const codes = Object.fromEntries(oneOfEachKind().map((item) => [item.kind, code(parseAnswer(item, {}, null))]))
  expect(codes).toEqual({
    single: 'choose_one',
    multiple: 'choose_some',
    truefalse: 'choose_verdict',
    order: 'order_complete',
    match: 'match_complete',
    gap: 'fill_gaps',
    'critical-incident': 'rate_all',
    sjt: 'rate_all',
    dialogue: 'choose_next',
    rewrite: 'write_text',
    reflection: 'not_answerable',
    transfer: 'choose_status',
  })
  expect(parseAnswer(anItem('gap'), { 'gap.ziel-a': 'x' }, null)).toMatchObject({ problem: { fields: ['gap.ziel-b'], values: { 'gap.ziel-a': 'x' } } })
})

test('ids that the item does not have are refused', () => {
  expect(code(parseAnswer(anItem('single'), { option: 'e9' }, null))).toBe('unknown_option')
  expect(code(parseAnswer(anItem('single'), { option: 'constructor' }, null))).toBe('unknown_option')
  expect(code(parseAnswer(anItem('multiple'), { option: ['netz', '__proto__'] }, null))).toBe('unknown_option')
  expect(code(parseAnswer(anItem('truefalse'), { verdict: 'maybe', reason: 'pflicht' }, null))).toBe('unknown_option')
  expect(code(parseAnswer(anItem('truefalse'), { verdict: 'true' }, null))).toBe('choose_reason')
  expect(code(parseAnswer(anItem('sjt'), { 'rating.gruende': '6' }, null))).toBe('unknown_option')
  expect(code(parseAnswer(anItem('dialogue'), { step: '0', choice: 'z' }, null))).toBe('unknown_option')
  expect(code(parseAnswer(anItem('transfer'), { status: 'yes' }, null))).toBe('unknown_option')
})

test('nothing can be chosen, placed or matched twice', () => {
  expect(code(parseAnswer(anItem('single'), { option: ['hilft', 'verboten'] }, null))).toBe('choose_one')
  expect(code(parseAnswer(anItem('multiple'), { option: ['netz', 'netz'] }, null))).toBe('chosen_twice')
  const twice = Object.fromEntries(['s1', 's2', 's3', 's4', 's5'].map((id) => [entry(id), id === 's2' ? '1' : id.slice(1)]))
  expect(parseAnswer(anItem('order'), twice, null)).toMatchObject({ problem: { code: 'order_complete', fields: [entry('s2')] } })
  const right = rightId('auftraege', 'lotse')
  expect(
    code(
      parseAnswer(
        anItem('match'),
        { 'match.ordnung': right, 'match.dienst': right, 'match.lotse': rightId('auftraege', 'ordnung'), 'match.keiner': rightId('auftraege', 'keiner') },
        null,
      ),
    ),
  ).toBe('match_twice')
})

test('a gap takes 200 characters and refuses 100 KB, a text takes 10,000', () => {
  const gaps = (text: string) => parseAnswer(anItem('gap'), { 'gap.ziel-a': text, 'gap.ziel-b': 'Beratung' }, null)
  expect(code(gaps('😀'.repeat(200)))).toBeNull()
  expect(gaps('x'.repeat(100_000))).toMatchObject({ problem: { code: 'gap_too_long', fields: ['gap.ziel-a'] } })
  expect(code(parseAnswer(anItem('rewrite'), { text: 'ä'.repeat(10_000) }, null))).toBeNull()
  expect(code(parseAnswer(anItem('rewrite'), { text: 'ä'.repeat(10_001) }, null))).toBe('too_long')
  expect(parseReflection({ text: 'x'.repeat(10_001) })).toMatchObject({ problem: { code: 'too_long' } })
})

test('texts are kept in NFC, with right-to-left words and emoji, without control characters', () => {
  expect(answerOf(parseAnswer(anItem('rewrite'), { text: ' Gru\u0308ße\r\nمرحبا 👋🏽\u0000 ' }, null))).toEqual({
    kind: 'rewrite',
    text: 'Grüße\nمرحبا 👋🏽',
    checks: [],
  })
  expect(parseReflection({ text: '  ' })).toEqual({ text: '' })
  expect(parseReflection({ text: 'Ich habe gefragt.', delete: '1' })).toEqual({ text: '' })
})

test('a situation keeps its first rating for good and the second beside it', () => {
  const item = anItem('critical-incident')
  const rated = (...values: number[]): FormValues => Object.fromEntries(values.map((value, at) => [`rating.${'abcd'[at]}`, String(value)]))
  const first = answerOf(parseAnswer(item, rated(4, 4, 4, 1), null))
  expect(first).toEqual({ kind: 'critical-incident', first: { a: 4, b: 4, c: 4, d: 1 } })
  expect(answerOf(parseAnswer(item, rated(4, 4, 4, 1), first))).toEqual(first)
  const again = answerOf(parseAnswer(item, { ...rated(5, 4, 2, 1), phase: 'again' }, first))
  expect(again).toEqual({ kind: 'critical-incident', first: { a: 4, b: 4, c: 4, d: 1 }, again: { a: 5, b: 4, c: 2, d: 1 } })
  expect(answerOf(parseAnswer(item, { ...rated(4, 4, 4, 1), phase: 'again' }, first))).toMatchObject({ again: { c: 4 } })
})

test('a conversation goes on by one choice, and a form sent twice or from an old page does not', () => {
  const item = anItem('dialogue')
  const on = (form: FormValues, path: string[]) => parseAnswer(item, form, { kind: 'dialogue', path })
  expect(answerOf(on({ step: '0', choice: 'b' }, []))).toEqual({ kind: 'dialogue', path: ['b'] })
  expect(answerOf(on({ step: '0', choice: 'b' }, ['b']))).toEqual({ kind: 'dialogue', path: ['b'] })
  expect(code(on({ step: '0', choice: 'a' }, ['b']))).toBe('moved_on')
  expect(code(on({ step: '2', choice: 'a' }, ['b']))).toBe('moved_on')
  expect(code(on({ step: '2', choice: 'a' }, ['a', 'a']))).toBe('moved_on')
  expect(answerOf(on({ step: '2', back: '1' }, ['b', 'a']))).toEqual({ kind: 'dialogue', path: ['b'] })
  expect(answerOf(on({ step: '2', back: '1' }, ['b']))).toEqual({ kind: 'dialogue', path: ['b'] })
  expect(answerOf(on({ replay_from: '1' }, ['b', 'a', 'a']))).toEqual({ kind: 'dialogue', path: ['b'] })
  expect(code(on({ replay_from: '9' }, ['b']))).toBe('moved_on')
})

test('however the buttons of a conversation are pressed, its path stays one that can be walked', () => {
  const item = anItem('dialogue')
  const press = fc.record({
    step: fc.constantFrom('0', '1', '2', '3', '4'),
    choice: fc.constantFrom('a', 'b', 'c', ''),
    back: fc.constantFrom('', '', '1'),
    replay_from: fc.constantFrom('', '', '', '0', '2'),
  })
  fc.assert(
    fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
      let answer = startOf(item)
      for (const form of presses) {
        const result = parseAnswer(item, form, answer)
        if ('answer' in result) answer = result.answer
        expect(restoreAnswer(item, JSON.parse(JSON.stringify(answer)))).toEqual(answer)
      }
    }),
  )
})

test('a circle in a script cannot make an endless answer', () => {
  const item = anItem('dialogue')
  const path = Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? 'b' : 'c'))
  expect(code(parseAnswer(item, { step: '100', choice: 'b' }, { kind: 'dialogue', path }))).toBe('too_long')
})

test('a task not yet done needs its day, today or later; a report keeps the day, whenever it was', () => {
  const item = anItem('transfer')
  const on = (form: FormValues) => parseAnswer(item, form, null, '2026-11-22')
  expect(answerOf(on({ status: 'not_yet', on: '2026-12-04' }))).toEqual({ kind: 'transfer', status: 'not_yet', on: '2026-12-04' })
  expect(answerOf(on({ status: 'not_yet', on: '2026-11-22' }))).toMatchObject({ on: '2026-11-22' })
  expect(on({ status: 'not_yet', on: '2026-11-21' })).toMatchObject({ problem: { code: 'date_past', fields: ['on'], values: { on: '2026-11-21' } } })
  expect(on({ status: 'not_yet' })).toMatchObject({ problem: { code: 'choose_date', fields: ['on'] } })
  expect(answerOf(on({ status: 'done', on: '2026-11-21' }))).toEqual({ kind: 'transfer', status: 'done', on: '2026-11-21' })
  expect(answerOf(on({ status: 'tried' }))).toEqual({ kind: 'transfer', status: 'tried' })
  for (const impossible of ['2026-02-30', '0000-00-00', '9999999-01-01', 'morgen', '04.12.2026'])
    expect(code(on({ status: 'done', on: impossible }))).toBe('date_unreadable')
})

test('the self-check of a text takes 0, 1 or 2 a point and needs none', () => {
  const item = anItem('rewrite')
  const on = (form: FormValues) => parseAnswer(item, { text: 'Bitte.', ...form }, null)
  expect(answerOf(on({ 'check.wer': '2', 'check.was': '1', 'check.frist': '0' }))).toEqual({
    kind: 'rewrite',
    text: 'Bitte.',
    checks: ['wer'],
    partly: ['was'],
  })
  expect(answerOf(on({}))).toEqual({ kind: 'rewrite', text: 'Bitte.', checks: [] })
  expect(on({ 'check.wer': '3' })).toMatchObject({ problem: { code: 'unknown_option', fields: ['check.wer'], values: { text: 'Bitte.' } } })
})

test('own words outlive a changed rubric; only marks on points that are gone are dropped', () => {
  const item = anItem('rewrite')
  const stored = { kind: 'rewrite', text: 'Bitte.', checks: ['wer', 'was'], partly: ['frist'] }
  expect(restoreAnswer({ ...item, rubric: item.rubric.slice(0, 1) }, stored)).toEqual({ kind: 'rewrite', text: 'Bitte.', checks: ['wer'] })
  expect(restoreAnswer(item, { kind: 'rewrite', text: 'Von früher.', checks: ['wer'] })).toEqual({ kind: 'rewrite', text: 'Von früher.', checks: ['wer'] })
})

test('whatever a form holds, reading it never throws and what is taken can be stored and read back', () => {
  const names = [
    'option',
    'verdict',
    'reason',
    'gap.ziel-a',
    'gap.ziel-b',
    'rating.a',
    'rating.b',
    'rating.c',
    'rating.d',
    'text',
    'check.wer',
    'check.was',
    'step',
    'choice',
    'back',
    'replay_from',
    'status',
    'on',
    'phase',
    'match.ordnung',
    entry('s1'),
  ]
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('hilft', 'netz', 'true', 'pflicht', '1', '3', 'a', 'done', '2026-11-22', 'x'.repeat(500)),
  )
  const form = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), fc.oneof(value, fc.array(value, { maxLength: 4 })))
  const everyKind = oneOfEachKind()
  fc.assert(
    fc.property(fc.constantFrom(...everyKind), form, (item, values) => {
      const result = parseAnswer(item, values, null)
      if ('answer' in result) expect(restoreAnswer(item, JSON.parse(JSON.stringify(result.answer)))).toEqual(result.answer)
      else expect(result.problem.values).toBe(values)
    }),
    { numRuns: 1500 },
  )
})

test('the order of the form’s fields means nothing', () => {
  const fields: [string, string | string[]][] = [
    ['option', ['netz', 'personal']],
    ...['s3', 's1', 's5', 's2', 's4'].map((id): [string, string] => [entry(id), id.slice(1)]),
    ['gap.ziel-a', 'x'],
    ['gap.ziel-b', 'y'],
  ]
  for (const kind of ['multiple', 'order', 'gap'] as const) {
    const expected = parseAnswer(anItem(kind), Object.fromEntries(fields), null)
    fc.assert(
      fc.property(fc.shuffledSubarray(fields, { minLength: fields.length }), (mixed) => {
        expect(parseAnswer(anItem(kind), Object.fromEntries(mixed), null)).toEqual(expected)
      }),
    )
  }
  expect(parseAnswer(anItem('multiple'), { option: ['personal', 'netz'] }, null)).toEqual(
    parseAnswer(anItem('multiple'), { option: ['netz', 'personal'] }, null),
  )
})

test('a stored answer is dropped when the item no longer has what it names', () => {
  const item = anItem('single')
  expect(restoreAnswer(item, { kind: 'single', option: 'hilft' })).toEqual({ kind: 'single', option: 'hilft' })
  expect(restoreAnswer({ ...item, options: item.options.slice(0, 1) }, { kind: 'single', option: 'hilft' })).toBeNull()
  expect(restoreAnswer(item, { kind: 'multiple', options: ['hilft'] })).toBeNull()
  expect(restoreAnswer(item, 'garbage')).toBeNull()
  expect(restoreAnswer(anItem('dialogue'), { kind: 'dialogue', path: ['a', 'a', 'a'] })).toBeNull()
})
