/**
 * One text of the repository: MDX → mdx-bundler (guarded) → own runtime → ContentTree. Text written in the browser never
 * comes here. Nothing is evaluated that the guard has not passed.
 */
import vm from 'node:vm'
import type { Root } from 'mdast'
import { bundleMDX } from 'mdx-bundler'
import remarkGfm from 'remark-gfm'
import type { Finding, Language } from '../course.ts'
import { finding, isClean, type Place } from '../faults/fault.ts'
import { forbiddenSigns } from '../faults/forbidden-signs.ts'
import type { ContentTree } from '../tree.ts'
import { findComponent, onlyOwnFiles } from './component-file.server.ts'
import { findFigure } from './figure-file.server.ts'
import { ForbiddenOutput, finishTree } from './finish-tree.ts'
import { guard } from './guard.ts'
import { type Marks, NO_MARKS } from './marks.ts'
import { ComponentFailure, RUNTIME } from './runtime.ts'
import { parseForgivingly } from './syntax.ts'
import { VOCABULARY } from './vocabulary.ts'
import { wholeParagraphs } from './whole-paragraphs.ts'

export interface ProseJob {
  /** The file with its head blanked out. */
  readonly source: string
  /** Relative to courses/, for findings. */
  readonly file: string
  /** Absolute. */
  readonly folder: string
  readonly courseFolder: string
  readonly language: Language
}

export interface Prose {
  /** Empty where findings hold an error. */
  readonly tree: ContentTree
  readonly contents: readonly { readonly id: string; readonly title: string }[]
  readonly marks: Marks
  readonly findings: readonly Finding[]
}

/** Milliseconds that the components of one text may take together. */
const EVALUATION_LIMIT = 1000

/** Never throws: every fault is a finding. */
export const compileProse = async (job: ProseJob): Promise<Prose> => {
  const signs = forbiddenSigns(job.source, job.file)
  const prose = await compileGuarded(job)
  if (signs.length === 0) return prose
  // The guard sees them, too, but not where in a paragraph they stand.
  return { ...prose, tree: [], contents: [], findings: [...signs, ...prose.findings.filter((entry) => entry.code !== 'character-forbidden')] }
}

const compileGuarded = async (job: ProseJob): Promise<Prose> => {
  let guarded: ReturnType<typeof guard> | undefined
  const stopAtFaults = () => (root: Root) => {
    guarded = guardJob(root, job)
    if (!isClean(guarded.findings)) throw new Error('refused by the guard')
    wholeParagraphs(root)
  }
  try {
    const code = await bundle(job, stopAtFaults)
    const finished = finishTree(evaluate(code), (src) => {
      const found = findFigure(src, job.folder, job.courseFolder)
      return 'figure' in found ? found.figure : undefined
    })
    const marks: Marks = { ...NO_MARKS, ...guarded?.marks, anchors: finished.anchors }
    return { tree: finished.tree, contents: finished.contents, marks, findings: guarded?.findings ?? [] }
  } catch (error) {
    const marks: Marks = { ...NO_MARKS, ...guarded?.marks }
    if (guarded !== undefined && !isClean(guarded.findings)) return { tree: [], contents: [], marks, findings: guarded.findings }
    return { tree: [], contents: [], marks, findings: toFindings(error, job, guarded?.components ?? new Map()) }
  }
}

const guardJob = (root: Root, job: ProseJob) =>
  guard(root, job.file, {
    figure: (src) => faultOf(findFigure(src, job.folder, job.courseFolder)),
    component: (path) => faultOf(findComponent(path, job.folder, job.courseFolder)),
  })

const faultOf = <F>(result: object | { readonly fault: F }): F | null => ('fault' in result ? (result.fault as F) : null)

const bundle = async (job: ProseJob, stopAtFaults: () => (root: Root) => void): Promise<string> => {
  const { code } = await bundleMDX({
    source: job.source,
    cwd: job.folder,
    grayMatterOptions: (options) => ({
      ...options,
      engines: { js: refuse, javascript: refuse, json: refuse, coffee: refuse, coffeescript: refuse, cson: refuse, toml: refuse, yaml: refuse },
    }),
    mdxOptions: (options) => ({
      ...options,
      remarkPlugins: [[remarkGfm, { singleTilde: false }], stopAtFaults],
      rehypePlugins: [],
      remarkRehypeOptions: { clobberPrefix: '', footnoteLabelProperties: {}, ...FOOTNOTES[job.language] },
      tableCellAlignToStyle: false,
    }),
    esbuildOptions: (options) => ({
      ...options,
      plugins: [onlyOwnFiles(job.folder, job.courseFolder), ...(options.plugins ?? [])],
      tsconfigRaw: {},
      minify: false,
      logLevel: 'silent',
    }),
  })
  return code
}

const refuse = () => {
  throw new Error('front matter is read before')
}

const FOOTNOTES = {
  de: { footnoteLabel: 'Fußnoten', footnoteBackLabel: (index: number) => `Zurück zur Stelle ${index + 1} im Text` },
  en: { footnoteLabel: 'Footnotes', footnoteBackLabel: (index: number) => `Back to reference ${index + 1} in the text` },
} as const

/** Runs the bundle in a context of its own (no process, no require) with a time limit; React is our runtime. */
const evaluate = (code: string): unknown => {
  const context = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } })
  const options = { timeout: EVALUATION_LIMIT }
  const make: unknown = vm.runInContext(`(function (React, ReactDOM, _jsx_runtime) {\n${code}\n})`, context, options)
  Object.assign(context, { make, runtime: RUNTIME, words: Object.fromEntries(Object.keys(VOCABULARY).map((name) => [name, name])) })
  return vm.runInContext('make(runtime, {}, runtime).default({ components: words })', context, options)
}

const toFindings = (error: unknown, job: ProseJob, components: ReadonlyMap<string, Place>): readonly Finding[] => {
  const [first] = components
  const spot = { file: job.file, line: 1, column: 1, ...first?.[1] }
  if (error instanceof ComponentFailure)
    return [finding('component-output', { ...spot, ...components.get(error.component) }, { name: error.component, what: error.message })]
  if (error instanceof ForbiddenOutput) return [finding('component-output', spot, { name: first?.[0] ?? '?', what: error.message })]
  if (isTimeout(error)) return [finding('compile-timeout', spot, { seconds: EVALUATION_LIMIT / 1000 })]
  const { findings, root } = parseForgivingly(job.source, job.file)
  if (findings.length === 0) return [finding('compile-failed', spot, { reason: reasonOf(error) })]
  const others = root === undefined ? [] : guardJob(root, job).findings.filter((entry) => !NEEDS_WHOLE_TEXT.has(entry.code))
  return [...findings, ...others]
}

/** Faults that may be the echo of a line left out. */
const NEEDS_WHOLE_TEXT: ReadonlySet<string> = new Set(['word-place', 'word-contents', 'heading-jump', 'note-line', 'word-unknown', 'image-inline'])

const isTimeout = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'

/** Without absolute paths: findings are shown to trainers too. */
const reasonOf = (error: unknown): string => {
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error)
  return message.replace(/(?:[A-Za-z]:)?(?:\/[^\s:'"]+)+\/([^/\s:'"]+)/g, '$1')
}
