/** The closed vocabulary of course texts. One table: what a word may carry, where it may stand, what it may hold. */
import { z } from 'zod'
import type { Bilingual } from '../faults/fault.ts'

export interface Attribute {
  readonly schema: z.ZodType<string>
  readonly expected: Bilingual
  readonly required: boolean
}

export interface Word {
  readonly attributes: Readonly<Record<string, Attribute>>
  /** `block` stands on its own line, `inline` within a sentence. */
  readonly place: 'block' | 'inline'
  /** Words it may stand in; 'text' is the running text outside of any word, 'top' the text outside of lists and quotes too. */
  readonly within: readonly string[]
  /** What it holds: nothing, words of a sentence, paragraphs, one numbered list, or only the named words. */
  readonly holds: 'nothing' | 'inline' | 'blocks' | 'list' | readonly string[]
  /** The rule of its place and of its content, as a sentence. */
  readonly rule: { readonly place: Bilingual; readonly content: Bilingual }
}

const attribute = (schema: z.ZodType<string>, de: string, en: string) => ({ schema, expected: { de, en }, required: true })
const optional = <T extends Attribute>(rule: T) => ({ ...rule, required: false })

const text = attribute(z.string().trim().min(1).max(600), 'ein Text', 'a text')
const alt = attribute(z.string().trim().min(1).max(600), 'was zu sehen ist und was es bedeutet', 'what can be seen and what it means')
const id = attribute(z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/), 'Kleinbuchstaben, Ziffern und Bindestriche', 'small letters, digits and hyphens')
const day = attribute(z.iso.date(), 'ein Datum wie 2026-11-22', 'a date such as 2026-11-22')
const month = attribute(
  z.union([z.iso.date(), z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)]),
  'ein Monat wie 2026-08 oder ein Datum wie 2026-08-31',
  'a month such as 2026-08 or a date such as 2026-08-31',
)
const number = attribute(z.string().regex(/^[1-9]\d?$/), 'eine ganze Zahl von 1 bis 99', 'a whole number from 1 to 99')
const language = attribute(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), 'ein Sprachkürzel wie tr, ar oder en', 'a language code such as tr, ar or en')
const oneOf = (...values: readonly [string, ...string[]]) => attribute(z.enum(values), values.join(', '), values.join(', '))

const OWN_LINE: Bilingual = {
  de: 'Stellen Sie es auf eine eigene Zeile, mit Leerzeilen davor und danach, nicht in ein anderes Wort.',
  en: 'Put it on a line of its own with empty lines around it, not inside another word.',
}
const IN_SENTENCE: Bilingual = { de: 'Es steht mitten im Satz.', en: 'It stands within a sentence.' }
const ONLY_IN = (name: string): Bilingual => ({ de: `Es steht nur direkt in <${name}>.`, en: `It stands directly inside <${name}> only.` })
const PARAGRAPHS: Bilingual = {
  de: 'Nötig ist Text; Überschriften und Aufgaben sind darin nicht erlaubt.',
  en: 'It needs text; headings and items are not allowed inside.',
}
const PHRASE: Bilingual = {
  de: 'Nötig sind Wörter eines Satzes, keine Listen, Überschriften oder Kästen.',
  en: 'It needs words of a sentence, no lists, headings or boxes.',
}
const NOTHING = (name: string): Bilingual => ({ de: `Es hat keinen Inhalt: <${name} … />.`, en: `It has no content: <${name} … />.` })

export const VOCABULARY: Readonly<Record<string, Word>> = {
  Callout: {
    attributes: { kind: oneOf('work', 'note', 'ok'), title: optional(text) },
    place: 'block',
    within: ['text'],
    holds: 'blocks',
    rule: { place: OWN_LINE, content: PARAGRAPHS },
  },
  LegalReference: {
    attributes: { norm: text, stand: month, review: month },
    place: 'block',
    within: ['text', 'Callout', 'Side'],
    holds: 'blocks',
    rule: { place: OWN_LINE, content: PARAGRAPHS },
  },
  Stand: {
    attributes: { date: day, review: day, status: oneOf('verified', 'press', 'unverified'), title: optional(text) },
    place: 'block',
    within: ['text'],
    holds: 'blocks',
    rule: { place: OWN_LINE, content: PARAGRAPHS },
  },
  Term: { attributes: { id }, place: 'inline', within: ['*'], holds: 'inline', rule: { place: IN_SENTENCE, content: PHRASE } },
  Foreign: { attributes: { lang: language }, place: 'inline', within: ['*'], holds: 'inline', rule: { place: IN_SENTENCE, content: PHRASE } },
  Figure: {
    attributes: { src: attribute(z.string().min(1).max(200), 'der Name einer Datei', 'the name of a file'), alt, caption: optional(text) },
    place: 'block',
    within: ['text', 'Callout', 'Side', 'Steps'],
    holds: 'nothing',
    rule: { place: OWN_LINE, content: NOTHING('Figure') },
  },
  Comparison: {
    attributes: {},
    place: 'block',
    within: ['text'],
    holds: ['Side'],
    rule: {
      place: OWN_LINE,
      content: { de: 'Nötig sind genau zwei <Side title="…">, sonst nichts.', en: 'It takes exactly two <Side title="…"> and nothing else.' },
    },
  },
  Side: { attributes: { title: text }, place: 'block', within: ['Comparison'], holds: 'blocks', rule: { place: ONLY_IN('Comparison'), content: PARAGRAPHS } },
  Steps: {
    attributes: {},
    place: 'block',
    within: ['text', 'Callout', 'Side', 'LocalSlot'],
    holds: 'list',
    rule: {
      place: OWN_LINE,
      content: { de: 'Nötig ist genau eine nummerierte Liste (1. …), sonst nichts.', en: 'It takes exactly one numbered list (1. …) and nothing else.' },
    },
  },
  Quote: { attributes: { source: text }, place: 'block', within: ['text', 'Callout', 'Side'], holds: 'blocks', rule: { place: OWN_LINE, content: PARAGRAPHS } },
  Letter: {
    attributes: { caption: text },
    place: 'block',
    within: ['text'],
    holds: ['Line', 'Note'],
    rule: {
      place: OWN_LINE,
      content: {
        de: 'Nötig sind <Line> und <Note>, sonst nichts, und mindestens eine <Line>.',
        en: 'It takes <Line> and <Note> and nothing else, with at least one <Line>.',
      },
    },
  },
  Line: { attributes: { n: optional(number) }, place: 'block', within: ['Letter'], holds: 'inline', rule: { place: ONLY_IN('Letter'), content: PHRASE } },
  Note: {
    attributes: { n: number, title: text },
    place: 'block',
    within: ['Letter'],
    holds: 'blocks',
    rule: { place: ONLY_IN('Letter'), content: PARAGRAPHS },
  },
  LocalSlot: { attributes: { id, title: text }, place: 'block', within: ['text', 'Callout'], holds: 'blocks', rule: { place: OWN_LINE, content: PARAGRAPHS } },
  Item: {
    attributes: { id },
    place: 'block',
    within: ['top'],
    holds: 'nothing',
    rule: {
      place: {
        de: 'Eine Aufgabe steht auf einer eigenen Zeile, nicht in Listen, Zitaten oder Kästen.',
        en: 'An item stands on a line of its own, not in lists, quotes or boxes.',
      },
      content: NOTHING('Item'),
    },
  },
}

/** The word of this name; own properties only, so that <constructor> is no word. */
export const wordOf = (name: string): Word | undefined => (Object.hasOwn(VOCABULARY, name) ? VOCABULARY[name] : undefined)

/** Deepest nesting of a text. */
export const NESTING_LIMIT = 50
