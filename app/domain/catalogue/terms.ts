/** The glossary as its page shows it: in alphabetical order, with the modules that use each term. */
import type { Course, GlossaryEntry, Language, Module } from '#app/content/course.ts'
import type { ContentNode } from '#app/content/tree.ts'
import type { Catalogue } from './catalogue.ts'

export interface TermEntry {
  readonly id: string
  /** In the language of the page, or in `lang`. */
  readonly name: string
  readonly lang: string | undefined
  /** The German term, on pages in another language, where it differs from the name. */
  readonly german: string | undefined
  readonly definition: string
  /** Words of the definition that are German where the definition is not. */
  readonly germanWords: readonly string[]
  readonly usedIn: readonly { readonly course: Course; readonly module: Module }[]
}

/** Terms under one letter. */
export interface TermLetter {
  readonly letter: string
  readonly terms: readonly TermEntry[]
}

/** All terms of the language by their first letter. `readable`: courses whose modules may be named. */
export const listTerms = (catalogue: Catalogue, language: Language, readable: readonly Course[]): readonly TermLetter[] => {
  const uses = usesOf(readable, language)
  const order = new Intl.Collator(language, { sensitivity: 'base', ignorePunctuation: true })
  const letters = new Map<string, TermEntry[]>()
  const entries = Object.values(catalogue.glossary[language] ?? {}).map((entry) => termEntry(entry, language, uses))
  for (const entry of entries.sort((a, b) => order.compare(a.name, b.name))) {
    const letter = letterOf(entry.name)
    letters.set(letter, [...(letters.get(letter) ?? []), entry])
  }
  return [...letters].map(([letter, terms]) => ({ letter, terms }))
}

/** The name of a term, and the German one that authors put in brackets after it where the page is not German. */
export const germanApart = (term: string, language: Language): { readonly name: string; readonly german: string | undefined } => {
  const [, name, german] = language === 'de' ? [] : (/^(.+) \((.+)\)$/.exec(term) ?? [])
  return name === undefined ? { name: term, german: undefined } : { name, german }
}

const termEntry = (entry: GlossaryEntry, language: Language, uses: ReadonlyMap<string, TermEntry['usedIn']>): TermEntry => {
  const { id, definition, lang, german = [] } = entry
  return { id, ...germanApart(entry.term, language), lang, definition, germanWords: german, usedIn: uses.get(id) ?? [] }
}

/** A to Z; ä stands under A, and what begins with no letter under #. */
const letterOf = (name: string): string => {
  const letter = name.normalize('NFD').charAt(0).toUpperCase()
  return /[A-Z]/.test(letter) ? letter : '#'
}

/** Term → modules whose text explains it, in the language of the page or, where the course has none in it, in its own. */
const usesOf = (courses: readonly Course[], language: Language): ReadonlyMap<string, TermEntry['usedIn']> => {
  const uses = new Map<string, { course: Course; module: Module }[]>()
  for (const course of courses) {
    for (const module of course.modules) {
      const text = module.text[language] ?? module.text[course.languages[0] ?? 'de']
      for (const id of new Set(termsIn(text?.body ?? []))) uses.set(id, [...(uses.get(id) ?? []), { course, module }])
    }
  }
  return uses
}

const termsIn = (nodes: readonly ContentNode[]): readonly string[] =>
  nodes.flatMap((node) => {
    if (typeof node === 'string') return []
    const [name, props, ...children] = node
    return [...(name === 'Term' ? [String(props['id'])] : []), ...termsIn(children)]
  })
