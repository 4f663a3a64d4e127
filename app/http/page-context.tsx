/** What the document needs of its request and no loader can give: set by entry.server around every page, error pages included. */
import { createContext, useContext } from 'react'
import type { Language } from '#app/i18n/translate.ts'
import type { PageError } from './draw-page.ts'

export interface PageContext {
  readonly nonce: string
  /** For error pages: what a person quotes when asking for help. */
  readonly requestId: string
  readonly language: Language
  /** Address of the page, as it was asked for. */
  readonly pathname: string
  readonly search: string
  readonly title: string
  /** Where an error page is drawn. */
  readonly error: PageError | undefined
  /** URLs of the stylesheets. */
  readonly styles: readonly string[]
  /** URL of the one script. */
  readonly script: string
}

const Context = createContext<PageContext>({
  nonce: '',
  requestId: '',
  language: 'de',
  pathname: '/',
  search: '',
  title: '',
  error: undefined,
  styles: [],
  script: '',
})

export const PageContextProvider = Context.Provider

/** What is known of the request and its page without asking anything. */
export const usePageContext = (): PageContext => useContext(Context)

/** The one script of the product, for the end of the head: improves forms. Everything works without it. */
export const EnhancementScript = () => {
  const { nonce, script } = useContext(Context)
  return <script type="module" nonce={nonce} src={script} />
}
