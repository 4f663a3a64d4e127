/** Pages are documents: rendered to the end here, and never again in the browser. */
import { RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { DrawPage } from './http/draw-page.ts'
import { PageContextProvider } from './http/page-context.tsx'
import { MarkupStore, MarkupStoreProvider } from './ui/kept-markup.tsx'
import { findViewer, languageOf } from './http/viewer.server.ts'

const drawPage: DrawPage = async ({ request, context, entry }) => {
  // No database, no viewer: an error page is still shown.
  const viewer = await findViewer(context, request).catch(() => undefined)
  const page = { nonce: context.nonce, requestId: context.requestId, language: languageOf(viewer, request), script: entry.manifest.entry.module }
  // In one piece: nothing waits within a page, and half a page helps nobody.
  const store = new MarkupStore(context.nonce)
  const html = store.fill(
    renderToStaticMarkup(
      <PageContextProvider value={page}>
        <MarkupStoreProvider value={store}>
          <RemixServer context={entry} url={request.url} nonce={context.nonce} />
        </MarkupStoreProvider>
      </PageContextProvider>,
    ),
  )
  return `<!DOCTYPE html>${html}`
}
export default drawPage
