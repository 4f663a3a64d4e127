/** Pages are documents: rendered to the end here, and never again in the browser. */
import { renderToStaticMarkup } from 'react-dom/server'
import type { DrawPage, PageToDraw } from './http/draw-page.ts'
import { PageContextProvider } from './http/page-context.tsx'
import { PageDataProvider } from './http/page-data.tsx'
import { findViewer, languageOf } from './http/viewer.server.ts'
import type { Language } from './i18n/translate.ts'
import { MarkupStore, MarkupStoreProvider } from './ui/kept-markup.tsx'

const drawPage: DrawPage = async (drawn) => {
  const { request, context, data, error, styles, script } = drawn
  const { Layout, ErrorBoundary } = drawn.document
  const Page = drawn.page.default
  // No database, no viewer: an error page is still shown.
  const viewer = await findViewer(context, request).catch(() => undefined)
  const { pathname, search } = new URL(request.url)
  const { nonce, requestId } = context
  const language = languageOf(viewer, request)
  const page = { nonce, requestId, language, pathname, search, title: titleOf(drawn, language), error, styles, script }
  // In one piece: nothing waits within a page, and half a page helps nobody.
  const store = new MarkupStore(nonce)
  const html = store.fill(
    renderToStaticMarkup(
      <PageContextProvider value={page}>
        <PageDataProvider value={data}>
          <MarkupStoreProvider value={store}>
            <Layout>{error !== undefined ? <ErrorBoundary /> : Page === undefined ? null : <Page />}</Layout>
          </MarkupStoreProvider>
        </PageDataProvider>
      </PageContextProvider>,
    ),
  )
  return `<!DOCTYPE html>${html}`
}
export default drawPage

const titleOf = ({ document, page, data, error }: PageToDraw, language: Language): string => {
  const said = error === undefined ? page.meta?.({ data: data.page }) : undefined
  return said?.find(({ title }) => title !== undefined)?.title ?? document.meta({ error, language })[0].title
}
