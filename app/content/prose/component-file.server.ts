/** Components that a course brings along: files of its own folder, nothing else. */
import { dirname, extname, resolve, sep } from 'node:path'
import type { Plugin } from 'esbuild'
import type { FaultCode, FaultValues } from '../faults/fault.ts'
import { isFileIn } from './figure-file.server.ts'

const ENDINGS = ['.tsx', '.ts', '.jsx', '.js']

/** The file an import means, or the fault that refuses it. */
export const findComponent = (
  path: string,
  folder: string,
  courseFolder: string,
): { readonly file: string } | { readonly fault: readonly [FaultCode, FaultValues] } => {
  const file = resolve(folder, path)
  if (!/^\.\.?\/[A-Za-z0-9_./-]+$/.test(path) || !ENDINGS.includes(extname(path)) || !file.startsWith(courseFolder + sep))
    return { fault: ['import-outside', { path }] }
  return isFileIn(file, courseFolder) ? { file } : { fault: ['import-missing', { path }] }
}

/** An esbuild plugin that answers every resolve itself, so that esbuild's own look-up in the file system never runs. */
export const onlyOwnFiles = (folder: string, courseFolder: string): Plugin => ({
  name: 'only-own-files',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
      if (kind === 'entry-point' || path === 'react/jsx-runtime') return undefined
      const from = importer.includes('_mdx_bundler_entry_point') ? folder : dirname(importer)
      const found = kind === 'import-statement' ? findComponent(path, from, courseFolder) : { fault: null }
      return 'file' in found ? { path: found.file } : { errors: [{ text: `not allowed: ${path}` }] }
    })
  },
})
