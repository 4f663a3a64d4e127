/**
 * The one form in which prose reaches a page: JSON of allowed elements and components with literal props.
 * No code, no HTML string; `ui/content-tree.tsx` maps it to React.
 */
export type Literal = string | number | boolean

/** A text, or `[name, props, ...children]`. Names are HTML elements ("h2") or vocabulary components ("Callout"). */
export type ContentNode = string | readonly [name: string, props: Readonly<Record<string, Literal>>, ...children: ContentNode[]]

export type ContentTree = readonly ContentNode[]
