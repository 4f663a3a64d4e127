import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { writeCertificate } from '#app/documents/certificate-paper.server.ts'
import { getOwnCertificate } from '#app/domain/certificate/queries.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { publicAddress } from '#app/http/public-address.server.ts'
import { translatorFor } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'

const params = z.object({ certificate: z.string().max(100) })
const query = z.object({ lang: z.enum(['de', 'en']).optional().catch(undefined) })

/** The certificate as a tagged PDF. One that was revoked or replaced is not given out again: its page says why. */
export const loader = defineLoader({ allow: ['learner'], params, query }, async ({ db, actor, house, request, params, query, language }) => {
  const certificate = await getOwnCertificate(db, actor, params.certificate)
  if (certificate.revoked_at !== null || certificate.replaced) return redirect(paths.certificate(certificate.id), 303)
  const wished = query.lang ?? language
  const bytes = await writeCertificate(certificate, wished, publicAddress(house, request, paths.verification(certificate.code)))
  const name = translatorFor(wished)('certificate.paper.fileName', { number: certificate.content.course_number })
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${name}"` },
  })
})
