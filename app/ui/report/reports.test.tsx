/** One test for each report: the screen, the CSV and the workbook hold the same cells. */
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { certificateListQuery } from '#app/domain/reporting/certificate-list.ts'
import { listCertificatePage, listCertificates } from '#app/domain/reporting/certificate-list.server.ts'
import { courseListQuery } from '#app/domain/reporting/course-list.ts'
import { listCourse, listCoursePage } from '#app/domain/reporting/course-list.server.ts'
import { getCompetences, getCoverage } from '#app/domain/reporting/coverage.server.ts'
import { toCsv } from '#app/domain/reporting/csv.ts'
import { peopleListQuery } from '#app/domain/reporting/people-list.ts'
import { listPeople, listPeoplePage } from '#app/domain/reporting/people-list.server.ts'
import type { Report } from '#app/domain/reporting/report.ts'
import { toXlsx } from '#app/domain/reporting/xlsx.ts'
import { formatterFor, type Language, LanguageProvider, translatorFor } from '#app/i18n/translate.ts'
import type { Db } from '#db/types.ts'
import { aCertificate, aCompletion } from '#tests/support/completions.ts'
import { aCourse } from '#tests/support/course.ts'
import { actorOf, anAuthority, anOrgUnit, aPerson, freshDb, published } from '#tests/support/database.ts'
import { sheetOf } from '#tests/support/workbook.ts'
import { certificateReport } from './certificate-report.ts'
import { CertificateTable } from './certificate-table.tsx'
import { CompetenceMap } from './competence-map.tsx'
import { competenceReport } from './competence-report.ts'
import { courseListReport } from './course-list-report.ts'
import { CourseListTable } from './course-list-table.tsx'
import { CoverageMap } from './coverage-map.tsx'
import { coverageReport } from './coverage-report.ts'
import { peopleReport } from './people-report.ts'
import { PeopleTable } from './people-table.tsx'

const NOW = '2026-11-22T09:30:00.000Z'
const COURSES = [aCourse([], { competences: ['K1', 'K4'], minutes: 75 }), aCourse([], { id: 'course-2', number: 2, competences: ['K4'], minutes: 40 })]
const titled = COURSES.map(({ slug, number }) => ({ slug, number, title: `=Kurs "${slug}"` }))
const LANGUAGES = ['de', 'en'] as const

/** Sixty people with plain, umlauted and dangerous names; a third completed the first course, and every sixth has a certificate. */
const anOffice = async (db: Db) => {
  const authority_id = (await anAuthority(db)).id
  const units = [await anOrgUnit(db, { authority_id, name: 'Infopunkt' }), await anOrgUnit(db, { authority_id, name: '=Aufenthalt "A–K"; Süd' })]
  await published(db, ...COURSES)
  const names = ['Özdemir', 'Schäfer', 'Lenz', "O'Neill & Söhne", '=1+1', '@Weber', '<b>Fett</b>']
  for (let index = 0; index < 60; index++) {
    const facts = { org_unit_id: units[index % 2]?.id ?? '', family_name: names[index % names.length] ?? '', given_name: `Alma ${index}` }
    const person = await aPerson(db, { authority_id, ...facts })
    if (index % 3 === 0) await aCompletion(db, person, 'course-1', `2026-05-${String(10 + (index % 20)).padStart(2, '0')}T22:30:00.000Z`)
    if (index % 4 === 0) await aCompletion(db, person, 'course-2', '2026-06-01T10:00:00.000Z')
    if (index % 6 === 0) await aCertificate(db, person, { course_id: 'course-1', valid_until: index % 12 === 0 ? `2026-${index < 30 ? 11 : 12}-20` : null })
  }
  return actorOf({ authority_id, person_id: 'hr' }, 'hr')
}

const decoded = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

const draw = (language: Language, page: ReactElement) => renderToStaticMarkup(<LanguageProvider value={language}>{page}</LanguageProvider>)

/** The texts of the cells below a rendered head, row by row; small print beside a name is left out. */
const cellsOf = (html: string) =>
  [...(html.split('<tbody>')[1] ?? '').matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => decoded(cell.replace(/<small>.*?<\/small>/g, ''))),
  )

/** The records of a file, taken apart by hand. A cell that would be a formula begins with an apostrophe. */
const recordsOf = (csv: string) =>
  csv
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''))
    .map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')))

/** What is on the screen as it must stand in a file: days ISO, numbers bare, a dash is nothing. */
const asFile = (cell: string) => {
  const [, day, month, year] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(cell) ?? []
  if (year !== undefined) return `${year}-${month}-${day}`
  if (/^\d{1,2}\u00a0[A-Z][a-z]{2,3}\u00a0\d{4}$/.test(cell))
    return new Date(`${cell.replace('Sept', 'Sep').replaceAll('\u00a0', ' ')} 12:00Z`).toISOString().slice(0, 10)
  return cell === '–' ? '' : cell
}

/** The texts of a workbook, and that every cell is of the type its column says. */
const typedCells = async <Row,>(report: Report<Row>) => {
  const [head = [], ...rows] = sheetOf(await toXlsx(report))
  expect(head.map((cell) => cell?.text)).toEqual(report.columns.map(({ label }) => label))
  return rows.map((row) =>
    report.columns.map((column, at) => {
      const cell = row[at] ?? null
      if (cell !== null && cell.text !== column.empty) expect(cell.type, column.key).toBe(column.type === 'state' ? 'text' : column.type)
      return cell?.text ?? ''
    }),
  )
}

/** Screen = CSV = XLSX. */
const expectSame = async <Row,>(report: Report<Row>, shown: readonly (readonly string[])[]) => {
  const [head, ...records] = recordsOf(toCsv(report))
  expect(head).toEqual(report.columns.map(({ label }) => label))
  expect(shown.map((row) => row.map(asFile))).toEqual(records)
  expect(await typedCells(report)).toEqual(records)
}

test.each(LANGUAGES)('the list of a course: all pages and filters (%s)', async (language) => {
  const db = await freshDb()
  const actor = await anOffice(db)
  const [t, format] = [translatorFor(language), formatterFor(language)]
  for (const filter of [{}, { status: 'completed', sort: '-date' }, { name: 'schaefer' }, { sort: '-unit' }]) {
    const query = courseListQuery.parse(filter)
    const facts = { course: '1 Kurs', query, unit: undefined, now: NOW }
    const shown: string[][] = []
    const { pages } = await listCoursePage(db, actor, 'course-1', query)
    for (let page = 1; page <= pages; page++) {
      const { rows } = await listCoursePage(db, actor, 'course-1', { ...query, page })
      const report = courseListReport(t, format, { ...facts, rows })
      shown.push(
        ...cellsOf(draw(language, <CourseListTable title="Kurs" report={report} sort="name" descending={false} sortHref={() => '#'} personHref={() => '#'} />)),
      )
    }
    expect(shown.length).toBeGreaterThan(5)
    await expectSame(courseListReport(t, format, { ...facts, rows: await listCourse(db, actor, 'course-1', query) }), shown)
  }
})

test.each(LANGUAGES)('the list of all people: all pages and filters (%s)', async (language) => {
  const db = await freshDb()
  const actor = await anOffice(db)
  const [t, format] = [translatorFor(language), formatterFor(language)]
  const facts = { courses: ['course-1', 'course-2'], course: '', today: '2026-11-22' }
  for (const filter of [{}, { status: 'open', sort: '-completed' }, { name: 'oezdemir' }, { sort: 'valid' }]) {
    const query = peopleListQuery.parse(filter)
    const drawn = { courses: titled, query, unit: undefined, now: NOW }
    const shown: string[][] = []
    const { pages } = await listPeoplePage(db, actor, query, facts)
    for (let page = 1; page <= pages; page++) {
      const { rows } = await listPeoplePage(db, actor, { ...query, page }, facts)
      const report = peopleReport(t, format, { ...drawn, rows })
      shown.push(
        ...cellsOf(draw(language, <PeopleTable report={report} courses={titled} sort="name" descending={false} sortHref={() => '#'} personHref={() => '#'} />)),
      )
    }
    expect(shown.length).toBeGreaterThan(5)
    await expectSame(peopleReport(t, format, { ...drawn, rows: await listPeople(db, actor, query, facts) }), shown)
  }
})

test.each(LANGUAGES)('the list of certificates: every filter (%s)', async (language) => {
  const db = await freshDb()
  const actor = await anOffice(db)
  const [t, format] = [translatorFor(language), formatterFor(language)]
  const facts = { course: '', today: '2026-11-22' }
  for (const [filter, least] of [
    [{}, 10],
    [{ within: '30' }, 1],
    [{ within: 'expired' }, 1],
    [{ sort: '-name' }, 10],
  ] as const) {
    const query = certificateListQuery.parse(filter)
    const drawn = { titles: { 'course-1': '=Kurs' }, query, course: undefined, unit: undefined, now: NOW }
    const page = certificateReport(t, format, { ...drawn, rows: (await listCertificatePage(db, actor, query, facts)).rows })
    const shown = cellsOf(draw(language, <CertificateTable report={page} sort="valid" descending={false} sortHref={() => '#'} personHref={() => '#'} />))
    expect(shown.length).toBeGreaterThanOrEqual(least)
    await expectSame(certificateReport(t, format, { ...drawn, rows: await listCertificates(db, actor, query, facts) }), shown)
  }
})

/** The percentages of a map, row by row, without its sums over columns. */
const percents = (html: string, columns: number) => cellsOf(html).map(([, ...cells]) => cells.slice(0, columns).map((cell) => cell.replace(/ ?\u00a0?%|–/, '')))

test.each(LANGUAGES)('coverage: every cell of the map is a line of the files (%s)', async (language) => {
  const db = await freshDb()
  const actor = await anOffice(db)
  const coverage = await getCoverage(db, actor, COURSES)
  const report = coverageReport(translatorFor(language), formatterFor(language), { coverage, courses: ['1 =Kurs', '2 Kurs'], now: NOW })
  const map = draw(language, <CoverageMap coverage={coverage} courses={titled.map(({ slug }) => ({ slug, label: slug }))} time="" listHref={() => '#'} />)
  const records = recordsOf(toCsv(report)).slice(1)
  expect(await typedCells(report)).toEqual(records)
  expect(percents(map, 2).flat()).toEqual(records.map((record) => record[4]))
  expect(records.map((record) => record[0])).toEqual([
    '=Aufenthalt "A–K"; Süd',
    '=Aufenthalt "A–K"; Süd',
    'Infopunkt',
    'Infopunkt',
    ...Array(2).fill(records.at(-1)?.[0]),
  ])
  expect(records.every((record) => record[5] === '2026-11-22')).toBe(true)
})

test('in the cards of phones a course stands by its title without the subtitle', async () => {
  const db = await freshDb()
  const coverage = await getCoverage(db, await anOffice(db), COURSES)
  const courses = [
    { slug: 'course-1', label: '1 Willkommensbehörde: unser Selbstverständnis' },
    { slug: 'course-2', label: '2 Recht' },
  ]
  const map = draw('de', <CoverageMap coverage={coverage} courses={courses} time="" listHref={() => '#'} />)
  expect(map).toContain('>1 Willkommensbehörde: unser Selbstverständnis<')
  expect(map).toContain('data-l="1 Willkommensbehörde"')
  expect(map).toContain('data-l="2 Recht"')
})

test.each(LANGUAGES)('competences: every cell of the map is a line of the files (%s)', async (language) => {
  const db = await freshDb()
  const actor = await anOffice(db)
  const coverage = await getCompetences(db, actor, COURSES)
  const report = competenceReport(translatorFor(language), formatterFor(language), { coverage, now: NOW })
  const map = draw(language, <CompetenceMap coverage={coverage} time="" courseHref={() => '#'} />)
  const records = recordsOf(toCsv(report)).slice(1)
  expect(await typedCells(report)).toEqual(records)
  expect(records).toHaveLength(8 * 3)
  expect(percents(map, 3).flat()).toEqual(records.map((record) => record[5]))
  expect(JSON.stringify(records)).not.toMatch(/Alma|Özdemir/)
})

test('the sorted column says so, and its link turns the order round', () => {
  const report = courseListReport(translatorFor('de'), formatterFor('de'), {
    rows: [],
    course: '1 Kurs',
    query: courseListQuery.parse({}),
    unit: undefined,
    now: NOW,
  })
  const head = (descending: boolean) =>
    draw(
      'de',
      <CourseListTable
        title="Kurs"
        report={report}
        sort="date"
        descending={descending}
        sortHref={(sort, down) => `?sort=${down ? '-' : ''}${sort}`}
        personHref={() => '#'}
      />,
    )
  expect(head(false)).toMatch(/aria-sort="ascending"><a href="\?sort=-date"/)
  expect(head(true)).toMatch(/aria-sort="descending"><a href="\?sort=date"/)
  expect(head(true).match(/aria-sort/g)).toHaveLength(1)
})
