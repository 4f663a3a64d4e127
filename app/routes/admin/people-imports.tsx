import { type MetaFunction, redirect } from '@remix-run/node'
import { z } from 'zod'
import { PER_ADMIN } from '#app/domain/people-import/limits.ts'
import { countWithoutPassword, findAppliedImport, findRememberedHeadings } from '#app/domain/people-import/queries.server.ts'
import { readPeopleFile } from '#app/domain/people-import/read-file.ts'
import { uploadPeople } from '#app/domain/people-import/upload-people.server.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { refuseForm, secondsOf, titleOf } from '#app/http/refuse-form.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { messageFor } from '#app/ui/account/problems.ts'
import { textOf } from '#app/ui/account/values.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField, TextAreaField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { ImportGuide } from '#app/ui/people-import/import-guide.tsx'
import { ImportOutcome } from '#app/ui/people-import/import-outcome.tsx'
import { fileProblems } from '#app/ui/people-import/file-problems.ts'

const query = z.object({ done: z.enum(['applied', 'already', 'discarded', 'expired']).optional().catch(undefined) })

export const loader = defineLoader({ allow: rolesWhoSee('account'), query }, async ({ db, actor, query: { done }, context, t }) => ({
  title: titleOf(context, t, t('peopleImport.title')),
  done: done ?? null,
  last: done === 'applied' || done === 'already' ? ((await findAppliedImport(db, actor)) ?? null) : null,
  without_password: await countWithoutPassword(db, actor),
  remembered: (await findRememberedHeadings(db, actor))?.headings ?? null,
}))

/** Keeps the file for the dry run. Nobody's account changes. */
export const action = defineAction(
  {
    allow: rolesWhoSee('account'),
    upload: 'file',
    input: z.object({ text: z.string().catch('') }),
    prepare: async ({ file, input: { text }, house, actor }) => {
      const pasted = text.trim() !== ''
      if (file === undefined && !pasted) return { problem: 'nothing' } as const
      if (file !== undefined && pasted) return { problem: 'both' } as const
      const wait = await house.limits.attempt(PER_ADMIN, actor.person_id)
      if (wait > 0) return { problem: 'wait', wait: secondsOf(wait) } as const
      const bytes = file?.bytes ?? Buffer.from(text)
      const read = readPeopleFile(bytes)
      return typeof read === 'string' ? ({ problem: read } as const) : { file_name: file?.name ?? '', bytes, file: read }
    },
  },
  async ({ tx, actor, file, input, prepared, context, house, now, after }) => {
    if ('problem' in prepared) {
      const problem: string = prepared.problem ?? ''
      const wait = 'wait' in prepared ? prepared.wait : undefined
      const field = problem === 'wait' ? '' : file === undefined && input.text.trim() !== '' ? 'text' : 'file'
      return refuseForm(context, { problems: { [field]: problem }, values: { text: input.text }, ...(wait !== undefined && { wait }) })
    }
    const { import_id } = await uploadPeople(tx, actor, prepared, { now })
    after(() => house.log.info('people_file_kept', { request_id: context.requestId, authority_id: actor.authority_id }))
    return redirect(paths.peopleImport(import_id), { status: 303 })
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function PeopleImports() {
  const t = useT()
  const { done, last, without_password, remembered } = usePageData<typeof loader>()
  const refused = useActionResult<typeof action>()
  const problems = fileProblems(t, refused)
  return (
    <Page title={t('peopleImport.title')} lead={t('peopleImport.lead')} width="narrow">
      <ErrorSummary problems={problems} />
      {done === null || refused !== undefined ? null : <ImportOutcome done={done} last={last} without_password={without_password} href={paths.people()} />}
      <form className="l-stack l-stack--l" method="post" action={paths.peopleImports()} encType="multipart/form-data" noValidate>
        <FileField
          label={t('peopleImport.upload.file')}
          name="file"
          accept=".csv,.txt,text/csv,text/plain"
          hint={t('peopleImport.upload.fileHint')}
          error={messageFor(problems, 'file')}
        />
        <TextAreaField
          label={t('peopleImport.upload.text')}
          name="text"
          hint={t('peopleImport.upload.textHint')}
          defaultValue={textOf(refused?.values, 'text')}
          error={messageFor(problems, 'text')}
          rows={6}
        />
        <p className="t-meta">{t('peopleImport.upload.kept')}</p>
        <div className="l-cluster">
          <Button>{t('peopleImport.upload.submit')}</Button>
        </div>
      </form>
      <ImportGuide remembered={remembered} />
      <p className="t-meta">{t('peopleImport.upload.privacy')}</p>
    </Page>
  )
}
