/**
 * A part of a page that was drawn before, for whomever, is not drawn again: its markup is kept by everything it depends on. React draws a
 * page node by node, and most nodes of most pages are the same as on the page before: the prose of a module, a question that nobody has
 * answered yet, the head with somebody's areas.
 */
import { createContext, type FunctionComponent, type ReactNode, useContext } from 'react'
import { useLanguage } from '#app/i18n/translate.ts'
import { keep, keptAs, keyOf, type Markup } from './kept.ts'

/** Values that differ from page to page and stand in the markup as they are, such as the id of a form. */
type Holes = Readonly<Record<string, string>>

/** What one page takes from the kept markup, and what it leaves there. */
export class MarkupStore {
  readonly #parts: { readonly key: string; readonly holes: Holes; readonly markup: Markup | undefined }[] = []
  readonly #mark: string

  /** `secret`: what nobody could have typed into this page. */
  constructor(secret: string) {
    this.#mark = `\uE000${secret}`
  }

  /** What stands for a part in the page: one word where its markup is kept, else two words around what is drawn, and words for the holes. */
  place(key: string, holes: Holes): { readonly kept: string } | { readonly begin: string; readonly end: string; readonly holes: Holes } {
    const markup = keptAs(key)
    const at = this.#parts.push({ key, holes, markup }) - 1
    const word = (what: string) => `${this.#mark}${what}\uE001`
    if (markup !== undefined) return { kept: word(`k${at}`) }
    return { begin: word(`b${at}`), end: word(`e${at}`), holes: Object.fromEntries(Object.keys(holes).map((name) => [name, word(`h${at} ${name}`)])) }
  }

  /** The page with the kept markup in its places. What was drawn for the first time is kept from now on. */
  fill(page: string): string {
    const [start = '', ...pieces] = page.split(this.#mark)
    const whole = new Drawn('', {}, start)
    const open = [whole]
    const innermost = () => open.at(-1) ?? whole
    for (const piece of pieces) {
      const end = piece.indexOf('\uE001')
      const [what, name = ''] = piece.slice(1, end).split(' ')
      const part = this.#parts[Number(what)]
      if (part !== undefined) {
        if (piece[0] === 'k') innermost().add(part.markup ?? [''], part.holes)
        else if (piece[0] === 'b') open.push(new Drawn(part.key, part.holes, ''))
        else if (piece[0] === 'h') innermost().addHole(name, part.key, part.holes)
        else if (piece[0] === 'e') {
          const drawn = open.pop()
          if (drawn === undefined) continue
          if (drawn.sound) keep(drawn.key, drawn.markup)
          innermost().add(drawn.markup, drawn.holes)
        }
      }
      innermost().addText(piece.slice(end + 1))
    }
    return filled(whole.markup, {})
  }
}

/** A part while it is put together. Text and names of holes take turns in its markup. */
class Drawn {
  readonly key: string
  readonly holes: Holes
  readonly markup: string[]
  /** Whether all that differs from page to page is one of its holes. */
  sound = true

  constructor(key: string, holes: Holes, text: string) {
    this.key = key
    this.holes = holes
    this.markup = [text]
  }

  addText(text: string) {
    this.markup[this.markup.length - 1] += text
  }

  /** Another part within this one, with the values of this page: then this one cannot be kept. */
  add(markup: Markup, holes: Holes) {
    if (markup.length > 1) this.sound = false
    this.addText(filled(markup, holes))
  }

  addHole(name: string, key: string, holes: Holes) {
    if (key === this.key) this.markup.push(name, '')
    else this.add(['', name, ''], holes)
  }
}

const filled = (markup: Markup, holes: Holes): string =>
  markup.reduce((html, piece, index) => html + (index % 2 === 0 ? piece : (holes[piece] ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)), '')

const Store = createContext<MarkupStore | null>(null)

/** Around a page whose kept parts are put in afterwards. Without it everything is drawn in place. */
export const MarkupStoreProvider = Store.Provider

interface KeptMarkupProps {
  /** All that decides, with the language of the page, what is drawn: plain values, and frozen objects such as those of the catalogue. */
  readonly by: unknown
  readonly holes?: Holes
  readonly children: (holes: Holes) => ReactNode
}

/** A part of the page that depends on nothing but `by`, the language of the page and the values of its holes. */
export const KeptMarkup = ({ by, holes = {}, children }: KeptMarkupProps) => {
  const [store, language] = [useContext(Store), useLanguage()]
  const key = store === null ? undefined : keyOf([language, by])
  if (store === null || key === undefined) return <>{children(holes)}</>
  const place = store.place(key, holes)
  if ('kept' in place) return <>{place.kept}</>
  return (
    <>
      {place.begin}
      {children(place.holes)}
      {place.end}
    </>
  )
}

let components = 0

/**
 * The same component, drawn once for the same properties. It may use no context but the language. Properties named in `holes` must stand in
 * the markup as they are and decide nothing. Where a property cannot be compared (a function, an element), it is drawn anew.
 */
export const kept = <P extends object>(Component: FunctionComponent<P>, ...holes: readonly (keyof P & string)[]): FunctionComponent<P> => {
  const own = components++
  return (props) => {
    const given: Record<string, string> = {}
    const decisive: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(props)) {
      if (typeof value === 'string' && (holes as readonly string[]).includes(name)) given[name] = value
      else decisive[name] = value
    }
    return (
      <KeptMarkup by={[own, decisive]} holes={given}>
        {(marks) => <Component {...props} {...marks} />}
      </KeptMarkup>
    )
  }
}
