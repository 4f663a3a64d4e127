/** What lies in `courses/`: folders, files and their bytes, read once. Order = number, address = name, identity = id in the file. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding, Language } from '../course.ts'
import { finding } from '../faults/fault.ts'
import { sha256 } from '../hash.ts'
import { FIGURE_NAME } from '../prose/figure-file.server.ts'

/** German first: the first language of a course is the one others are compared with. */
export const LANGUAGES: readonly Language[] = ['de', 'en']
/** Kilobytes of a text or an items file. */
export const FILE_LIMIT_KB = 100

export interface NumberedFolder {
  readonly name: string
  readonly number: number
  readonly slug: string
}

/** Folders "NN-slug" in order of number; others and doubles are findings. */
export const readNumberedFolders = (
  root: string,
  at: string,
  reserved: readonly string[] = [],
): { readonly folders: readonly NumberedFolder[]; readonly findings: readonly Finding[] } => {
  const findings: Finding[] = []
  const folders: NumberedFolder[] = []
  for (const name of namesIn(root, 'folders')) {
    const spot = { file: at === '' ? name : `${at}/${name}`, line: 1, column: 1 }
    const match = /^(\d{2})-([a-z0-9][a-z0-9-]{0,59})$/.exec(name)
    const [, number, slug] = match ?? []
    if (number === undefined || slug === undefined) {
      findings.push(finding('folder-name', spot, { name }))
      continue
    }
    const twin = folders.find((folder) => folder.number === Number(number) || folder.slug === slug)
    if (twin !== undefined) findings.push(finding('folder-number', spot, { number: twin.slug === slug ? slug : number, first: twin.name }))
    if (reserved.includes(slug)) findings.push(finding('folder-reserved', spot, { name: slug }))
    folders.push({ name, number: Number(number), slug })
  }
  return { folders, findings }
}

/** Names in a folder, sorted; hidden ones and editor leftovers are not seen. */
export const namesIn = (root: string, what: 'files' | 'folders'): readonly string[] =>
  existsSync(root)
    ? readdirSync(root, { withFileTypes: true })
        .filter((entry) => (what === 'files' ? entry.isFile() : entry.isDirectory()) && !/^[._]|~$|^node_modules$/.test(entry.name))
        .map((entry) => entry.name)
        .sort()
    : []

/** A text file within the limit, or the fault; undefined where there is none. */
export const readText = (path: string, file: string): { readonly text: string } | { readonly fault: Finding } | undefined => {
  const spot = { file, line: 1, column: 1 }
  const entry = lstatSync(path, { throwIfNoEntry: false })
  if (entry === undefined) return undefined
  // A link may lead to any file of the server, and what it says would be shown in findings.
  if (entry.isSymbolicLink())
    return {
      fault: finding('file-unreadable', spot, { reason: { de: 'sie ist nur ein Verweis auf eine andere Datei', en: 'it is only a link to another file' } }),
    }
  try {
    const bytes = readFileSync(path)
    if (bytes.length > FILE_LIMIT_KB * 1024) return { fault: finding('file-too-large', spot, { size: Math.ceil(bytes.length / 1024), limit: FILE_LIMIT_KB }) }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    const isEncoding = error instanceof TypeError
    return {
      fault: finding('file-unreadable', spot, {
        reason: isEncoding ? { de: 'sie ist kein UTF-8-Text', en: 'it is no UTF-8 text' } : { de: 'der Zugriff ist gescheitert', en: 'access failed' },
      }),
    }
  }
}

/** Files that belong to no part of a course. `texts` are the file names this folder may hold besides figures and components. */
export const strayFiles = (root: string, at: string, texts: readonly string[]): readonly Finding[] =>
  namesIn(root, 'files')
    .filter((name) => !texts.includes(name) && !FIGURE_NAME.test(name) && !/\.(?:tsx|ts|jsx|js)$/.test(name) && !name.endsWith('.md'))
    .map((name) => finding('file-unknown', { file: `${at}/${name}`, line: 1, column: 1 }, { name }))

/** Hash over all files of a course folder: equal hash, equal compiled course. */
export const sourceHash = (root: string): string => {
  const parts: string[] = []
  const walk = (folder: string, prefix: string) => {
    for (const name of namesIn(folder, 'files')) parts.push(`${prefix}${name}\n${sha256(readFileSync(join(folder, name)))}`)
    for (const name of namesIn(folder, 'folders')) walk(join(folder, name), `${prefix}${name}/`)
  }
  walk(root, '')
  return sha256(parts.join('\n'))
}
