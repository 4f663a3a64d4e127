/** Figures of a course: found by plain file name in the folder of the module or of the course, small, and harmless. */
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import type { FaultCode, FaultValues } from '../faults/fault.ts'
import { imageSize, svgDanger } from './image-bytes.ts'

export interface FigureFile {
  /** "<module folder>/<file>" or "<file>" in the course's own folder. */
  readonly file: string
  readonly width?: number
  readonly height?: number
}

/** Kilobytes a figure may have. */
export const FIGURE_LIMIT_KB = 300
export const FIGURE_NAME = /^[a-z0-9][a-z0-9-]{0,79}\.(?:svg|png|webp)$/

/** The figure, or the fault that keeps it from being shown. `folder` is the module's, `courseFolder` the course's. */
export const findFigure = (
  src: string,
  folder: string,
  courseFolder: string,
): { readonly figure: FigureFile } | { readonly fault: readonly [FaultCode, FaultValues] } => {
  if (!FIGURE_NAME.test(src)) return { fault: ['figure-name', { src }] }
  const path = [folder, courseFolder].map((place) => join(place, src)).find((candidate) => isFileIn(candidate, courseFolder))
  if (path === undefined) return { fault: ['figure-missing', { src }] }
  const bytes = readFileSync(path)
  if (bytes.length > FIGURE_LIMIT_KB * 1024) return { fault: ['figure-large', { src, size: Math.ceil(bytes.length / 1024), limit: FIGURE_LIMIT_KB }] }
  const kind = src.slice(src.lastIndexOf('.') + 1).toUpperCase()
  const size = imageSize(bytes, kind)
  if (size === undefined) return { fault: ['figure-broken', { src, kind }] }
  const danger = kind === 'SVG' ? svgDanger(bytes.toString('utf8')) : undefined
  if (danger !== undefined) return { fault: ['figure-unsafe', { src, what: danger }] }
  const holder = dirname(path) === courseFolder ? '' : `${basename(dirname(path))}/`
  return { figure: { file: `${holder}${src}`, ...size } }
}

/**
 * The file of a figure in a published tree, or undefined where there is none. `file` is the `src` of a Figure node;
 * anything else (other folders, dot files, links out of the course) is not found.
 */
export const findFigureFile = (courseFolder: string, file: string): string | undefined => {
  const parts = file.split('/')
  const [first, second] = parts
  if (parts.length > 2 || first === undefined) return undefined
  if (!FIGURE_NAME.test(second ?? first) || (second !== undefined && !/^\d{2}-[a-z0-9-]+$/.test(first))) return undefined
  const path = join(courseFolder, ...parts)
  return isFileIn(path, courseFolder) ? path : undefined
}

/** A plain file whose real place is in the folder: no link leads out. */
export const isFileIn = (path: string, folder: string): boolean => {
  try {
    return statSync(path).isFile() && realpathSync(path).startsWith(realpathSync(folder) + sep)
  } catch {
    return false
  }
}
