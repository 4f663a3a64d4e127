/** What a text mentions, with places: what the checks over the whole folder look at. */
import type { Place } from '../faults/fault.ts'

export interface Sentence extends Place {
  readonly text: string
  /** In a quotation, a letter or a comparison: may be clumsy on purpose. */
  readonly quoted: boolean
}

export interface DatedPlace extends Place {
  /** Day or month until which the statement is to be checked again. */
  readonly review: string
}

export interface Marks {
  readonly items: readonly (Place & { readonly id: string })[]
  readonly terms: readonly (Place & { readonly id: string })[]
  /** Links within the platform and on the page. */
  readonly links: readonly (Place & { readonly url: string })[]
  readonly dates: readonly DatedPlace[]
  readonly figures: readonly string[]
  /** Ids that a link on the page may lead to. */
  readonly anchors: readonly string[]
  /** Levels of the headings and names of the words in order: the outline that all languages share. */
  readonly outline: readonly string[]
  readonly sentences: readonly Sentence[]
  readonly words: number
}

export const NO_MARKS: Marks = { items: [], terms: [], links: [], dates: [], figures: [], anchors: [], outline: [], sentences: [], words: 0 }
