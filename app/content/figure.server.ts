import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findFigureFile } from './prose/figure-file.server.ts'

const TYPES: Readonly<Record<string, string>> = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png', webp: 'image/webp' }

/** Bytes and content type of a figure of a published course, or undefined. `file` is the `src` of a Figure in its tree. */
export const readFigure = async (
  coursesFolder: string,
  slug: string,
  file: string,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string } | undefined> => {
  const folder = readdirSync(coursesFolder).find((name) => name.replace(/^\d{2}-/, '') === slug)
  const path = folder === undefined ? undefined : findFigureFile(join(coursesFolder, folder), file)
  const type = path === undefined ? undefined : TYPES[path.slice(path.lastIndexOf('.') + 1)]
  return path === undefined || type === undefined ? undefined : { bytes: new Uint8Array(await readFile(path)), type }
}
