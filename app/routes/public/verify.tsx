import { data, type MetaFunction, redirect } from '@remix-run/node'
import { z } from 'zod'
import { printedCode, readCode } from '#app/domain/certificate/code.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { noteProblem, titleOf } from '#app/http/refuse-form.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { certificateProblems } from '#app/ui/certificate/problems.ts'
import { VerifyForm } from '#app/ui/certificate/verify-form.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

/** What is shown again of something that cannot be a code. */
const SHOWN = 60

/** Takes a typed code to its own address. What cannot be a code is not looked up. */
export const loader = defineLoader({ allow: 'everyone', query: z.object({ code: z.string().optional() }) }, async ({ query, context, t }) => {
  const letters = query.code === undefined ? undefined : readCode(query.code)
  if (letters !== undefined) return redirect(paths.verification(printedCode(letters)), 303)
  if (query.code === undefined) return data({ title: titleOf(context, t, t('certificate.verify.title')), typed: '', problems: {} })
  noteProblem(context)
  return data({ title: titleOf(context, t, t('certificate.verify.title')), typed: query.code.slice(0, SHOWN), problems: { code: 'code' } }, { status: 422 })
})

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Verify() {
  const { typed, problems } = usePageData<typeof loader>()
  const t = useT()
  const sentences = certificateProblems(t, problems)
  return (
    <Page title={t('certificate.verify.title')} lead={t('certificate.verify.lead')} width="narrow" gap="l">
      <ErrorSummary problems={sentences} />
      <VerifyForm typed={typed} error={sentences[0]?.message} />
    </Page>
  )
}
