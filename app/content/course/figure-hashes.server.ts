import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../hash.ts'
import { FIGURE_NAME } from '../prose/figure-file.server.ts'
import { namesIn } from './read-folder.server.ts'

/** "folder/file" → hash of every figure of a course: a new picture is a new revision, so addresses with a revision never change. */
export const figureHashes = (courseFolder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['', ...namesIn(courseFolder, 'folders').map((folder) => `${folder}/`)].flatMap((folder) =>
      namesIn(join(courseFolder, folder), 'files')
        .filter((name) => FIGURE_NAME.test(name))
        .map((name) => [`${folder}${name}`, sha256(readFileSync(join(courseFolder, folder, name)))]),
    ),
  )
