/**
 * Text that is the same on every page of a language is drawn once and then put into pages as it is. React draws a page node by node; the
 * prose of a module is most of its nodes, and never changes within a revision.
 */
import { createContext, type ReactElement, type ReactNode, useContext } from 'react'
import { type Language, LanguageProvider, useLanguage } from '#app/i18n/translate.ts'

/** Drawn markup by the frozen content that it is drawn from: gone with the content. */
const drawn = new WeakMap<object, Map<Language, string>>()

/** What one page takes from the drawn markup, and what it would have taken if it were there. */
export class MarkupStore {
  readonly #held: string[] = []
  readonly #missing: { readonly of: object; readonly language: Language; readonly element: ReactElement }[] = []
  readonly #mark: string

  /** `secret`: what nobody could have typed into this page. */
  constructor(secret: string) {
    this.#mark = `\uE000${secret}:`
  }

  /** A word that stands for the markup in the page, or undefined where it has to be drawn. */
  take(of: object, language: Language, content: () => ReactNode): string | undefined {
    const html = drawn.get(of)?.get(language)
    if (html === undefined) {
      this.#missing.push({ of, language, element: <LanguageProvider value={language}>{content()}</LanguageProvider> })
      return undefined
    }
    return `${this.#mark}${this.#held.push(html) - 1}\uE000`
  }

  /** The page with the markup in its places. */
  fill(page: string): string {
    const [start = '', ...pieces] = page.split(this.#mark)
    return pieces.reduce((html, piece) => {
      const end = piece.indexOf('\uE000')
      return html + (this.#held[Number(piece.slice(0, end))] ?? '') + piece.slice(end + 1)
    }, start)
  }

  /** Draws what was missing, for the pages that follow. */
  draw(render: (element: ReactElement) => string): void {
    for (const { of, language, element } of this.#missing) {
      const byLanguage = drawn.get(of) ?? new Map<Language, string>()
      drawn.set(of, byLanguage.set(language, render(element)))
    }
  }
}

const Store = createContext<MarkupStore | null>(null)

/** Around a page whose fixed parts are put in afterwards. Without it everything is drawn in place. */
export const MarkupStoreProvider = Store.Provider

interface FixedMarkupProps {
  /** Frozen content that alone decides, with the language, what is drawn. */
  readonly of: object
  readonly children: () => ReactNode
}

/** A part of the page that depends on nothing but `of` and the language of the page. */
export const FixedMarkup = ({ of, children }: FixedMarkupProps) => {
  const [store, language] = [useContext(Store), useLanguage()]
  return <>{store?.take(of, language, children) ?? children()}</>
}
