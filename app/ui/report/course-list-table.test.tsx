import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { courseListQuery } from '#app/domain/reporting/course-list.ts'
import { listCourse, listCoursePage } from '#app/domain/reporting/course-list.server.ts'
import { csvOf } from '#app/domain/reporting/csv.ts'
import { formatterFor, type Language, LanguageProvider, translatorFor } from '#app/i18n/translate.ts'
import type { Db } from '#db/types.ts'
import { aCourse } from '#tests/support/course.ts'
import { actorOf, anAuthority, anOrgUnit, aPerson, freshDb, published } from '#tests/support/database.ts'
import { courseListColumns } from './course-list-columns.ts'
import { CourseListTable } from './course-list-table.tsx'

/** Sixty people with plain, umlauted and dangerous names, a third of whom completed the course. */
const anOffice = async (db: Db) => {
  const authority_id = (await anAuthority(db)).id
  const units = [await anOrgUnit(db, { authority_id, name: 'Infopunkt' }), await anOrgUnit(db, { authority_id, name: '=Aufenthalt "A–K"; Süd' })]
  await published(db, aCourse([]))
  const names = ['Özdemir', 'Schäfer', 'Lenz', "O'Neill & Söhne", '=1+1', '@Weber', '<b>Fett</b>']
  for (let index = 0; index < 60; index++) {
    const person = await aPerson(db, {
      authority_id,
      org_unit_id: units[index % 2]?.id ?? '',
      family_name: names[index % names.length] ?? '',
      given_name: `Alma ${index}`,
    })
    if (index % 3 !== 0) continue
    await db
      .insertInto('course_state')
      .values({
        authority_id,
        person_id: person.person_id,
        course_id: 'course-1',
        started_at: '2026-02-01T08:00:00.000Z',
        last_active_at: '2026-02-01T08:00:00.000Z',
        last_module_id: null,
        completed_at: `2026-05-${String(10 + (index % 20)).padStart(2, '0')}T22:30:00.000Z`,
        completed_revision_id: null,
        completed_score: 700,
        transfer_status: null,
        through_seq: 1,
      })
      .execute()
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

/** The texts of the cells of a rendered page, row by row. */
const cellsOf = (html: string) =>
  [...(html.split('<tbody>')[1] ?? '').matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => decoded(cell)),
  )

/** The records of a file, taken apart by hand. */
const recordsOf = (csv: string) =>
  csv
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''))

const asFile = (cell: string) => {
  const date = /^(\d\d)[./](\d\d)[./](\d{4})$/.exec(cell)
  return date === null ? (cell === '–' ? '' : /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell) : `${date[3]}-${date[2]}-${date[1]}`
}

test.each(['de', 'en'] as const)(
  'the file holds exactly the rows of the screen, in their order, over all pages and for every filter (%s)',
  async (language: Language) => {
    const db = await freshDb()
    const actor = await anOffice(db)
    const [t, format] = [translatorFor(language), formatterFor(language)]
    const columns = courseListColumns(t, format)
    for (const filter of [{}, { status: 'completed', sort: '-date' }, { name: 'schaefer' }, { sort: '-unit' }]) {
      const shown: string[][] = []
      const pages = (await listCoursePage(db, actor, 'course-1', courseListQuery.parse(filter))).pages
      for (let page = 1; page <= pages; page++) {
        const { rows } = await listCoursePage(db, actor, 'course-1', courseListQuery.parse({ ...filter, page: String(page) }))
        shown.push(
          ...cellsOf(
            renderToStaticMarkup(
              <LanguageProvider value={language}>
                <CourseListTable title="Kurs" rows={rows} sort="name" descending={false} sortHref={() => '#'} personHref={(person) => `/people/${person}`} />
              </LanguageProvider>,
            ),
          ),
        )
      }
      const rows = await listCourse(db, actor, 'course-1', courseListQuery.parse(filter))
      const [header, ...records] = recordsOf(
        csvOf(
          columns.map((column) => column.label),
          rows.map((row) => columns.map((column) => column.file(row))),
        ),
      )
      expect(header).toEqual(columns.map((column) => column.label))
      expect(records.length).toBeGreaterThan(5)
      expect(shown.map((row) => row.map(asFile))).toEqual(records)
    }
  },
)

test('the sorted column says so, and its link turns the order round', () => {
  const draw = (descending: boolean) =>
    renderToStaticMarkup(
      <CourseListTable
        title="Kurs"
        rows={[]}
        sort="date"
        descending={descending}
        sortHref={(sort, down) => `?sort=${down ? '-' : ''}${sort}`}
        personHref={() => '#'}
      />,
    )
  expect(draw(false)).toMatch(/aria-sort="ascending"><a href="\?sort=-date"/)
  expect(draw(true)).toMatch(/aria-sort="descending"><a href="\?sort=date"/)
  expect(draw(true).match(/aria-sort/g)).toHaveLength(1)
})
