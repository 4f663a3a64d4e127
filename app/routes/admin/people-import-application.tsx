import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { applyImport } from '#app/domain/people-import/apply-import.server.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { NotFound } from '#app/http/refusals.server.ts'
import { paths } from '#app/paths.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'

/** There is nothing to see here: the file is applied by a form of its dry run. */
export const loader = defineLoader({ allow: rolesWhoSee('account') }, async () => {
  throw new NotFound()
})

/** Carries out what the dry run showed, all of it or nothing. */
export const action = defineAction(
  { allow: rolesWhoSee('account'), params: z.object({ import: z.string().max(100) }), input: z.object({ seen: z.string().max(100).catch('') }) },
  async ({ tx, actor, params, input: { seen }, context, house, now, after }) => {
    const result = await applyImport(tx, actor, { import_id: params.import }, { seen, now })
    if (result === 'changed') return redirect(paths.peopleImport(params.import, { notice: 'changed' }), { status: 303 })
    if (result !== 'done') return redirect(paths.peopleImports(result), { status: 303 })
    after(() => house.log.info('people_imported', { request_id: context.requestId, authority_id: actor.authority_id }))
    return redirect(paths.peopleImports('applied'), { status: 303 })
  },
)
