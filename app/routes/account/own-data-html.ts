import { createHash } from 'node:crypto'
import { findCourse, findModule, shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { readOwnData } from '#app/domain/privacy/own-data.server.ts'
import { downloadOf } from '#app/http/download.server.ts'
import { defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { NotFound } from '#app/http/refusals.server.ts'
import { formatterFor } from '#app/i18n/translate.ts'
import { FILE_STYLE, filePolicy, ownDataHtml } from '#app/ui/privacy/own-data-html.ts'

const POLICY = filePolicy(createHash('sha256').update(FILE_STYLE).digest('base64'))

/** Everything stored about the reader, as a file to read. There is nobody else to ask for: no id is taken. */
export const loader = defineLoader({ allow: ['learner'] }, async ({ db, actor, house, context, request, language, now, t }) => {
  const viewer = await viewerOf(context, request)
  if (viewer === undefined) throw new NotFound()
  const { authority, person } = viewer
  const head = { created_at: now, language, name: `${person.given_name} ${person.family_name}`, authority: authority.name, contact: authority.contact_email }
  const words = {
    t,
    format: formatterFor(language),
    courseTitle: (id: string) => {
      const course = findCourse(house.catalogue, id)
      return course && `${course.number} ${course.text[shownLanguage(course, language)]?.title ?? course.slug}`
    },
    moduleTitle: (courseId: string, id: string) => {
      const course = findCourse(house.catalogue, courseId)
      const module = course && findModule(course, id)
      return course && module?.text[shownLanguage(course, language)]?.title
    },
  }
  return downloadOf(ownDataHtml(readOwnData(db, actor), head, words, POLICY), {
    name: 'wegbereiter-meine-daten',
    extension: 'html',
    type: 'text/html',
    now,
    policy: `${POLICY}; frame-ancestors 'none'; sandbox`,
  })
})
