/** What the compiler is, as a hash: a cache made by another compiler is not used. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from '../hash.ts'

/** Raise when the shape of compiled courses changes and the sources are not shipped. */
const SHAPE = '2'
let known: string | undefined

/** The folder that holds package.json, also from a bundle in build/. */
export const projectFolder = (): string | undefined => {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'node_modules'))) return folder
  }
  return undefined
}

/** Hash over the compiler's own sources and the versions it stands on, read once. */
export const compilerHash = (): string => {
  known ??= sha256([SHAPE, ...sources()].join('\n'))
  return known
}

const sources = (): readonly string[] => {
  const project = projectFolder()
  const folder = project === undefined ? undefined : join(project, 'app/content')
  if (project === undefined || folder === undefined || !existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
  const versions = ['mdx-bundler', 'remark-gfm', 'yaml', 'zod'].map((name) => readVersion(join(project, 'node_modules', name, 'package.json')))
  return [...versions, ...files.map((name) => `${name}\n${sha256(readFileSync(join(folder, name)))}`)]
}

const readVersion = (file: string): string => (existsSync(file) ? String(JSON.parse(readFileSync(file, 'utf8')).version) : '')
