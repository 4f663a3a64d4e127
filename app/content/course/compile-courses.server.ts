/** The whole folder: every course compiled (or taken from the cache), all checks run. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkCourseIds, checkDates, checkLinks, checkTerms } from '../checks/across.ts'
import type { Finding } from '../course.ts'
import { finding, isClean, sortFindings } from '../faults/fault.ts'
import { type IsolatedCompiler, isolatedCompiler } from '../prose/isolated-compiler.server.ts'
import type { BibliographyEntry } from './bibliography.ts'
import { BIBLIOGRAPHY_FILE, readBibliography } from './bibliography.server.ts'
import { compileCourse } from './compile-course.server.ts'
import type { CompileProse } from './edition.ts'
import type { CompiledCourse } from './compiled.ts'
import { compilerHash } from './compiler-hash.server.ts'
import { type Glossary, readGlossary } from './glossary.server.ts'
import { checkLock, type Lock, readLock } from './lock.server.ts'
import { LANGUAGES, namesIn, type NumberedFolder, readNumberedFolders, sourceHash } from './read-folder.server.ts'

export interface CompiledCourses {
  readonly courses: readonly CompiledCourse[]
  /** Folders of courses without any error: these may be published. */
  readonly publishable: ReadonlySet<string>
  readonly glossary: Glossary
  readonly bibliography: readonly BibliographyEntry[]
  readonly lock: Lock
  /** Everything, sorted by file and line. */
  readonly findings: readonly Finding[]
}

export interface CompileOptions {
  /** Calendar date (Europe/Berlin) for review dates. */
  readonly today: string
  /** Folder for compiled courses by hash; null compiles afresh. */
  readonly cache?: string | null
  /** Compile texts in a worker thread with a time limit. */
  readonly isolate?: boolean
}

/** Reads and checks `courses/`. Never throws for what authors write; a missing folder is an empty one. */
export const compileCourses = async (coursesFolder: string, options: CompileOptions): Promise<CompiledCourses> => {
  const root = resolve(coursesFolder)
  const listed = readNumberedFolders(root, '')
  const compiler = lazyCompiler(options.isolate ?? true)
  const courses: CompiledCourse[] = []
  try {
    for (const folder of listed.folders) courses.push(await cached(root, folder, options.cache ?? null, compiler.compile))
  } finally {
    await compiler.close()
  }
  return check(root, courses, listed.findings, options.today)
}

const check = (root: string, courses: readonly CompiledCourse[], folderFindings: readonly Finding[], today: string): CompiledCourses => {
  const { glossary, findings: glossaryFindings } = readGlossary(root)
  const { bibliography, findings: bibliographyFindings } = readBibliography(root, courses)
  const lock = readLock(root)
  const lockFindings = checkLock(lock, courses)
  const stray = namesIn(root, 'files').filter(
    (name) => !['README.md', 'courses.lock', BIBLIOGRAPHY_FILE, ...LANGUAGES.map((language) => `glossary.${language}.yaml`)].includes(name),
  )
  const termFindings = isClean(glossaryFindings) ? checkTerms(courses, glossary) : []
  const perCourse = [
    ...folderFindings,
    ...courses.flatMap((course) => course.findings),
    ...checkCourseIds(courses),
    ...checkLinks(courses),
    ...termFindings,
    ...checkDates(courses, today),
  ]
  const faulty = perCourse.filter((entry) => entry.severity === 'error')
  const locked = new Set(lockFindings.filter((entry) => entry.finding.severity === 'error').map((entry) => entry.course))
  const publishable = courses.filter(
    (course) =>
      course.course !== undefined &&
      !locked.has(course.course.id) &&
      !faulty.some((entry) => entry.file === course.folder || entry.file.startsWith(`${course.folder}/`)),
  )
  return {
    courses,
    publishable: new Set(publishable.map((course) => course.folder)),
    glossary,
    bibliography,
    lock,
    findings: sortFindings([
      ...perCourse,
      ...glossaryFindings,
      ...bibliographyFindings,
      ...lock.findings,
      ...lockFindings.map((entry) => entry.finding),
      ...stray.map(strayFinding),
    ]),
  }
}

const strayFinding = (name: string): Finding => finding('file-unknown', { file: name, line: 1, column: 1 }, { name })

/** The compiler is loaded when the first text needs it: a warm start does without. */
const lazyCompiler = (isolate: boolean): { readonly compile: CompileProse; readonly close: () => Promise<void> } => {
  if (!isolate) return { compile: async (job) => (await import('../prose/compile-prose.server.ts')).compileProse(job), close: async () => {} }
  let compiler: IsolatedCompiler | undefined
  return {
    compile: (job) => {
      compiler ??= isolatedCompiler()
      return compiler.compile(job)
    },
    close: async () => compiler?.close(),
  }
}

const cached = async (root: string, folder: NumberedFolder, cache: string | null, compile: CompileProse): Promise<CompiledCourse> => {
  if (cache === null) return compileCourse(root, folder, compile)
  const file = join(cache, `${compilerHash().slice(0, 16)}-${sourceHash(join(root, folder.name)).slice(0, 32)}.json`)
  const stored = readCache(file, folder)
  if (stored !== undefined) return stored
  const compiled = await compileCourse(root, folder, compile)
  // A text that ran out of time may well compile the next time.
  if (!compiled.findings.some((entry) => entry.code === 'compile-timeout')) writeCache(cache, file, compiled)
  return compiled
}

const readCache = (file: string, folder: NumberedFolder): CompiledCourse | undefined => {
  if (!existsSync(file)) return undefined
  try {
    const stored: CompiledCourse = JSON.parse(readFileSync(file, 'utf8'))
    return stored.folder === folder.name && Array.isArray(stored.findings) ? stored : undefined
  } catch {
    return undefined
  }
}

/** A cache that cannot be written costs time, never the start. */
const writeCache = (cache: string, file: string, compiled: CompiledCourse) => {
  try {
    mkdirSync(cache, { recursive: true })
    writeFileSync(`${file}.part`, JSON.stringify(compiled))
    renameSync(`${file}.part`, file)
  } catch {
    // read-only folder
  }
}
