/** `courses/bibliography.yaml`: a list of works. A faulty entry is left out; the others are shown. */
import { join } from 'node:path'
import type { Finding } from '../course.ts'
import { finding, suggestion } from '../faults/fault.ts'
import { type BibliographyEntry, bibliographyEntrySchema, bibliographySchema } from './bibliography.ts'
import type { CompiledCourse } from './compiled.ts'
import { readText } from './read-folder.server.ts'
import { readYaml } from './yaml-source.ts'
import { conform } from './zod-faults.ts'

export const BIBLIOGRAPHY_FILE = 'bibliography.yaml'

/** The works in the order of the file; none where there is no file. Never throws. */
export const readBibliography = (
  root: string,
  courses: readonly CompiledCourse[],
): { readonly bibliography: readonly BibliographyEntry[]; readonly findings: readonly Finding[] } => {
  const read = readText(join(root, BIBLIOGRAPHY_FILE), BIBLIOGRAPHY_FILE)
  if (read === undefined) return { bibliography: [], findings: [] }
  if ('fault' in read) return { bibliography: [], findings: [read.fault] }
  const source = readYaml(read.text, BIBLIOGRAPHY_FILE)
  const findings: Finding[] = [...source.findings]
  if (source.value !== null && source.value !== undefined && !Array.isArray(source.value))
    findings.push(...conform(bibliographySchema, source.value, source, BIBLIOGRAPHY_FILE).findings)
  const list: readonly unknown[] = Array.isArray(source.value) ? source.value : []
  const works = new Map<string, BibliographyEntry>()
  list.forEach((value, index) => {
    const result = conform(bibliographyEntrySchema, value, source, BIBLIOGRAPHY_FILE, [index])
    findings.push(...result.findings)
    const work = result.value
    if (work === undefined) return
    if (works.has(work.id)) findings.push(finding('duplicate-id', source.spotOf([index, 'id']), { id: work.id, first: BIBLIOGRAPHY_FILE }))
    else works.set(work.id, work)
    work.used_in.forEach((module, at) => {
      if (!isModule(module, courses))
        findings.push(finding('module-unknown', source.spotOf([index, 'used_in', at]), { id: module, suggestion: suggestion(module, moduleIds(courses)) }))
    })
  })
  return { bibliography: [...works.values()], findings }
}

const moduleIds = (courses: readonly CompiledCourse[]): readonly string[] =>
  courses.flatMap((course) => Object.keys(course.ids)).filter((id) => id.split('/').length === 2)

/** A module whose file could not be read is given the benefit of the doubt. */
const isModule = (id: string, courses: readonly CompiledCourse[]): boolean =>
  courses.some((course) => Object.hasOwn(course.ids, id) || course.unreadable.some((prefix) => `${id}/`.startsWith(prefix)))
