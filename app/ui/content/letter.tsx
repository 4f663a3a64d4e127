import { Fragment } from 'react'
import { blockIdOf, textOf, unwrapped, type VocabularyProps } from './reading.ts'

/** A letter with numbered places and a legend in the same order. */
export const Letter = ({ props, nodes, path, render }: VocabularyProps) => {
  const caption = textOf(props['caption'])
  const captionId = `letter-${path}`
  const lines = nodes.filter((node) => typeof node !== 'string' && node[0] !== 'Note')
  const notes = nodes.filter((node) => typeof node !== 'string' && node[0] === 'Note')
  return (
    <figure id={blockIdOf(props)} className="wb-letter wb-wide" aria-labelledby={caption ? captionId : undefined}>
      <div className="wb-letter__sheet">{render(lines, `${path}-l`)}</div>
      {notes.length > 0 ? <ol>{render(notes, `${path}-a`)}</ol> : null}
      {caption ? <figcaption id={captionId}>{caption}</figcaption> : null}
    </figure>
  )
}

/** A paragraph of the letter; what is bold in it is marked, `n` leads to the note of that number. */
export const Line = ({ props, nodes, path, render }: VocabularyProps) => {
  const number = textOf(props['n'])
  return (
    <p>
      <span>
        {unwrapped(nodes).map((node, index) => {
          const at = `${path}-${index}`
          if (typeof node === 'string' || node[0] !== 'strong') return <Fragment key={at}>{render([node], at)}</Fragment>
          const [, , ...marked] = node
          return <mark key={at}>{render(marked, at)}</mark>
        })}
      </span>
      {number ? <span className="wb-num">{number}</span> : null}
    </p>
  )
}

/** What a numbered place of the letter does. */
export const Note = ({ props, nodes, path, render }: VocabularyProps) => (
  <li>
    <span className="wb-num">{textOf(props['n'])}</span>
    <span>
      {props['title'] === undefined ? null : <b>{textOf(props['title'])}: </b>}
      {render(unwrapped(nodes), path)}
    </span>
  </li>
)
