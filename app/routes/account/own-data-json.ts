import { readOwnData } from '#app/domain/privacy/own-data.server.ts'
import { downloadOf } from '#app/http/download.server.ts'
import { defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { NotFound } from '#app/http/refusals.server.ts'
import { ownDataJson } from '#app/ui/privacy/own-data-json.ts'

/** Everything stored about the reader, as a file for other programs. There is nobody else to ask for: no id is taken. */
export const loader = defineLoader({ allow: ['learner'] }, async ({ db, actor, context, request, language, now, t }) => {
  const viewer = await viewerOf(context, request)
  if (viewer === undefined) throw new NotFound()
  const { authority, person } = viewer
  const head = { created_at: now, language, name: `${person.given_name} ${person.family_name}`, authority: authority.name, contact: authority.contact_email }
  return downloadOf(ownDataJson(readOwnData(db, actor), head, t), { name: 'wegbereiter-meine-daten', extension: 'json', type: 'application/json', now })
})
