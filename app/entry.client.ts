/**
 * The one script. Pages are complete without it; with it, answers appear in place, nothing is sent twice and the end of the
 * session is announced. What pages give it to hold on to:
 *
 * - `<form data-inline="ID">`: sent in the background; the element ID of the answer replaces the one here, and what it has with
 *   `tabindex="-1"` (the result, or what was wrong) gets the focus. Other elements with an id and `data-refresh` are renewed with it.
 * - `<template data-offline>`, in the form or anywhere: what to say when the server cannot be reached.
 * - `<meta name="session-expires" content="INSTANT" data-now="INSTANT">` and, in `<div id="session-warning" role="status">`,
 *   a `<template>` shown two minutes before, with a form that asks for more time.
 *
 * Strings never become markup here (Trusted Types forbid it): answers arrive as parsed documents and are moved over.
 */
export {}

const WARN_BEFORE_MS = 2 * 60_000
const LOOK_EVERY_MS = 5_000
const SEND_FOR_MS = 20_000

interface Answer {
  readonly page: Document
  readonly url: string
}

/** Without its anchor, as addresses of answers are. Attributes, not properties: a field may be called "action". */
const addressOf = (form: HTMLFormElement, submitter: HTMLElement | null) =>
  new URL(submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '', location.href).href.replace(/#.*/, '')

const send = (form: HTMLFormElement, submitter: HTMLElement | null): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(form, submitter))
    request.responseType = 'document'
    request.timeout = SEND_FOR_MS
    request.setRequestHeader('Accept', 'text/html')
    request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded;charset=UTF-8')
    request.onload = () => (request.responseXML === null ? reject(new Error('no page')) : resolve({ page: request.responseXML, url: request.responseURL }))
    request.onerror = request.ontimeout = () => reject(new Error('unreachable'))
    request.send(new URLSearchParams([...new FormData(form, submitter)].map(([name, value]) => [name, String(value)])).toString())
  })

const replace = (old: Element, fresh: Element): Element => {
  const adopted = document.adoptNode(fresh)
  old.replaceWith(adopted)
  return adopted
}

const focusOn = (element: Element | null) => {
  if (!(element instanceof HTMLElement)) return
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus()
  element.scrollIntoView({ block: 'nearest' })
}

/** False where another page came that cannot be visited: then the form is sent again in the usual way. */
const show = ({ page, url }: Answer, id: string, address: string): boolean => {
  const fresh = page.getElementById(id)
  const old = document.getElementById(id)
  if (fresh === null || old === null) {
    // Led elsewhere, for example to the sign-in. What was typed is held by the server.
    if (url !== address) location.assign(url)
    return url !== address
  }
  const shown = replace(old, fresh)
  for (const stale of document.querySelectorAll('[data-refresh][id]')) {
    const renewed = shown.contains(stale) ? null : page.getElementById(stale.id)
    if (renewed !== null) replace(stale, renewed)
  }
  document.title = page.title
  readExpiry(page)
  focusOn(shown.querySelector('[tabindex="-1"]') ?? shown)
  return true
}

const sayOffline = (form: HTMLFormElement): boolean => {
  const template = form.querySelector<HTMLTemplateElement>('template[data-offline]') ?? document.querySelector<HTMLTemplateElement>('template[data-offline]')
  if (template === null) return false
  const note = document.createElement('div')
  note.setAttribute('role', 'status')
  note.dataset['offlineNote'] = ''
  form.append(note)
  note.append(template.content.cloneNode(true))
  focusOn(note)
  return true
}

const sendInline = async (form: HTMLFormElement, submitter: HTMLElement | null, id: string): Promise<void> => {
  form.querySelector('[data-offline-note]')?.remove()
  form.setAttribute('aria-busy', 'true')
  try {
    if (!show(await send(form, submitter), id, addressOf(form, submitter))) sendUsually(form, submitter)
  } catch {
    if (!sayOffline(form)) sendUsually(form, submitter)
  } finally {
    if (form.dataset['inline'] !== '') form.removeAttribute('aria-busy')
  }
}

/** The event id in the form keeps a second sending from counting twice. */
const sendUsually = (form: HTMLFormElement, submitter: HTMLElement | null) => {
  form.dataset['inline'] = ''
  form.removeAttribute('aria-busy')
  form.requestSubmit(submitter)
}

const onSubmit = (event: SubmitEvent) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.getAttribute('method')?.toLowerCase() !== 'post' || event.defaultPrevented) return
  if (form.getAttribute('aria-busy') === 'true') return event.preventDefault()
  const inline = form.dataset['inline'] ?? (form.closest('#session-warning') === null ? undefined : 'session-warning')
  if (inline === undefined || inline === '') return form.setAttribute('aria-busy', 'true')
  event.preventDefault()
  void sendInline(form, event.submitter, inline)
}

let expires = 0
const others = new BroadcastChannel('session')

const readExpiry = (page: Document): void => {
  const meta = page.querySelector<HTMLMetaElement>('meta[name="session-expires"]')
  if (meta === null) return
  // The clock of this device may be wrong: what counts is the time left when the server answered.
  const left = Date.parse(meta.content) - Date.parse(meta.dataset['now'] ?? new Date(Date.now()).toISOString())
  if (!Number.isFinite(left)) return
  extendTo(Date.now() + left)
  others.postMessage(expires)
}

const extendTo = (instant: number): void => {
  expires = instant
  document.querySelector('#session-warning > [data-shown]')?.remove()
}

const watch = (): void => {
  const region = document.getElementById('session-warning')
  const template = region?.querySelector('template')
  if (expires === 0 || !region || !template || Date.now() < expires - WARN_BEFORE_MS || region.querySelector(':scope > [data-shown]') !== null) return
  const shown = document.createElement('div')
  shown.dataset['shown'] = ''
  shown.append(template.content.cloneNode(true))
  region.append(shown)
}

document.addEventListener('submit', onSubmit)
// A page that comes back from the browser's memory may send again.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[aria-busy]')) form.removeAttribute('aria-busy')
})
others.onmessage = ({ data }) => {
  if (typeof data === 'number' && data > expires) extendTo(data)
}
readExpiry(document)
setInterval(watch, LOOK_EVERY_MS)
watch()
