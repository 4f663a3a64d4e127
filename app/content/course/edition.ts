/** A course and its modules between reading and assembling: one edition a language. */
import type { JobAidFile } from '../aid/read-job-aid.ts'
import type { Finding, Language } from '../course.ts'
import type { ItemsFile } from '../items/read-items.ts'
import type { Prose, ProseJob } from '../prose/compile-prose.server.ts'
import type { NumberedFolder } from './read-folder.server.ts'
import type { Head } from './read-head.ts'
import type { CourseHead, ModuleHead } from './schemas.ts'

/** Turns one text into a tree: in this thread or in a worker. */
export type CompileProse = (job: ProseJob) => Promise<Prose>

/** One language of a module. */
export interface ModuleEdition {
  readonly language: Language
  readonly file: string
  /** Of the file as written, for the lock. */
  readonly hash: string
  readonly head: Head<ModuleHead>
  readonly prose: Prose
  /** Undefined where the module has no items file. */
  readonly items: ItemsFile | undefined
  /** Undefined where the module has no job aid. */
  readonly aid: JobAidFile | undefined
}

export interface CompiledModule {
  readonly folder: NumberedFolder
  readonly editions: readonly ModuleEdition[]
  readonly findings: readonly Finding[]
}

/** The introduction of a course in one language. */
export interface CourseEdition {
  readonly language: Language
  readonly file: string
  /** Of the file as written, for the lock. */
  readonly hash: string
  readonly head: Head<CourseHead>
  readonly prose: Prose
}
