import { z } from 'zod'
import { readFigure } from '#app/content/figure.server.ts'
import { getCourse } from '#app/domain/catalogue/place.ts'
import { NotFound } from '#app/domain/refusals.ts'
import { defineLoader } from '#app/http/guard.server.ts'

const params = z.object({ course: z.string(), revision: z.string(), '*': z.string() })

/** A figure of a course. The address names the revision, so a browser may keep it for good; opened on its own it is a picture and nothing else. */
export const loader = defineLoader({ allow: ['learner'], params }, async ({ house, params }) => {
  const course = getCourse(house.catalogue, params)
  const figure = await readFigure(house.coursesFolder, course.slug, params['*'])
  if (figure === undefined) throw new NotFound()
  return new Response(figure.bytes, {
    headers: {
      'content-type': figure.type,
      'cache-control': params.revision === course.revision ? 'private, max-age=31536000, immutable' : 'private, no-cache',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'content-disposition': 'inline',
    },
  })
})
