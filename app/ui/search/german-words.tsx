import { Fragment } from 'react'
import { useLanguage } from '#app/i18n/translate.ts'
import { keptTogether } from '../kept-together.ts'

/** A text in the page's language in which the named words are German, so that they are read out as such. Changes nothing on a German page. */
export const GermanWords = ({ text, words }: { readonly text: string; readonly words: readonly string[] }) => {
  if (useLanguage() === 'de' || words.length === 0) return <>{keptTogether(text)}</>
  return (
    <>
      {piecesOf(text, words).map(({ at, piece, isGerman }) => (
        <Fragment key={at}>{isGerman ? <span lang="de">{piece}</span> : keptTogether(piece)}</Fragment>
      ))}
    </>
  )
}

const piecesOf = (text: string, words: readonly string[]) => {
  const pieces: { at: number; piece: string; isGerman: boolean }[] = []
  for (let at = 0; at < text.length; ) {
    const next = words
      .map((word) => ({ word, start: text.indexOf(word, at) }))
      .filter(({ start }) => start !== -1)
      .sort((a, b) => a.start - b.start || b.word.length - a.word.length)[0]
    const start = next?.start ?? text.length
    if (start > at) pieces.push({ at, piece: text.slice(at, start), isGerman: false })
    if (next !== undefined) pieces.push({ at: start, piece: next.word, isGerman: true })
    at = start + (next?.word.length ?? 0)
  }
  return pieces
}
