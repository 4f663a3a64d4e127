/** How a form is sent back with what is wrong, and how the page's title says so. */
import { data } from '@remix-run/node'
import type { Translate } from '#app/i18n/translate.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import type { RequestContext } from './house.server.ts'
import type { FormValues } from './form.server.ts'

/** What the page gets to show the form again. */
interface RefusedForm {
  /** Field → code of the problem; '' for one that belongs to no field. */
  readonly problems: Readonly<Record<string, string>>
  /** What was typed, without passwords. */
  readonly values: FormValues
  /** Seconds until the next attempt, where waiting is the problem. */
  readonly wait?: number
}

/** The form again with status 422, or 429 and Retry-After where it was sent too often. */
export const refuseForm = (context: RequestContext, refused: RefusedForm) => {
  noteProblem(context)
  return refused.wait === undefined ? data(refused, { status: 422 }) : data(refused, { status: 429, headers: { 'retry-after': String(refused.wait) } })
}

/** Remembers for this request that the form was refused. */
export const noteProblem = (context: RequestContext): void => void context.memo.set(MEMO, true)

/** "Page – Wegbereiter", with "Fehler: " in front when the page shows a form again (WCAG 2.4.2). */
export const titleOf = (context: RequestContext, t: Translate, page: string): string => {
  const title = pageTitle(page)
  return context.memo.has(MEMO) ? t('shell.errorPrefix', { title }) : title
}

/** Milliseconds as the full seconds a person is asked to wait. */
export const secondsOf = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1000))

const MEMO = 'form problem'
