/** One course folder: all texts and items compiled, checked, and put together as a revision. */
import { join } from 'node:path'
import { checkCourseHeads, checkIdentities } from '../checks/course.ts'
import { checkUnusedFigures } from '../checks/unused-figures.server.ts'
import { checkSentence } from '../checks/wording.ts'
import type { Finding, Language } from '../course.ts'
import { finding, isClean, sortFindings } from '../faults/fault.ts'
import { hashOfText } from '../hash.ts'
import { assembleCourse } from './assemble-course.server.ts'
import { compileModule } from './compile-module.server.ts'
import type { CompiledCourse } from './compiled.ts'
import { describeCourse } from './describe-course.ts'
import type { CompiledModule, CompileProse, CourseEdition } from './edition.ts'
import { LANGUAGES, type NumberedFolder, readNumberedFolders, readText, strayFiles } from './read-folder.server.ts'
import { readHead } from './read-head.ts'
import { courseHeadSchema } from './schemas.ts'

/** Names that are pages of a course, so no module may be called so. */
const RESERVED_MODULES = ['completion']

/** Never throws: every fault of the folder is a finding, and `course` is there only without errors. */
export const compileCourse = async (root: string, folder: NumberedFolder, compile: CompileProse): Promise<CompiledCourse> => {
  const path = join(root, folder.name)
  const findings: Finding[] = [
    ...strayFiles(
      path,
      folder.name,
      LANGUAGES.map((language) => `course.${language}.mdx`),
    ),
  ]
  const editions = await compileEditions(root, folder, compile, findings)
  const listed = readNumberedFolders(path, folder.name, RESERVED_MODULES)
  findings.push(...listed.findings)
  if (listed.folders.length === 0) findings.push(finding('modules-missing', { file: folder.name, line: 1, column: 1 }))
  const modules: CompiledModule[] = []
  for (const module of listed.folders) modules.push(await compileModule(root, folder.name, module, compile))
  findings.push(
    ...modules.flatMap((module) => module.findings),
    ...checkIdentities(modules),
    ...checkCourseHeads(editions, modules),
    ...checkUnusedFigures(path, folder.name, editions, modules),
  )
  const languages = completeLanguages(editions, modules, folder.name, findings)
  const isWhole = isClean(findings) && languages.length > 0
  const built = isWhole ? assembleCourse(path, folder, editions, modules, languages) : undefined
  return {
    folder: folder.name,
    slug: folder.slug,
    number: folder.number,
    ...(built === undefined ? {} : { course: built.course }),
    key: built?.key ?? {},
    findings: sortFindings(findings),
    ...describeCourse(editions, modules),
  }
}

const compileEditions = async (root: string, folder: NumberedFolder, compile: CompileProse, findings: Finding[]): Promise<readonly CourseEdition[]> => {
  const path = join(root, folder.name)
  const editions: CourseEdition[] = []
  for (const language of LANGUAGES) {
    const file = `${folder.name}/course.${language}.mdx`
    const read = readText(join(path, `course.${language}.mdx`), file)
    if (read === undefined) continue
    if ('fault' in read) {
      findings.push(read.fault)
      continue
    }
    const head = readHead(read.text, file, courseHeadSchema)
    const prose = await compile({ source: head.body, file, folder: path, courseFolder: path, language })
    findings.push(...head.findings, ...prose.findings)
    findings.push(...prose.marks.items.map((place) => finding('item-in-course', { file, line: place.line, column: place.column })))
    findings.push(
      ...prose.marks.sentences.flatMap((sentence) =>
        checkSentence(sentence.text, sentence.quoted, language, { file, line: sentence.line, column: sentence.column }),
      ),
    )
    editions.push({ language, file, hash: hashOfText(read.text), head, prose })
  }
  if (editions.length === 0 && isClean(findings))
    findings.push(finding('course-file-missing', { file: folder.name, line: 1, column: 1 }, { name: 'course.de.mdx' }))
  return editions
}

/** Languages in which the introduction and every module are there; an unfinished translation is left out and said so. */
const completeLanguages = (
  editions: readonly CourseEdition[],
  modules: readonly CompiledModule[],
  folder: string,
  findings: Finding[],
): readonly Language[] => {
  const gaps = LANGUAGES.flatMap((language) => {
    const has = (list: readonly { readonly language: Language }[]) => list.some((edition) => edition.language === language)
    if (!has(editions) && !modules.some((module) => has(module.editions))) return []
    const missing = [
      ...(has(editions) ? [] : [`course.${language}.mdx`]),
      ...modules.filter((module) => !has(module.editions)).map((module) => `${module.folder.name}/module.${language}.mdx`),
    ]
    return [{ language, missing }]
  })
  const complete = gaps.filter((gap) => gap.missing.length === 0).map((gap) => gap.language)
  const [started] = gaps
  const spot = { file: editions[0]?.file ?? folder, line: 1, column: 1 }
  if (complete.length > 0)
    findings.push(
      ...gaps
        .filter((gap) => gap.missing.length > 0)
        .map((gap) => finding('language-incomplete', spot, { language: gap.language, missing: gap.missing.join(', ') })),
    )
  else if (started !== undefined && isClean(findings))
    findings.push(...started.missing.map((name) => finding('course-file-missing', { ...spot, file: folder }, { name })))
  return complete
}
