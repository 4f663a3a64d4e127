import type { ServerBuild } from '@remix-run/node'
import { createDesk, type Desk } from './desk.ts'

/**
 * A desk for every set of routes that an address can mean, made when first asked for: nearly always one route, the root around it and the
 * page for what is not there. The framework sorts and compiles all routes it knows for every request; of a hundred routes that was a tenth
 * of a page's time, of these three it is nothing. It still decides; here is only left out what cannot match.
 */
export const findDesk = (build: ServerBuild): ((path: string) => Desk) => {
  const possible = possibleRoutes(build.routes)
  const desks = new Map<string, Desk>()
  return (path) => {
    const ids = possible(path)
    const key = ids.join(' ')
    const desk = desks.get(key) ?? createDesk(build, new Set(ids))
    desks.set(key, desk)
    return desk
  }
}

/** Ids of the routes that an address can mean, the root and the page for everything else among them. */
export const possibleRoutes = (all: Readonly<Record<string, Pick<Route, 'path' | 'parentId'> | undefined>>): ((path: string) => readonly string[]) => {
  const routes = Object.entries(all).map(([id, route]) => ({
    id,
    parts: partsOf(route?.path?.toLowerCase() ?? ''),
    always: route?.parentId === undefined || route.path === '*',
  }))
  return (path) => {
    const asked = partsOf(path).map(asRead)
    return routes.flatMap(({ id, parts, always }) => (always || canMatch(parts, asked) ? [id] : []))
  }
}

type Route = NonNullable<ServerBuild['routes'][string]>

const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '')

const canMatch = (parts: readonly string[], asked: readonly string[]): boolean => {
  const isOpen = parts.at(-1) === '*'
  if (isOpen ? asked.length < parts.length - 1 : asked.length !== parts.length) return false
  // After a parameter there may be an ending (`:certificate.pdf`).
  return parts.every((part, index) => part === '*' || (part.startsWith(':') ? asked[index]?.endsWith(part.replace(/^:[\w-]+/, '')) : part === asked[index]))
}

/** A part of an address as the router reads it: without case and escapes. */
const asRead = (part: string): string => {
  try {
    return decodeURIComponent(part).toLowerCase()
  } catch {
    return part
  }
}
