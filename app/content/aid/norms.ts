/** Which norms a text names, as far as letters can say: laws ("AufenthG") and numbers ("82", "3"). */
import type { ContentNode, ContentTree } from '../tree.ts'

/** "§ 82 Abs. 3 AufenthG" → 82, 3, AufenthG. The same in every language. */
export const normParts = (norm: string): readonly string[] => [...new Set(norm.match(/\p{Lu}[\p{L}/]*\p{Lu}(?!\p{L})|\d+[a-z]?(?!\p{L})/gu) ?? [])].sort()

/** True where a text cites a norm in running words. */
export const citesNorm = (text: string): boolean => /§|(?<!\p{L})Art(?:\.|ikel|icle)\s*\d/u.test(text)

/** The norms of a module with their "Stand". */
export const citedNorms = (tree: ContentTree): readonly { readonly norm: string; readonly stand: string }[] => tree.flatMap(inNode)

const inNode = (node: ContentNode): readonly { readonly norm: string; readonly stand: string }[] => {
  if (typeof node === 'string') return []
  const [name, props, ...children] = node
  if (name === 'LegalReference') return [{ norm: String(props['norm'] ?? ''), stand: String(props['stand'] ?? '') }]
  return children.flatMap(inNode)
}

/** A day in the middle of "2026-08", to be written as a month. */
export const insideMonth = (stand: string): Date => new Date(`${stand}-15T12:00:00Z`)

/** The norm with its numbers held to their signs, so that no line ends in between. */
export const unbroken = (norm: string): string => norm.replace(/(§|Abs\.|Art\.|Nr\.|Satz|S\.) (?=\d)/g, '$1\u00A0')
