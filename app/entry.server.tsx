/** Pages are documents: rendered to the end here, and never again in the browser. */
import type { HandleDocumentRequestFunction, HandleErrorFunction } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { PageContextProvider } from './http/page-context.tsx'
import { MarkupStore, MarkupStoreProvider } from './ui/fixed-markup.tsx'
import { findViewer, languageOf } from './http/viewer.server.ts'
import { maskPath } from './platform/log.server.ts'

const handleDocument: HandleDocumentRequestFunction = async (request, status, headers, entry, context) => {
  // Without it the framework adds no script of its own: nothing is handed to a client router.
  const { serverHandoffStream, ...document } = entry
  await serverHandoffStream?.cancel()
  // No database, no viewer: an error page is still shown.
  const viewer = await findViewer(context, request).catch(() => undefined)
  const page = { nonce: context.nonce, requestId: context.requestId, language: languageOf(viewer, request), script: entry.manifest.entry.module }
  // In one piece: nothing waits within a page, and half a page helps nobody.
  const store = new MarkupStore(context.nonce)
  const html = store.fill(
    renderToStaticMarkup(
      <PageContextProvider value={page}>
        <MarkupStoreProvider value={store}>
          <RemixServer context={document} url={request.url} nonce={context.nonce} />
        </MarkupStoreProvider>
      </PageContextProvider>,
    ),
  )
  store.draw(renderToStaticMarkup)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!DOCTYPE html>${html}`, { status, headers })
}
export default handleDocument

/** Bugs are logged once, with the request's id; what the page shows of them is the id alone. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  context.house.log.error('unexpected_error', { request_id: context.requestId, method: request.method, path: maskPath(new URL(request.url).pathname), error })
}
