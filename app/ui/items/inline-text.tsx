import type { ReactNode } from 'react'
import { numbered } from './numbered.ts'

/** Text of an item with its only two marks: `*em*` and `**strong**`. Everything else is shown as typed. */
export const InlineText = ({ text }: { readonly text: string }) => <>{inline(text)}</>

/** The text without its marks, where only a plain string fits (an option of a select, an accessible name). */
export const withoutMarks = (text: string): string => text.replace(STRONG, '$1').replace(EM, '$1')

const STRONG = /\*\*(\S(?:[^*]*\S)?)\*\*/g
const EM = /\*(\S(?:[^*]*\S)?)\*/g

const inline = (text: string): ReactNode[] =>
  numbered(text.split(/(\*\*\S(?:[^*]*\S)?\*\*|\*\S(?:[^*]*\S)?\*)/)).map(({ at, value: part }) => {
    if (at % 2 === 0) return part
    return part.startsWith('**') ? <strong key={at}>{part.slice(2, -2)}</strong> : <em key={at}>{part.slice(1, -1)}</em>
  })
