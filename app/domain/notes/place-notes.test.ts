import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Language } from '#app/content/course.ts'
import { nameBlocks } from '#app/content/prose/name-blocks.ts'
import type { ContentNode } from '#app/content/tree.ts'
import { type Note, quoteOf } from './note.ts'
import { type BlocksByLanguage, placeNotes } from './place-notes.ts'

/** A text as paragraphs; "# " begins a heading. The second text is the translation. */
const blocksOf = (german: readonly string[], english?: readonly string[]): BlocksByLanguage => {
  const tree = (texts: readonly string[]): ContentNode[] =>
    texts.map((text) => (text.startsWith('# ') ? ['h2', { id: text.slice(2).toLowerCase().replace(/ /g, '-') }, text.slice(2)] : ['p', {}, text]))
  const [de, en] = nameBlocks([tree(german), ...(english === undefined ? [] : [tree(english)])])
  return { de: de?.blocks ?? [], ...(en === undefined ? {} : { en: en.blocks }) }
}

const noteOn = (blocks: BlocksByLanguage, text: string, language: Language = 'de'): Note => {
  const block = blocks[language]?.find((one) => one.text === text)
  if (block === undefined) throw new Error(`no block ${text}`)
  const at = '2026-11-20T09:00:00.000Z'
  const own = { block_id: block.id, quote: quoteOf(text), language, text: `zu: ${text}` }
  return { id: `note-${block.id}`, course_id: 'c', module_id: 'm', ...own, created_at: at, saved_at: at }
}

/** The words at which the note stands, with "*" where they changed; null where it has no place. */
const standsAt = (note: Note, blocks: BlocksByLanguage, shown: Language = 'de') => {
  const [placed, ...more] = placeNotes([note], blocks, shown)
  expect(more).toEqual([])
  expect(placed?.note).toBe(note)
  if (placed?.block == null) return null
  return `${placed.changed ? '*' : ''}${blocks[shown]?.find(({ id }) => id === placed.block)?.text}`
}

const FRIST = 'Die Frist beginnt an dem Tag, an dem der Brief im Briefkasten liegt.'
const GRUND = 'Nennen Sie den Grund zuerst und die Folge danach, in zwei kurzen Sätzen.'
const RUHE = 'Wer laut wird, hat oft schon dreimal an der falschen Tür gestanden.'
const before = blocksOf(['# Anfang', FRIST, GRUND, '# Ende', RUHE])

test('a note follows its block wherever it moves, whatever is written around it', () => {
  const after = blocksOf(['# Ende', 'Ganz neu.', GRUND, '# Anfang', 'Auch neu.', FRIST])
  expect(standsAt(noteOn(before, FRIST), after)).toBe(FRIST)
  expect(standsAt(noteOn(before, 'Anfang'), after)).toBe('Anfang')
})

test('an edited block is known again, and said to be changed', () => {
  const edited = 'Die Frist beginnt an dem Tag, an dem der Brief tatsächlich im Briefkasten der Person liegt.'
  expect(standsAt(noteOn(before, FRIST), blocksOf(['# Anfang', GRUND, RUHE, edited]))).toBe(`*${edited}`)
})

test('a block that is gone leaves its note without a place, never at a stranger', () => {
  expect(standsAt(noteOn(before, FRIST), blocksOf(['# Anfang', GRUND, '# Ende', RUHE]))).toBeNull()
  expect(standsAt(noteOn(before, FRIST), { de: [] })).toBeNull()
  expect(standsAt(noteOn(before, FRIST), {})).toBeNull()
})

test('two blocks that are alike are not told apart by guessing', () => {
  const [one, two] = [`${FRIST} Montag.`, `${FRIST} Freitag.`]
  expect(standsAt(noteOn(before, FRIST), blocksOf([one, two]))).toBeNull()
  const twice = blocksOf([FRIST, GRUND, FRIST])
  const second = { ...noteOn(twice, FRIST), block_id: twice.de?.[2]?.id ?? '' }
  expect(placeNotes([second], twice, 'de')[0]?.block).toBe(twice.de?.[2]?.id)
})

test('a few words are known by being the same, not by being alike', () => {
  const short = blocksOf(['Sagen Sie Nein.', GRUND])
  expect(standsAt(noteOn(short, 'Sagen Sie Nein.'), blocksOf(['Sagen Sie Ja.', GRUND]))).toBeNull()
})

test('notes stand in reading order, those without a place last', () => {
  const notes = [RUHE, FRIST, GRUND].map((text) => noteOn(before, text))
  expect(placeNotes(notes, blocksOf([GRUND, RUHE]), 'de').map(({ note }) => note.quote)).toEqual([GRUND, RUHE, FRIST])
})

const EN = [
  '# Start',
  'The period begins on the day the letter is in the box.',
  'Give the reason first.',
  '# End',
  'Whoever gets loud has been to three doors.',
]
const DE = ['# Anfang', FRIST, GRUND, '# Ende', RUHE]
const both = blocksOf(DE, EN)

test('a note holds in both languages, on headings too', () => {
  expect(standsAt(noteOn(both, GRUND), both, 'en')).toBe(EN[2])
  expect(standsAt(noteOn(both, 'Give the reason first.', 'en'), both, 'de')).toBe(GRUND)
  expect(standsAt(noteOn(both, 'Ende'), both, 'en')).toBe('End')
})

test('an edit in one language does not say that the other has changed', () => {
  const edited = blocksOf(['# Anfang', FRIST, `${GRUND} Immer.`, '# Ende', RUHE], EN)
  expect(standsAt(noteOn(both, 'Give the reason first.', 'en'), edited, 'en')).toBe('Give the reason first.')
  expect(standsAt(noteOn(both, GRUND), edited, 'en')).toBe('*Give the reason first.')
})

test('what has no counterpart in the shown language stands at the nearest block before it that has one', () => {
  const uneven = blocksOf(['# Anfang', FRIST, GRUND, '# Ende', RUHE], ['# Start', 'All in one.', '# End', 'The end.'])
  expect(standsAt(noteOn(uneven, GRUND), uneven, 'en')).toBe('Start')
  expect(standsAt(noteOn(uneven, RUHE), uneven, 'en')).toBe('The end.')
})

test('a translation whose blocks changed places keeps its notes by words, not by the ids of the original', () => {
  const [long, other] = ['The officer explains the reason for the decision in plain words.', 'The applicant may bring a trusted person to every appointment.']
  const original = blocksOf([FRIST, GRUND], [long, other])
  const swapped = blocksOf([FRIST, GRUND], [other, long])
  expect(standsAt(noteOn(original, long, 'en'), swapped, 'en')).toBe(long)
  const edited = 'The officer always explains the main reason for a decision in very plain words.'
  expect(standsAt(noteOn(original, long, 'en'), blocksOf([FRIST, GRUND], [other, edited]), 'en')).toBe(`*${edited}`)
})

test('a rewritten translation is known by the id of the original as long as something of it is left', () => {
  const first = 'Give the reason first and the consequence afterwards, in two short sentences.'
  const before = blocksOf([FRIST, GRUND], [RUHE, first])
  const rewritten = 'Begin with the reason; the consequence comes afterwards, and one sentence is enough for each.'
  const other = 'Ask whether anything has remained unclear before you close the file.'
  expect(standsAt(noteOn(before, first, 'en'), blocksOf([FRIST, GRUND], [RUHE, rewritten]), 'en')).toBe(`*${rewritten}`)
  expect(standsAt(noteOn(before, first, 'en'), blocksOf([FRIST, GRUND], [RUHE, other]), 'en')).toBeNull()
})

test('the id of the original is no reason to stand at a translated block that is less alike than another', () => {
  const [reason, room] = ['The officer explains the reason for the decision in plain words.', 'The officer explains the rules for the room in plain words.']
  const before = blocksOf([FRIST, GRUND], [reason, RUHE])
  const rewritten = 'Officers give the reason for the decision in one plain sentence today.'
  const after = blocksOf([FRIST, GRUND], [room.replace('plain words', 'a calm voice'), rewritten])
  expect(standsAt(noteOn(before, reason, 'en'), after, 'en')).toBeNull()
})

const words = fc.constantFrom(...Array.from({ length: 400 }, (_, index) => `wort${index}`))
const paragraph = fc.array(words, { minLength: 8, maxLength: 25 }).map((list) => list.join(' '))
type Edit = { readonly kind: 'move' | 'insert' | 'delete' | 'word'; readonly at: number; readonly to: number; readonly text: string }
const edits = fc.array(
  fc.record({ kind: fc.constantFrom('move', 'insert', 'delete', 'word'), at: fc.nat(30), to: fc.nat(30), text: paragraph }) as fc.Arbitrary<Edit>,
  { maxLength: 25 },
)

/** A paragraph through its edits: `origin` is its first wording, or null where it was written later. */
interface Traced {
  readonly origin: string | null
  readonly text: string
}

const apply = (list: readonly Traced[], { kind, at, to, text }: Edit): readonly Traced[] => {
  const index = list.length === 0 ? 0 : at % list.length
  const one = list[index]
  if (kind === 'insert' || one === undefined) return list.toSpliced(index, 0, { origin: null, text })
  const rest = list.toSpliced(index, 1)
  if (kind === 'delete') return rest
  if (kind === 'move') return rest.toSpliced(rest.length === 0 ? 0 : to % rest.length, 0, one)
  const changed = one.text.split(' ')
  changed[to % changed.length] = text.split(' ')[0] ?? ''
  return list.toSpliced(index, 1, { ...one, text: changed.join(' ') })
}

test('random edits lose no note and put none on a stranger', () => {
  fc.assert(
    fc.property(fc.uniqueArray(paragraph, { minLength: 1, maxLength: 12 }), edits, (texts, history) => {
      const first = blocksOf(texts)
      const notes = texts.map((text) => noteOn(first, text))
      const traced = history.reduce(apply, texts.map((text): Traced => ({ origin: text, text })) as readonly Traced[])
      const placed = placeNotes(notes, blocksOf(traced.map(({ text }) => text)), 'de')
      expect(placed.map(({ note }) => note.id).sort()).toEqual(notes.map(({ id }) => id).sort())
      const blocks = blocksOf(traced.map(({ text }) => text)).de ?? []
      for (const { note, block, changed } of placed) {
        const text = blocks.find(({ id }) => id === block)?.text
        if (text !== undefined) expect(traced.filter((one) => one.text === text).map(({ origin }) => origin)).toContain(note.quote)
        if (text !== undefined) expect(changed).toBe(text !== note.quote)
        if (traced.some((one) => one.text === note.quote)) expect(text).toBe(note.quote)
      }
    }),
    { numRuns: 300 },
  )
})

test('one edited word in ten is no reason to lose the place', () => {
  fc.assert(
    fc.property(fc.uniqueArray(paragraph, { minLength: 2, maxLength: 8 }), fc.nat(), (texts, at) => {
      const target = texts[at % texts.length] ?? ''
      const edited = target
        .split(' ')
        .map((word, index) => (index % 10 === 4 ? 'neu' : word))
        .join(' ')
      expect(standsAt(noteOn(blocksOf(texts), target), blocksOf(texts.map((text) => (text === target ? edited : text))))).toBe(`*${edited}`)
    }),
  )
})
