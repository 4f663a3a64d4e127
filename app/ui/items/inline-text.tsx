import type { ReactNode } from 'react'
import { keptTogether } from '../kept-together.ts'
import { numbered } from './numbered.ts'

/** Text of an item with its three marks: `*em*`, `**strong**` and `[de:words of another language]`. Everything else is shown as typed. */
export const InlineText = ({ text }: { readonly text: string }) => <>{inline(text)}</>

/** The text without its marks, where only a plain string fits (an option of a select, an accessible name). */
export const withoutMarks = (text: string): string => text.replace(FOREIGN, '$2').replace(STRONG, '$1').replace(EM, '$1')

const STRONG = /\*\*(\S(?:[^*]*\S)?)\*\*/g
const EM = /\*(\S(?:[^*]*\S)?)\*/g
const FOREIGN = /\[([a-z]{2,3}):([^[\]]+)\]/g

const inline = (text: string): ReactNode[] =>
  numbered(text.split(/(\*\*\S(?:[^*]*\S)?\*\*|\*\S(?:[^*]*\S)?\*|\[[a-z]{2,3}:[^[\]]+\])/)).map(({ at, value: part }) => {
    if (at % 2 === 0) return keptTogether(part)
    if (part.startsWith('**')) return <strong key={at}>{inline(part.slice(2, -2))}</strong>
    if (part.startsWith('*')) return <em key={at}>{inline(part.slice(1, -1))}</em>
    const colon = part.indexOf(':')
    return (
      <span key={at} lang={part.slice(1, colon)}>
        {inline(part.slice(colon + 1, -1))}
      </span>
    )
  })
