/** What the document needs of its request and no loader can give: set by entry.server around every page, error pages included. */
import { createContext, useContext } from 'react'
import type { Language } from '#app/i18n/translate.ts'

export interface PageContext {
  readonly nonce: string
  /** For error pages: what a person quotes when asking for help. */
  readonly requestId: string
  readonly language: Language
  /** URL of the one script. */
  readonly script: string
}

const Context = createContext<PageContext>({ nonce: '', requestId: '', language: 'de', script: '' })

export const PageContextProvider = Context.Provider

/** The request's nonce, id and language. */
export const usePageContext = (): PageContext => useContext(Context)

/** The one script of the product, for the end of the head: improves forms. Everything works without it. */
export const EnhancementScript = () => {
  const { nonce, script } = useContext(Context)
  return <script type="module" nonce={nonce} src={script} />
}
