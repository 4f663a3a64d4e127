/** A compiled course revision, frozen and free of keys: everything in `Course` may be shown to a learner. */
import type { JobAid } from './aid/job-aid.ts'
import type { Item, ItemKind, LearnerItem } from './items/item.ts'
import type { ContentTree } from './tree.ts'

export type Language = 'de' | 'en'
export type CompetenceId = 'K1' | 'K2' | 'K3' | 'K4' | 'K5' | 'K6' | 'K7' | 'K8'
export type RoleProfile = 'front_desk' | 'case_work' | 'team_lead' | 'head' | 'trainee'

export interface Course {
  readonly id: string
  /** Hash over everything below and the answer key: the identity of this revision. */
  readonly revision: string
  readonly slug: string
  readonly number: number
  readonly minutes: number
  readonly competences: readonly CompetenceId[]
  readonly core_for: readonly RoleProfile[]
  readonly optional_for: readonly RoleProfile[]
  /** Percent of the points of the items that count. */
  readonly pass_mark: number
  /** How many months a certificate is valid; without, it does not expire. */
  readonly valid_months?: number
  readonly published_on: string
  readonly review_on: string
  readonly languages: readonly Language[]
  readonly text: Readonly<Partial<Record<Language, CourseText>>>
  readonly modules: readonly Module[]
}

export interface CourseText {
  readonly title: string
  readonly summary: string
  readonly objectives: readonly string[]
  readonly body: ContentTree
}

export interface Module {
  readonly id: string
  readonly slug: string
  /** "1.2" */
  readonly number: string
  readonly minutes: number
  /** How many of the minutes go into reading; the rest is for its items. */
  readonly reading_minutes: number
  readonly text: Readonly<Partial<Record<Language, ModuleText>>>
  /** In reading order; the same in every language. */
  readonly items: readonly ItemReference[]
}

export interface ItemReference {
  readonly id: string
  readonly kind: ItemKind
  /** Must be answered before the module can be completed. */
  readonly required: boolean
  /** Counts towards the pass mark. */
  readonly counts: boolean
  readonly minutes: number
}

export interface ModuleText {
  readonly title: string
  readonly summary: string
  readonly sources: readonly string[]
  readonly contents: readonly { readonly id: string; readonly title: string }[]
  /** Its blocks that are not items carry their id, in `id` (headings) or `block`. */
  readonly body: ContentTree
  /**
   * The blocks of `body` in reading order with their plain words: what notes, hits and links hold on to. Unchanged words keep their id;
   * where the languages agree in structure, so do their ids.
   */
  readonly blocks: readonly { readonly id: string; readonly text: string }[]
  readonly items: Readonly<Record<string, LearnerItem>>
  /** The sheet beside the screen, where the module has one. */
  readonly aid?: JobAid
}

/** Whole items with keys, ratings and feedback: server only. module id → item id → item. */
export type AnswerKey = Readonly<Partial<Record<Language, Readonly<Record<string, Readonly<Record<string, Item>>>>>>>

/** What `courses -- check` and the trainer's pages show. Lines and columns count from 1. */
export interface Finding {
  readonly severity: 'error' | 'warning'
  readonly code: string
  /** Relative to courses/, with forward slashes. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: Readonly<Record<Language, string>>
  readonly hint: Readonly<Record<Language, string>>
}

export interface GlossaryEntry {
  readonly id: string
  readonly term: string
  /** Language of the term itself, where it differs from the text. */
  readonly lang?: string | undefined
  readonly definition: string
  /** Other words that people look for when they mean this term. */
  readonly also?: readonly string[] | undefined
  /** Words of the definition that are German where the definition is not. */
  readonly german?: readonly string[] | undefined
}
