import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMPETENCES, type Item, itemSchema } from './item.ts'
import { concealed, itemVersion, rightId, shuffled, toLearner } from './to-learner.ts'

/** Texts that a learner may not see before the answer carry a mark that occurs nowhere else. */
const SECRET = 'geheimSchluessel'
let count = 0
const secret = fc.string({ maxLength: 5 }).map((text) => `${SECRET}${text}${++count}`)
const word = fc.stringMatching(/^[a-zäöü ]{1,20}[a-z]$/)
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
const competences = fc.subarray([...COMPETENCES], { minLength: 1 })
const rating = fc.integer({ min: 1, max: 5 })
const ids = (minLength: number, maxLength: number) => fc.uniqueArray(id, { minLength, maxLength })
const common = { id, competences, comment: secret }
const listOf = <T>(names: fc.Arbitrary<string[]>, more: Record<string, fc.Arbitrary<T>>) =>
  names.chain((list) => fc.tuple(...list.map((name) => fc.record({ id: fc.constant(name), text: word, ...more }))))
const choices = (min: number, max: number) => listOf<unknown>(ids(min, max), { correct: fc.boolean(), feedback: secret })
const rated = (min: number, max: number) => listOf<unknown>(ids(min, max), { rating, feedback: secret })

const anyItem: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ ...common, kind: fc.constant('single'), prompt: word, options: choices(2, 8), feedback: secret }),
  fc.record({ ...common, kind: fc.constant('multiple'), prompt: word, options: choices(3, 10), feedback: secret }),
  fc.record({
    ...common,
    kind: fc.constant('truefalse'),
    prompt: word,
    answer: fc.boolean(),
    feedback_right: secret,
    feedback_wrong: secret,
    reasons: choices(2, 5),
  }),
  fc.record({ ...common, kind: fc.constant('order'), prompt: word, entries: listOf(ids(3, 8), {}), feedback: secret }),
  fc.record({
    ...common,
    kind: fc.constant('match'),
    prompt: word,
    pairs: ids(2, 8).chain((list) => fc.tuple(...list.map((name) => fc.record({ id: fc.constant(name), left: word, right: word })))),
    feedback: secret,
  }),
  fc.record({
    ...common,
    kind: fc.constant('gap'),
    prompt: word,
    gaps: ids(1, 6).chain((list) =>
      fc.tuple(...list.map((name) => fc.record({ id: fc.constant(name), label: word, answers: fc.array(secret, { minLength: 1, maxLength: 3 }) }))),
    ),
    feedback: secret,
  }),
  fc.record({
    ...common,
    kind: fc.constant('critical-incident'),
    title: word,
    situation: word,
    question: word,
    options: listOf<unknown>(ids(3, 6), { rating, feedback: secret, field: fc.constantFrom('person', 'situation', 'institution', 'power', 'habit') }),
  }),
  fc.record({ ...common, kind: fc.constant('sjt'), title: word, prompt: word, options: rated(3, 6), feedback: secret }),
  fc.record({
    ...common,
    kind: fc.constant('dialogue'),
    title: word,
    role: word,
    counterpart: word,
    start: fc.constant('n1'),
    nodes: fc.constant(
      ['n1', 'n2'].map((name) => ({
        id: name,
        says: SECRET,
        choices: ['a', 'b'].map((choice) => ({ id: choice, text: SECRET, next: 'e1', points: { K1: 2 }, feedback: SECRET })),
      })),
    ),
    endings: fc.constant([{ id: 'e1', outcome: 'good', title: SECRET, feedback: SECRET }]),
  }),
  fc.record({
    ...common,
    kind: fc.constant('rewrite'),
    title: word,
    prompt: word,
    original: word,
    sample: secret,
    rubric: listOf(ids(2, 8), {}),
    feedback: secret,
  }),
  fc.record({ ...common, kind: fc.constant('reflection'), prompt: word }),
  fc.record({ ...common, kind: fc.constant('transfer'), title: word, task: word, weeks: fc.integer({ min: 1, max: 12 }) }),
)

/** Every name of a member, however deep. */
const namesIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => [...(Array.isArray(value) ? [] : [name]), ...namesIn(member)])
    : []

test('no key, rating, feedback, answer or comment reaches the learner', () => {
  fc.assert(
    fc.property(anyItem, (raw) => {
      const item = concealed(itemSchema.parse(raw))
      const payload = toLearner(item)
      expect(JSON.stringify(payload)).not.toContain(SECRET)
      expect(
        namesIn(payload).filter((name) =>
          [
            'correct',
            'rating',
            'feedback',
            'answer',
            'answers',
            'points',
            'field',
            'sample',
            'comment',
            'nodes',
            'endings',
            'feedback_right',
            'feedback_wrong',
            'pairs',
            'level',
            'required',
          ].includes(name),
        ),
      ).toEqual([])
    }),
    { numRuns: 400 },
  )
})

test('nothing in the payload tells the right order or the right pairs', () => {
  fc.assert(
    fc.property(anyItem, (raw) => {
      const item = itemSchema.parse(raw)
      if (item.kind === 'order') {
        const payload = toLearner(concealed(item))
        const shown = payload.kind === 'order' ? payload.entries : []
        expect(shown.map((entry) => entry.id)).not.toEqual(concealed(item).kind === 'order' && item.entries.map((entry) => entry.id))
        expect(shown.map((entry) => entry.id)).not.toEqual((concealed(item) as typeof item).entries.map((entry) => entry.id))
        for (const entry of shown) expect(item.entries.map((own) => own.id)).not.toContain(entry.id)
      }
      if (item.kind === 'match') {
        const payload = toLearner(item)
        const rights = payload.kind === 'match' ? payload.rights.map((right) => right.id) : []
        expect(rights).not.toEqual(item.pairs.map((pair) => rightId(item.id, pair.id)))
        expect([...rights].sort()).toEqual(item.pairs.map((pair) => rightId(item.id, pair.id)).sort())
        for (const right of rights) expect(item.pairs.map((pair) => pair.id)).not.toContain(right)
      }
    }),
    { numRuns: 400 },
  )
})

test('the payload is the same at every visit, and its version changes with the key', () => {
  const item: Item = {
    kind: 'single',
    id: 'q',
    competences: ['K1'],
    level: 'easy',
    prompt: 'x',
    options: ['a', 'b', 'c', 'd'].map((name) => ({ id: name, text: name, correct: name === 'a', feedback: 'f' })),
  }
  expect(toLearner(item)).toEqual(toLearner(structuredClone(item)))
  const other: Item = { ...item, options: item.options.map((option) => ({ ...option, correct: option.id === 'b' })) }
  expect(itemVersion(other)).not.toBe(itemVersion(item))
  expect({ ...toLearner(other), version: '' }).toEqual({ ...toLearner(item), version: '' })
})

test('shuffling loses and doubles nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.integer()), (seed, list) => {
      expect([...shuffled(seed, list)].sort()).toEqual([...list].sort())
    }),
  )
})

test('an empty line separates the paragraphs of a situation', () => {
  const payload = toLearner(
    itemSchema.parse({
      kind: 'critical-incident',
      id: 'c',
      competences: ['K1'],
      title: 't',
      situation: 'Erster\nAbsatz.\n \nZweiter.\n',
      question: 'q',
      options: ['a', 'b', 'c'].map((name) => ({ id: name, text: name, rating: 1, field: 'person', feedback: 'f' })),
    }),
  )
  expect(payload).toMatchObject({ situation: ['Erster Absatz.', 'Zweiter.'] })
})

test('ids of gaps, explanations and choices tell nothing, however the author called them', () => {
  const gap = concealed(
    itemSchema.parse({
      id: 'g',
      kind: 'gap',
      competences: ['K1'],
      prompt: 'Ziel: {{beratung}}.',
      gaps: [{ id: 'beratung', label: 'Ziel', answers: ['Beratung'] }],
      feedback: 'Ja.',
    }),
  )
  const payload = toLearner(gap)
  expect(JSON.stringify(payload)).not.toMatch(/beratung/i)
  expect(payload.kind === 'gap' && payload.prompt).toBe(`Ziel: {{${payload.kind === 'gap' && payload.gaps[0]?.id}}}.`)
  const choice = (id: string, next: string) => ({ id, text: id, next, points: { K1: 1 } })
  const dialogue = concealed(
    itemSchema.parse({
      id: 'd',
      kind: 'dialogue',
      competences: ['K1'],
      title: 'T',
      role: 'R',
      counterpart: 'C',
      start: 'n1',
      nodes: [
        { id: 'n1', says: 'S', choices: [choice('best', 'n2'), choice('worst', 'e1')] },
        { id: 'n2', says: 'S', choices: [choice('best', 'e1'), choice('worst', 'n1')] },
      ],
      endings: [{ id: 'e1', outcome: 'good', title: 'E', feedback: 'F' }],
    }),
  )
  const ids = dialogue.kind === 'dialogue' ? dialogue.nodes.flatMap((node) => node.choices.map((one) => one.id)) : []
  expect(new Set(ids).size).toBe(4)
  expect(ids).not.toContain('best')
})
