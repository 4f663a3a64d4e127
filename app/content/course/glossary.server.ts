/** `courses/glossary.<lang>.yaml`: a list of terms. A faulty entry is left out; the others are used. */
import { join } from 'node:path'
import type { Finding, GlossaryEntry, Language } from '../course.ts'
import { finding } from '../faults/fault.ts'
import { LANGUAGES, readText } from './read-folder.server.ts'
import { glossaryEntrySchema, glossarySchema } from './schemas.ts'
import { readYaml } from './yaml-source.ts'
import { conform } from './zod-faults.ts'

export type Glossary = Readonly<Partial<Record<Language, Readonly<Record<string, GlossaryEntry>>>>>

/** The glossary of every language that has one. Never throws. */
export const readGlossary = (root: string): { readonly glossary: Glossary; readonly findings: readonly Finding[] } => {
  const findings: Finding[] = []
  const glossary: Partial<Record<Language, Readonly<Record<string, GlossaryEntry>>>> = {}
  for (const language of LANGUAGES) {
    const file = `glossary.${language}.yaml`
    const read = readText(join(root, file), file)
    if (read === undefined) continue
    if ('fault' in read) {
      findings.push(read.fault)
      continue
    }
    const source = readYaml(read.text, file)
    findings.push(...source.findings)
    const list: readonly unknown[] = Array.isArray(source.value) ? source.value : []
    if (source.value !== null && source.value !== undefined && !Array.isArray(source.value))
      findings.push(...conform(glossarySchema, source.value, source, file).findings)
    const entries: Record<string, GlossaryEntry> = {}
    list.forEach((value, index) => {
      const result = conform(glossaryEntrySchema, value, source, file, [index])
      findings.push(...result.findings)
      if (result.value === undefined) return
      const { id } = result.value
      if (Object.hasOwn(entries, id)) findings.push(finding('duplicate-id', source.spotOf([index, 'id']), { id, first: file }))
      else entries[id] = result.value
    })
    glossary[language] = entries
  }
  return { glossary, findings }
}
