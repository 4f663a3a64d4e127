import { findJobAid } from '#app/domain/catalogue/job-aid.ts'
import { getModule, moduleParams } from '#app/domain/catalogue/place.ts'
import { writeJobAid } from '#app/documents/job-aid.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { NotFound } from '#app/http/refusals.server.ts'
import { translatorFor } from '#app/i18n/translate.ts'

/** The job aid of a module as a tagged PDF of one page. */
export const loader = defineLoader({ allow: ['learner'], params: moduleParams }, async ({ house, params, language }) => {
  const { course, module } = getModule(house.catalogue, params)
  const sheet = findJobAid(course, module, language)
  if (sheet === undefined) throw new NotFound()
  const name = translatorFor(sheet.language)('aid.fileName', { module: module.number.replace('.', '-') })
  return new Response(new Uint8Array(await writeJobAid(course.revision, sheet)), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}"`,
      // The address stays while revisions and the reader's language change.
      'cache-control': 'private, no-cache',
    },
  })
})
