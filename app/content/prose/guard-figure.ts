import type { Nodes } from 'mdast'
import type { Walk } from './guard.ts'

/** Notes a figure or reports why it cannot be shown. */
export const checkFigure = (src: string, at: { readonly position?: Nodes['position'] }, walk: Walk): void => {
  const fault = walk.figure(src)
  if (fault === null) walk.marks.figures.push(src)
  else walk.report(fault[0], at, fault[1])
}
