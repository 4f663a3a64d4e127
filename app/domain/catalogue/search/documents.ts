/** What can be found: every text that a learner may read before answering anything. Keys, ratings and feedback are not here. */
import type { Course, Language, Module, ModuleText } from '#app/content/course.ts'
import type { LearnerItem } from '#app/content/items/item.ts'
import type { ContentNode } from '#app/content/tree.ts'
import type { Catalogue } from '../catalogue.ts'

/** Where a text stands. */
export type Place =
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'course'; readonly course: Course }
  | { readonly kind: 'module'; readonly course: Course; readonly module: Module }
  /**
   * A block, or a heading with the block below it. `anchor` is its id in the page; `block` that of the block itself, which the page
   * in another language usually has too.
   */
  | { readonly kind: 'block'; readonly course: Course; readonly module: Module; readonly anchor: string; readonly block: string }
  | { readonly kind: 'item'; readonly course: Course; readonly module: Module; readonly item: LearnerItem }

/** One text of the index. */
export interface SearchDocument {
  readonly id: number
  readonly place: Place
  /** Found here a word counts for more: names of terms, courses, modules, headings, situations. */
  readonly title: string
  readonly text: string
  /** Words that help to find the text together with its own, but are no hit alone: titles above it. */
  readonly context: string
  /** The heading it stands under. */
  readonly section: string
}

/** Everything that may be found in the language, terms first, then the courses in order. */
export const documentsOf = (catalogue: Catalogue, language: Language): readonly SearchDocument[] => {
  const documents: SearchDocument[] = []
  const add = (place: Place, words: { readonly title?: string; readonly text?: string; readonly context?: string; readonly section?: string }) => {
    const { title = '', text = '', context = '', section = '' } = words
    documents.push({ id: documents.length, place, title, text, context, section })
  }
  for (const { id, term, definition } of Object.values(catalogue.glossary[language] ?? {})) add({ kind: 'term', term: id }, { title: term, text: definition })
  for (const course of catalogue.courses) {
    const head = course.text[language]
    if (head === undefined) continue
    add({ kind: 'course', course }, { title: head.title, text: [head.summary, ...head.objectives, plain(head.body)].join(' ') })
    for (const module of course.modules) {
      const text = module.text[language]
      if (text === undefined) continue
      add({ kind: 'module', course, module }, { title: text.title, text: text.summary, context: head.title })
      for (const block of blocksOf(text))
        add({ kind: 'block', course, module, anchor: block.id, block: block.own }, { ...block, context: `${text.title} ${block.section}` })
      for (const item of Object.values(text.items)) add({ kind: 'item', course, module, item }, { ...wordsOfItem(item), context: text.title })
    }
  }
  return documents
}

interface FoundBlock {
  readonly id: string
  readonly own: string
  readonly title: string
  readonly text: string
  readonly section: string
}

/**
 * The blocks of a module as hits lead to them: a heading goes with the block below it, so that the jump shows both.
 * A revision from before blocks were named has none; its titles and items are found all the same.
 */
const blocksOf = (text: ModuleText): readonly FoundBlock[] => {
  const headings = new Set(text.body.flatMap((node) => (typeof node !== 'string' && /^h[2-4]$/.test(node[0]) ? [String(node[1]['id'])] : [])))
  const found: FoundBlock[] = []
  let [section, waiting] = ['', undefined as { readonly id: string; readonly text: string } | undefined]
  for (const block of (text as Partial<ModuleText>).blocks ?? []) {
    if (headings.has(block.id)) {
      if (waiting !== undefined) found.push({ id: waiting.id, own: waiting.id, title: waiting.text, text: '', section })
      ;[section, waiting] = [block.text, block]
    } else {
      found.push({ id: waiting?.id ?? block.id, own: block.id, title: waiting?.text ?? '', text: block.text, section })
      waiting = undefined
    }
  }
  if (waiting !== undefined) found.push({ id: waiting.id, own: waiting.id, title: waiting.text, text: '', section })
  return found
}

/**
 * The question as the learner meets it, field by field: what is not named here is not found. Options are left out, because a
 * wrong one, read alone in a list of hits, would look like a statement of the course.
 */
const wordsOfItem = (item: LearnerItem): { readonly title: string; readonly text: string } => {
  switch (item.kind) {
    case 'critical-incident':
      return { title: item.title, text: written(...item.situation, item.question) }
    case 'dialogue':
      return { title: item.title, text: written(item.role, item.counterpart) }
    case 'sjt':
      return { title: item.title, text: written(item.prompt) }
    case 'rewrite':
      return { title: item.title, text: written(item.prompt, item.original) }
    case 'transfer':
      return { title: item.title, text: written(item.task) }
    default:
      return { title: '', text: written(item.prompt) }
  }
}

/** Texts of an item without the marks of emphasis and gaps. */
const written = (...texts: readonly string[]): string =>
  texts
    .join(' ')
    .replace(/\{\{[a-z0-9-]+\}\}/g, '…')
    .replace(/\*+/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const plain = (nodes: readonly ContentNode[]): string =>
  nodes
    .map((node) => (typeof node === 'string' ? node : plain(node.slice(2) as readonly ContentNode[])))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
