/** One module folder in all its languages. */
import { join } from 'node:path'
import { checkJobAid, checkJobAidLanguages } from '../aid/check-job-aid.ts'
import { readJobAid } from '../aid/read-job-aid.ts'
import { checkLanguages } from '../checks/languages.ts'
import { checkMinutes, checkModuleWording } from '../checks/module-text.ts'
import { checkPlacement } from '../checks/placement.ts'
import type { Finding } from '../course.ts'
import { finding } from '../faults/fault.ts'
import { hashOfText } from '../hash.ts'
import { readItems } from '../items/read-items.ts'
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
      LANGUAGES.flatMap((language) => [`module.${language}.mdx`, `items.${language}.yaml`, `aid.${language}.yaml`]),
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
    const beside = { path, at, findings }
    const items = readBeside(`items.${language}.yaml`, beside, readItems)
    const aid = readBeside(`aid.${language}.yaml`, beside, readJobAid)
    editions.push({ language, file, hash: hashOfText(read.text), head, prose, items, aid })
  }
  if (editions.length === 0 && findings.every((entry) => entry.severity !== 'error'))
    findings.push(finding('course-file-missing', { file: at, line: 1, column: 1 }, { name: 'module.de.mdx' }))
  for (const edition of editions) {
    findings.push(...edition.head.findings, ...edition.prose.findings, ...(edition.items?.findings ?? []), ...(edition.aid?.findings ?? []))
    findings.push(...checkPlacement(edition), ...checkModuleWording(edition), ...checkJobAid(edition))
  }
  const [first] = editions
  if (first !== undefined)
    findings.push(
      ...editions.flatMap(checkMinutes),
      ...editions.slice(1).flatMap((edition) => [...checkLanguages(first, edition), ...checkJobAidLanguages(first, edition)]),
    )
  return { folder, editions, findings }
}

/** A file that stands beside the text; one that cannot be read is a finding. */
const readBeside = <T>(
  name: string,
  { path, at, findings }: { readonly path: string; readonly at: string; readonly findings: Finding[] },
  read: (text: string, file: string) => T,
): T | undefined => {
  const found = readText(join(path, name), `${at}/${name}`)
  if (found === undefined) return undefined
  if ('text' in found) return read(found.text, `${at}/${name}`)
  findings.push(found.fault)
  return undefined
}
