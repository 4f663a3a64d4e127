/** Warnings on a module's words: sentences, wording by origin, minutes. Justified ones are left out. */
import type { ModuleEdition } from '../course/edition.ts'
import type { Finding } from '../course.ts'
import { finding } from '../faults/fault.ts'
import { textsOf } from '../items/item-texts.ts'
import { countMinutes } from '../items/minutes.ts'
import { sentencesOf } from '../prose/sentences.ts'
import { checkSentence } from './wording.ts'

/** A justification stands in an item's comment behind this word. */
export const JUSTIFIED = /(?:begründet|begruendet|justified)\s*:\s*\S/i

/** Findings on the sentences of the text and of its items. */
export const checkModuleWording = (edition: ModuleEdition): readonly Finding[] => {
  const { file, language, prose, head } = edition
  const found = prose.marks.sentences.flatMap((sentence) =>
    checkSentence(sentence.text, sentence.quoted, language, { file, line: sentence.line, column: sentence.column }),
  )
  const justified = head.head?.justified ?? []
  const codes = justified.map((entry): string => entry.code)
  const unused = justified.flatMap((entry, index) =>
    entry.code === 'module-minutes' || found.some((hit) => hit.code === entry.code)
      ? []
      : [finding('justified-unused', { file, ...head.source.placeOf(['justified', index]) }, { code: entry.code })],
  )
  return [...found.filter((hit) => !codes.includes(hit.code)), ...unused, ...itemSentences(edition)]
}

const itemSentences = ({ items, language }: ModuleEdition): readonly Finding[] =>
  (items?.items ?? []).flatMap(({ item, index }) => {
    const isJustified = JUSTIFIED.test(item.comment ?? '')
    return textsOf(item).flatMap(({ path, text, quoted }) =>
      sentencesOf(text).flatMap((sentence) =>
        checkSentence(sentence.text, quoted, language, {
          file: items?.file ?? '',
          ...(items?.source.placeInText(['items', index, ...path], sentence.offset) ?? { line: 1, column: 1 }),
        }).filter((hit) => !isJustified || hit.code === 'sentence-long'),
      ),
    )
  })

/** The stated minutes against words and items; a quarter of difference is honest. */
export const checkMinutes = ({ file, head, prose, items }: ModuleEdition): readonly Finding[] => {
  if (head.head === undefined || prose.tree.length === 0 || head.head.justified.some((entry) => entry.code === 'module-minutes')) return []
  const { reading, practice } = countMinutes(
    prose.marks.words,
    (items?.items ?? []).map(({ item }) => item),
  )
  const counted = reading + practice
  const stated = head.head.minutes
  if (Math.abs(counted - stated) <= stated * 0.25) return []
  return [
    finding(
      'module-minutes',
      { file, ...head.source.placeOf(['minutes']) },
      { stated, counted: Math.round(counted * 2) / 2, words: prose.marks.words, itemMinutes: practice },
    ),
  ]
}
