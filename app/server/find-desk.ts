import type { ServerBuild } from '@remix-run/node'
import { createDesk, type Desk } from './desk.ts'

/**
 * A desk for each first part of an address (`/courses`, `/hr`, …) and each number of parts, made when first asked for. The framework sorts and
 * compiles all routes it knows for every request; of a hundred routes that was a tenth of a page's time, of the three or four that can match
 * it is nothing.
 */
export const findDesk = (build: ServerBuild): ((path: string) => Desk) => {
  const routes = Object.entries(build.routes).map(([id, route]) => ({
    id,
    always: route?.parentId === undefined || route.path === '*',
    parts: partsOf(route?.path ?? ''),
  }))
  const areas = new Set(routes.map(({ parts }) => parts[0]))
  const most = Math.max(...routes.map(({ parts }) => parts.length)) + 1
  const desks = new Map<string, Desk>()
  return (path) => {
    const asked = partsOf(path)
    const area = areaOf(asked[0])
    const [known, depth] = [areas.has(area) ? area : undefined, Math.min(asked.length, most)]
    const key = `${known} ${depth}`
    const fits = (parts: readonly string[]) => parts[0] === known && (parts.at(-1) === '*' ? parts.length - 1 <= depth : parts.length === depth)
    const desk = desks.get(key) ?? createDesk(build, new Set(routes.flatMap(({ id, always, parts }) => (always || fits(parts) ? [id] : []))))
    desks.set(key, desk)
    return desk
  }
}

const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '')

/** The first part as the router reads it: without case and escapes. */
const areaOf = (part: string | undefined): string | undefined => {
  try {
    return part === undefined ? undefined : decodeURIComponent(part).toLowerCase()
  } catch {
    return part
  }
}
