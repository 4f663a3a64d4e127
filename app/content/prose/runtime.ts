/**
 * Takes React's place behind a bundled text: instead of elements it builds plain nodes. A name stays a node of that name,
 * a component of the course is a function and is called at once, so that only its result remains.
 */

/** A node under construction; not yet checked. */
export class Built {
  readonly name: string
  readonly props: Readonly<Record<string, unknown>>
  readonly children: readonly unknown[]
  constructor(name: string, props: Readonly<Record<string, unknown>>, children: readonly unknown[]) {
    this.name = name
    this.props = props
    this.children = children
  }
}

/** A component of a course threw or returned something that is no content. */
export class ComponentFailure extends Error {
  readonly component: string
  constructor(component: string, reason: string) {
    super(reason)
    this.component = component
  }
}

const FRAGMENT = 'fragment'

const jsx = (type: unknown, props: Readonly<Record<string, unknown>> | null): unknown => {
  const { children, ...rest } = props ?? {}
  if (type === FRAGMENT) return children ?? null
  if (typeof type === 'string') return new Built(type, rest, Array.isArray(children) ? children : children === undefined ? [] : [children])
  if (typeof type !== 'function') throw new ComponentFailure('?', typeof type)
  const name = type.name
  // MDX calls its own layers as components too; only components of a course can fail in an author's hands.
  try {
    return type(props ?? {})
  } catch (error) {
    if (error instanceof ComponentFailure) throw error
    throw new ComponentFailure(name, typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error))
  }
}

/** What a bundled text gets as `react/jsx-runtime`. */
export const RUNTIME = Object.freeze({ jsx, jsxs: jsx, jsxDEV: jsx, Fragment: FRAGMENT })
