/** One module folder in all its languages. */
import { join } from 'node:path'
import { checkLanguages } from '../checks/languages.ts'
import { checkMinutes, checkModuleWording } from '../checks/module-text.ts'
import { checkPlacement } from '../checks/placement.ts'
import type { Finding, Language } from '../course.ts'
import { finding } from '../faults/fault.ts'
import { hashOfText } from '../hash.ts'
import { type ItemsFile, readItems } from '../items/read-items.ts'
import type { CompiledModule, CompileProse, ModuleEdition } from './edition.ts'
import { LANGUAGES, type NumberedFolder, readText, strayFiles } from './read-folder.server.ts'
import { readHead } from './read-head.ts'
import { moduleHeadSchema } from './schemas.ts'

/** Reads, compiles and checks a module. Never throws. */
export const compileModule = async (root: string, courseFolder: string, folder: NumberedFolder, compile: CompileProse): Promise<CompiledModule> => {
  const path = join(root, courseFolder, folder.name)
  const at = `${courseFolder}/${folder.name}`
  const findings: Finding[] = [
    ...strayFiles(
      path,
      at,
      LANGUAGES.flatMap((language) => [`module.${language}.mdx`, `items.${language}.yaml`]),
    ),
  ]
  const editions: ModuleEdition[] = []
  for (const language of LANGUAGES) {
    const file = `${at}/module.${language}.mdx`
    const read = readText(join(path, `module.${language}.mdx`), file)
    if (read === undefined) continue
    if ('fault' in read) {
      findings.push(read.fault)
      continue
    }
    const head = readHead(read.text, file, moduleHeadSchema)
    const prose = await compile({ source: head.body, file, folder: path, courseFolder: join(root, courseFolder), language })
    const items = readItemsFile(path, at, language)
    if (items !== undefined && 'fault' in items) findings.push(items.fault)
    editions.push({ language, file, hash: hashOfText(read.text), head, prose, items: items === undefined || 'fault' in items ? undefined : items })
  }
  if (editions.length === 0 && findings.every((entry) => entry.severity !== 'error'))
    findings.push(finding('course-file-missing', { file: at, line: 1, column: 1 }, { name: 'module.de.mdx' }))
  for (const edition of editions) {
    findings.push(...edition.head.findings, ...edition.prose.findings, ...(edition.items?.findings ?? []))
    findings.push(...checkPlacement(edition), ...checkModuleWording(edition))
  }
  const [first] = editions
  if (first !== undefined) findings.push(...checkMinutes(first), ...editions.slice(1).flatMap((edition) => checkLanguages(first, edition)))
  return { folder, editions, findings }
}

const readItemsFile = (path: string, at: string, language: Language): ItemsFile | { readonly fault: Finding } | undefined => {
  const file = `${at}/items.${language}.yaml`
  const read = readText(join(path, `items.${language}.yaml`), file)
  if (read === undefined) return undefined
  return 'fault' in read ? read : readItems(read.text, file)
}
