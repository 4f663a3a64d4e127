import { Fragment } from 'react'
import type { Segment } from '#app/domain/catalogue/search/excerpt.ts'

/** A text with what was looked for in it marked. */
export const Marked = ({ segments }: { readonly segments: readonly Segment[] }) => (
  <>
    {segments.map(({ start, text, found }) => (
      <Fragment key={start}>{found ? <mark>{text}</mark> : text}</Fragment>
    ))}
  </>
)
