import { expect, test } from 'vitest'
import { anItem, oneOfEachKind } from '#tests/support/items.ts'
import { answerFields, choicesToEnding } from '#tests/support/answer-fields.ts'
import { type Answer, parseAnswer } from './answer.ts'
import { addPerson, cellsOf, EMPTY_TALLY, GROUP_SIZE, type Tally, type TallyPart } from './tally.ts'

test('every kind is counted by ids alone: no word that somebody typed is a cell', () => {
  for (const item of oneOfEachKind()) {
    const parsed = parseAnswer(item, answerFields(item, 'wrong') ?? {}, null)
    if ('problem' in parsed) continue
    const typed = parsed.answer.kind === 'gap' ? Object.values(parsed.answer.texts) : parsed.answer.kind === 'rewrite' ? [parsed.answer.text] : []
    const cells = Object.values(cellsOf(item, parsed.answer)).flatMap((list) => list ?? [])
    for (const cell of cells) expect(cell, item.kind).toMatch(/^#?[a-z0-9_-]+(\.[a-z0-9-]+)?$/)
    for (const word of typed) expect(cells.join('\n')).not.toContain(word)
  }
})

test('a right answer is counted as right in every kind that counts, a wrong one never', () => {
  for (const kind of ['single', 'multiple', 'truefalse', 'order', 'match', 'gap'] as const) {
    const item = anItem(kind)
    for (const how of ['right', 'wrong'] as const) {
      const parsed = parseAnswer(item, answerFields(item, how) ?? {}, null)
      if ('problem' in parsed) throw new Error(parsed.problem.code)
      expect(cellsOf(item, parsed.answer).whole?.includes('#right'), `${kind} ${how}`).toBe(how === 'right')
    }
  }
})

test('what is counted of each kind', () => {
  expect(cellsOf(anItem('single'), { kind: 'single', option: 'hilft' })).toEqual({ whole: ['#right', 'hilft'], parts: null })
  expect(cellsOf(anItem('multiple'), { kind: 'multiple', options: ['netz'] })).toEqual({ whole: [], parts: ['netz'] })
  expect(cellsOf(anItem('truefalse'), { kind: 'truefalse', verdict: true, reason: 'pflicht' }).whole).toEqual(['#wrong'])
  expect(cellsOf(anItem('order'), { kind: 'order', entries: ['s2', 's3', 's1', 's4', 's5'] }).parts).toEqual(['s3', 's5'])
  expect(cellsOf(anItem('gap'), { kind: 'gap', texts: { 'ziel-a': 'Orientierung', 'ziel-b': 'geheim' } })).toEqual({ whole: [], parts: ['ziel-a'] })
  expect(cellsOf(anItem('sjt'), { kind: 'sjt', ratings: { gruende: 4, anders: 1 } }).whole).toEqual(['gruende.4', 'anders.1'])
  expect(cellsOf(anItem('transfer'), { kind: 'transfer', status: 'tried', on: '2026-12-01' }).whole).toEqual(['tried'])
  expect(cellsOf(anItem('rewrite'), { kind: 'rewrite', text: 'Bitte kommen Sie.', checks: ['wer'] })).toEqual({ whole: [], parts: null })
})

test('the first rating of a situation is counted, not the one after the feedback', () => {
  const item = anItem('critical-incident')
  const rate = (rating: number) => Object.fromEntries(item.options.map(({ id }) => [id, rating]))
  expect(cellsOf(item, { kind: 'critical-incident', first: rate(2), again: rate(5) }).whole).toEqual(item.options.map(({ id }) => `${id}.2`))
})

test('of a conversation that goes in a circle the first decision at each node is counted, and the ending', () => {
  const item = anItem('dialogue')
  const answer: Answer = { kind: 'dialogue', path: ['b', 'c', ...choicesToEnding(item, 'right')] }
  expect(cellsOf(item, answer)).toEqual({ whole: ['e1'], parts: ['n1.b', 'n3.c', 'n2.a'] })
})

test.each(['whole', 'parts'] as const)('nothing that may be shown of %s changes before a group is complete', (part: TallyPart) => {
  const size = GROUP_SIZE[part]
  let tally: Tally = EMPTY_TALLY
  for (let person = 1; person <= 3 * size; person += 1) {
    const before = tally
    tally = addPerson(tally, part, [person % 2 === 0 ? 'a' : 'b', 'constructor'], `2026-11-20T09:00:${String(person).padStart(2, '0')}.000Z`)
    expect(tally.people).toBe(Math.floor(person / size) * size)
    if (person % size !== 0) expect([tally.people, tally.cells, tally.complete_at]).toEqual([before.people, before.cells, before.complete_at])
    expect((tally.cells['a'] ?? 0) + (tally.cells['b'] ?? 0)).toBe(tally.people)
  }
  expect(Object.entries(tally.cells)).toContainEqual(['constructor', 3 * size])
  expect(tally.waiting_cells).toEqual({})
})
