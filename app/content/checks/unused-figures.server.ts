import { join } from 'node:path'
import type { CompiledModule, CourseEdition } from '../course/edition.ts'
import { namesIn } from '../course/read-folder.server.ts'
import type { Finding } from '../course.ts'
import { finding, isClean } from '../faults/fault.ts'
import { FIGURE_NAME } from '../prose/figure-file.server.ts'

/** Pictures that no text shows. */
export const checkUnusedFigures = (path: string, at: string, editions: readonly CourseEdition[], modules: readonly CompiledModule[]): readonly Finding[] => {
  const proses = [...editions.map((edition) => edition.prose), ...modules.flatMap((module) => module.editions.map((edition) => edition.prose))]
  // A text that could not be compiled may well show them.
  if (proses.some((prose) => !isClean(prose.findings))) return []
  const unused = (folder: string, where: string, used: ReadonlySet<string>) =>
    namesIn(folder, 'files')
      .filter((name) => FIGURE_NAME.test(name) && !used.has(name))
      .map((name) => finding('figure-unused', { file: `${where}/${name}`, line: 1, column: 1 }, { name }))
  const everywhere = new Set(proses.flatMap((prose) => prose.marks.figures))
  return [
    ...unused(path, at, everywhere),
    ...modules.flatMap(({ folder, editions: own }) =>
      unused(join(path, folder.name), `${at}/${folder.name}`, new Set(own.flatMap((edition) => edition.prose.marks.figures))),
    ),
  ]
}
