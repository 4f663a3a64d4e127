/** The reports of HR as files: the loaders behind `.csv` and `.xlsx`, each made from the same read and the same rows as its page. */
import { z } from 'zod'
import type { Course, Language } from '#app/content/course.ts'
import { type Catalogue, findCourse, shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { type CertificateListQuery, certificateListQuery } from '#app/domain/reporting/certificate-list.ts'
import { listCertificates } from '#app/domain/reporting/certificate-list.server.ts'
import { courseListQuery } from '#app/domain/reporting/course-list.ts'
import { isOwnUnit, listCourse, listUnits } from '#app/domain/reporting/course-list.server.ts'
import { getCompetences, getCoverage } from '#app/domain/reporting/coverage.server.ts'
import { csvHeaders, toCsv } from '#app/domain/reporting/csv.ts'
import { type PeopleListQuery, peopleListQuery } from '#app/domain/reporting/people-list.ts'
import { listPeople } from '#app/domain/reporting/people-list.server.ts'
import type { Report } from '#app/domain/reporting/report.ts'
import { toXlsx, xlsxHeaders } from '#app/domain/reporting/xlsx.ts'
import { formatterFor } from '#app/i18n/translate.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { certificateReport } from '#app/ui/report/certificate-report.ts'
import { competenceReport } from '#app/ui/report/competence-report.ts'
import { courseListReport } from '#app/ui/report/course-list-report.ts'
import { coverageReport } from '#app/ui/report/coverage-report.ts'
import { peopleReport } from '#app/ui/report/people-report.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { Db } from '#db/types.ts'
import { defineLoader } from './guard.server.ts'
import { NotFound } from './refusals.server.ts'

export type ReportFormat = 'csv' | 'xlsx'

/** A course as lists name it. */
export interface TitledCourse {
  readonly id: string
  readonly slug: string
  readonly number: number
  readonly title: string
}

/** The courses of today in order, named in the reader's language or the first they have. */
export const titledCourses = ({ courses }: Catalogue, language: Language): readonly TitledCourse[] =>
  courses.map((course) => ({ id: course.id, slug: course.slug, number: course.number, title: titleOfCourse(course, language) }))

const titleOfCourse = (course: Course, language: Language) => course.text[shownLanguage(course, language)]?.title ?? course.slug

/** A report as a download. `name` is fixed by the server; the day is added. */
export const reportFile = async <Row>(report: Report<Row>, format: ReportFormat, name: string): Promise<Response> => {
  const file = `${name}-${dateInBerlin(report.stand)}`
  return format === 'csv'
    ? new Response(toCsv(report), { headers: csvHeaders(`${file}.csv`) })
    : new Response(await toXlsx(report), { headers: xlsxHeaders(`${file}.xlsx`) })
}

/**
 * Ids behind a filter of a list: the course of a slug, '' for none. @throws NotFound for a course that is not there and for an org unit that
 * is not of the actor's authority, whether it exists or not
 */
export const filteredBy = async (db: Db, actor: Actor<'hr'>, catalogue: Catalogue, query: { readonly course: string; readonly unit: string }) => {
  const course = query.course === '' ? undefined : findCourse(catalogue, query.course)
  if ((query.course !== '' && course === undefined) || !(await isOwnUnit(db, actor, query.unit))) throw new NotFound()
  return { course: course?.id ?? '' }
}

/** What a look at a list leaves in the trail: which org unit it was limited to. */
export const listDetail = ({ unit }: { readonly unit: string }): { readonly unit: string | null } => ({ unit: unit === '' ? null : unit })

const unitName = async (db: Db, actor: Actor<'hr'>, unit: string) =>
  unit === '' ? undefined : (await listUnits(db, actor)).find(({ id }) => id === unit)?.name

/** The map of coverage: one line for each cell, the sums last. */
export const coverageFile = (format: ReportFormat) =>
  defineLoader({ allow: rolesWhoSee('completion') }, async ({ db, actor, house, language, now, t }) => {
    const courses = titledCourses(house.catalogue, language).map(({ number, title }) => `${number} ${title}`)
    const coverage = await getCoverage(db, actor, house.catalogue.courses)
    return reportFile(coverageReport(t, formatterFor(language), { coverage, courses, now }), format, 'wegbereiter')
  })

/** Coverage by competence. */
export const competenceFile = (format: ReportFormat) =>
  defineLoader({ allow: rolesWhoSee('completion') }, async ({ db, actor, house, language, now, t }) => {
    const coverage = await getCompetences(db, actor, house.catalogue.courses)
    return reportFile(competenceReport(t, formatterFor(language), { coverage, now }), format, 'wegbereiter-kompetenzen')
  })

/** The list of a course: the filters and order of the screen, over all pages. */
export const courseListFile = (format: ReportFormat) =>
  defineLoader(
    {
      allow: rolesWhoSee('completion'),
      params: z.object({ course: z.string() }),
      query: courseListQuery,
      trace: async ({ db, actor, house, params, query }) => {
        const { course } = await filteredBy(db, actor, house.catalogue, { course: params.course, unit: query.unit })
        if (course === '') throw new NotFound()
        return { verb: 'course_list_exported', subject_kind: 'course', subject_id: course, detail: listDetail(query) }
      },
    },
    async ({ db, actor, house, params, query, language, now, t }) => {
      const course = findCourse(house.catalogue, params.course)
      if (course === undefined) throw new NotFound()
      const facts = { rows: await listCourse(db, actor, course.id, query), course: `${course.number} ${titleOfCourse(course, language)}`, query, now }
      const report = courseListReport(t, formatterFor(language), { ...facts, unit: await unitName(db, actor, query.unit) })
      return reportFile(report, format, `wegbereiter-kurs-${course.number}`)
    },
  )

/** The list of all people. */
export const peopleFile = (format: ReportFormat) =>
  defineLoader(
    {
      allow: rolesWhoSee('completion'),
      query: peopleListQuery,
      trace: async ({ db, actor, house, query }) => {
        await filteredBy(db, actor, house.catalogue, query)
        return { verb: 'people_list_exported', subject_kind: 'authority', subject_id: actor.authority_id, detail: listDetail(query) }
      },
    },
    async ({ db, actor, house, query, language, now, t }) => {
      const courses = titledCourses(house.catalogue, language)
      const rows = await listPeople(db, actor, query, await peopleFacts(db, actor, house.catalogue, query, now))
      const report = peopleReport(t, formatterFor(language), { rows, courses, query, unit: await unitName(db, actor, query.unit), now })
      return reportFile(report, format, 'wegbereiter-beschaeftigte')
    },
  )

/** What the list of people is about, for its page and its files. */
export const peopleFacts = async (db: Db, actor: Actor<'hr'>, catalogue: Catalogue, query: PeopleListQuery, now: string) => ({
  ...(await filteredBy(db, actor, catalogue, query)),
  courses: catalogue.courses.map(({ id }) => id),
  today: dateInBerlin(now),
})

/** The list of certificates. */
export const certificateFile = (format: ReportFormat) =>
  defineLoader(
    {
      allow: rolesWhoSee('certificate'),
      query: certificateListQuery,
      trace: async ({ db, actor, house, query }) => {
        await filteredBy(db, actor, house.catalogue, query)
        return { verb: 'certificate_list_exported', subject_kind: 'authority', subject_id: actor.authority_id, detail: listDetail(query) }
      },
    },
    async ({ db, actor, house, query, language, now, t }) => {
      const rows = await listCertificates(db, actor, query, await certificateFacts(db, actor, house.catalogue, query, now))
      const titled = titledCourses(house.catalogue, language)
      const course = titled.find(({ slug }) => slug === query.course)
      const report = certificateReport(t, formatterFor(language), {
        rows,
        titles: Object.fromEntries(titled.map(({ id, title }) => [id, title])),
        query,
        course: course === undefined ? undefined : `${course.number} ${course.title}`,
        unit: await unitName(db, actor, query.unit),
        now,
      })
      return reportFile(report, format, 'wegbereiter-nachweise')
    },
  )

/** What the list of certificates is about, for its page and its files. */
export const certificateFacts = async (db: Db, actor: Actor<'hr'>, catalogue: Catalogue, query: CertificateListQuery, now: string) => ({
  ...(await filteredBy(db, actor, catalogue, query)),
  today: dateInBerlin(now),
})
