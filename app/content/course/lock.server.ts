/**
 * `courses/courses.lock`: every published id with a hash of its content. People's records point at ids, so none may
 * vanish unseen; and a reviewer sees in the difference which texts have changed.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../course.ts'
import { finding, type Spot } from '../faults/fault.ts'
import type { CompiledCourse } from './compiled.ts'
import { readText } from './read-folder.server.ts'
import { type LockEntry, lockEntrySchema, lockSchema } from './schemas.ts'
import { readYaml } from './yaml-source.ts'
import { conform } from './zod-faults.ts'

export const LOCK_FILE = 'courses.lock'

export interface Lock {
  readonly entries: readonly (LockEntry & { readonly spot: Spot })[]
  readonly findings: readonly Finding[]
}

/** The lock; empty where there is none. Never throws. */
export const readLock = (root: string): Lock => {
  const read = readText(join(root, LOCK_FILE), LOCK_FILE)
  if (read === undefined) return { entries: [], findings: [] }
  if ('fault' in read) return { entries: [], findings: [read.fault] }
  const source = readYaml(read.text, LOCK_FILE)
  const list: readonly unknown[] = Array.isArray(source.value) ? source.value : []
  const findings: Finding[] = [...source.findings]
  if (source.value !== undefined && source.value !== null && !Array.isArray(source.value))
    findings.push(...conform(lockSchema, source.value, source, LOCK_FILE).findings)
  const entries = list.flatMap((value, index) => {
    const result = conform(lockEntrySchema, value, source, LOCK_FILE, [index])
    findings.push(...result.findings)
    return result.value === undefined ? [] : [{ ...result.value, spot: source.spotOf([index]) }]
  })
  return { entries, findings }
}

/** A finding and the id of the course it keeps from being published. */
export interface LockFinding {
  readonly course: string
  readonly finding: Finding
}

/** Vanished ids, retired ids in use, and courses whose lock is out of date. */
export const checkLock = (lock: Lock, courses: readonly CompiledCourse[]): readonly LockFinding[] => {
  const ids = new Map(courses.flatMap((course) => Object.entries(course.ids)))
  const unreadable = courses.flatMap((course) => course.unreadable)
  const findings = lock.entries.flatMap((entry): readonly LockFinding[] => {
    const course = entry.id.split('/')[0] ?? entry.id
    if (ids.has(entry.id)) return entry.retired === true ? [{ course, finding: finding('id-retired', entry.spot, { id: entry.id }) }] : []
    if (entry.retired === true || unreadable.some((prefix) => entry.id.startsWith(prefix))) return []
    return [{ course, finding: finding('id-vanished', entry.spot, { id: entry.id }) }]
  })
  const locked = new Map(lock.entries.map((entry) => [entry.id, entry.hash]))
  const outdated = courses.flatMap((course): readonly LockFinding[] => {
    if (course.course === undefined) return []
    const fresh = Object.keys(course.ids).filter((id) => !locked.has(id)).length
    const changed = Object.entries(course.ids).filter(([id, hash]) => locked.has(id) && locked.get(id) !== hash).length
    if (fresh + changed === 0) return []
    const what = { de: `${fresh} neu, ${changed} geändert`, en: `${fresh} new, ${changed} changed` }
    return [
      {
        course: course.course.id,
        finding: finding('lock-outdated', { file: `${course.folder}/course.${course.course.languages[0] ?? 'de'}.mdx`, line: 1, column: 1 }, { what }),
      },
    ]
  })
  return [...findings, ...outdated]
}

/** The text of an up-to-date lock: old entries stay in their place, new ones follow their neighbours in order of id. */
export const lockText = (lock: Lock, courses: readonly CompiledCourse[]): string => {
  const ids = new Map(courses.flatMap((course) => Object.entries(course.ids)))
  const kept = lock.entries.filter((entry) => !ids.has(entry.id)).map((entry): LockEntry => entry)
  const entries = [...kept, ...[...ids].map(([id, hash]): LockEntry => ({ id, hash }))].sort((a, b) => (a.id < b.id ? -1 : 1))
  const lines = entries.map(({ id, hash, retired }) => `- { id: ${id}, hash: '${hash}'${retired === true ? ', retired: true' : ''} }`)
  return `${HEAD}${lines.length === 0 ? '[]' : lines.join('\n')}\n`
}

/** True where the file on disk is this text already. */
export const isSameLock = (root: string, text: string): boolean => existsSync(join(root, LOCK_FILE)) && readFileSync(join(root, LOCK_FILE), 'utf8') === text

const HEAD = `# Alle veröffentlichten ids mit einem Fingerabdruck ihres Inhalts. Geschrieben von: npm run courses -- lock
# Lernstände hängen an diesen ids. Soll eine id enden, bleibt ihre Zeile stehen und bekommt „retired: true“.
`
