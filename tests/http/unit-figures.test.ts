import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishFigures } from '#app/domain/figures/publish-figures.server.ts'
import { sheetOf } from '#tests/support/workbook.ts'
import { aCompletion } from '#tests/support/completions.ts'
import { aCourse } from '#tests/support/course.ts'
import { emptyCatalogue, type RunningApp, startApp } from '#tests/support/app.ts'
import { anAuthority, anOrgUnit, aPerson, published } from '#tests/support/database.ts'

const courses = [aCourse([]), aCourse([], { id: 'course-2', number: 2 })]
const NOW = '2026-07-20T09:00:00.000Z'
let app: RunningApp

beforeAll(async () => {
  app = await startApp({ now: NOW, catalogue: { ...emptyCatalogue, courses } })
  await published(app.db, ...courses)
})
afterAll(() => app.close())

/** Units of these sizes; `completed[course][unit]` says on which days (1 to 180 of the year) the first of their people completed it. */
const anOffice = async (sizes: readonly number[], completed: readonly (readonly (readonly number[])[])[]) => {
  const { id: authority_id, created_at } = await anAuthority(app.db)
  let onlooker: { authority_id: string; person_id: string } | undefined
  for (const [place, size] of sizes.entries()) {
    const unit = await anOrgUnit(app.db, { authority_id, name: `Team ${String.fromCharCode(65 + place)}` })
    for (let one = 0; one < size; one++) {
      const person = await aPerson(app.db, { authority_id, org_unit_id: unit.id, roles: onlooker === undefined ? ['council'] : [] })
      onlooker ??= person
      for (const [number, course] of courses.entries()) {
        const day = completed[number]?.[place]?.[one]
        if (day !== undefined) await aCompletion(app.db, person, course.id, new Date(Date.UTC(2026, 0, day, 9)).toISOString())
      }
    }
  }
  await app.db.transaction().execute((tx) => publishFigures(tx, { id: authority_id, created_at }, { courses: courses.map(({ id }) => id), now: NOW }))
  if (onlooker === undefined) throw new Error('nobody')
  return { authority_id, onlooker, cookie: await app.signIn(onlooker) }
}

const text = async (path: string, cookie: string) => {
  const answer = await app.get(path, { cookie })
  expect(answer.status, path).toBe(200)
  return answer.text()
}
const rowsOf = (csv: string) =>
  csv
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'))

test('screen, CSV and workbook say the same of every cut-off day', async () => {
  const { cookie } = await anOffice(
    [14, 6],
    [
      [
        [10, 20, 40, 70, 71, 72, 100],
        [30, 90],
      ],
      [[15], []],
    ],
  )
  const all = rowsOf(await text('/unit-figures.csv', cookie))
  expect(all.slice(1).map(([unit, day]) => `${day} ${unit}`)).toEqual(
    ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'].flatMap((day) =>
      ['Team A', 'Team B', 'Behörde gesamt'].map((unit) => `${day} ${unit}`),
    ),
  )
  for (const day of ['2026-01-31', '2026-06-30']) {
    const csv = rowsOf(await text(`/unit-figures.csv?at=${day}`, cookie))
    const workbook = sheetOf(new Uint8Array(await (await app.get(`/unit-figures.xlsx?at=${day}`, { cookie })).arrayBuffer()))
    expect(workbook.map((row) => row.map((cell) => cell?.text ?? ''))).toEqual(csv)
    expect(workbook[1]?.map((cell) => cell?.type)).toEqual(['text', 'date', 'number', 'text', 'text'])
    const page = await text(`/unit-figures?at=${day}`, cookie)
    const cells = [...(/<table.*?<\/table>/s.exec(page)?.[0] ?? '').matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '').trim()),
    )
    expect(cells).toEqual(csv.map(([unit = '', , ...more]) => [unit, ...more]))
  }
})

test('leads, HR and the staff council see one and the same page; learners, trainers, administrators and the network see none', async () => {
  const { authority_id, cookie } = await anOffice([12], [[[10, 11, 12, 13, 14, 15]], [[]]])
  const council = rowsOf(await text('/unit-figures.csv', cookie))
  for (const role of ['lead', 'hr'] as const) {
    const seen = rowsOf(await text('/unit-figures.csv', await app.signIn(await aPerson(app.db, { authority_id, roles: [role] }))))
    expect(seen, role).toEqual(council)
  }
  for (const role of ['trainer', 'admin', 'coordinator', undefined] as const) {
    const person = await app.signIn(await aPerson(app.db, { authority_id, roles: role === undefined ? [] : [role] }))
    for (const path of ['/unit-figures', '/unit-figures.csv', '/unit-figures.xlsx'])
      expect((await app.get(path, { cookie: person })).status, `${role} ${path}`).toBe(403)
  }
})

test('a day without figures is not found, and nothing of it is told', async () => {
  const { cookie } = await anOffice([12], [[[10]], [[]]])
  for (const at of ['2026-07-31', '2026-06-29', "2026-06-30' or 1=1"]) {
    for (const path of ['/unit-figures', '/unit-figures.csv', '/unit-figures.xlsx']) {
      expect((await app.get(`${path}?at=${encodeURIComponent(at)}`, { cookie })).status, `${path} ${at}`).toBe(404)
    }
  }
})

/** Everything that a reader of the files has: brackets by course, day and unit, parsed from the words on the paper. */
const readFiles = async (cookie: string) => {
  const [, ...lines] = rowsOf(await text('/unit-figures.csv', cookie))
  const days = [...new Set(lines.map(([, day]) => day ?? ''))]
  return courses.map((_, place) =>
    days.map((day) => {
      const rows = lines.filter((line) => line[1] === day).map((line) => bracketIn(line[3 + place] ?? '', Number(line[2])))
      return { units: rows.slice(0, -1), total: rows.at(-1) ?? { people: 0, low: 0, high: 0 } }
    }),
  )
}
const bracketIn = (words: string, people: number) => {
  const [low = 0, high = people] = (words.match(/\d+/g) ?? []).map(Number)
  return { people, low, high }
}

test('attack on the files: who subtracts units from sums and months from months still has five numbers for every unit', async () => {
  const size = fc.integer({ min: 1, max: 16 })
  const office = fc
    .array(size, { minLength: 1, maxLength: 4 })
    .chain((sizes) =>
      fc.tuple(
        fc.constant(sizes),
        fc.tuple(...courses.map(() => fc.tuple(...sizes.map((people) => fc.array(fc.integer({ min: 1, max: 180 }), { maxLength: people }))))),
      ),
    )
  await fc.assert(
    fc.asyncProperty(office, async ([sizes, completed]) => {
      const { cookie } = await anOffice(sizes, completed)
      for (const months of await readFiles(cookie)) {
        const cells = months.map(({ units }) => units.map((unit) => ({ ...unit })))
        for (let changed = true; changed; ) {
          changed = false
          for (const [month, units] of cells.entries()) {
            const total = months[month]?.total ?? { low: 0, high: 0 }
            for (const [place, cell] of units.entries()) {
              const others = units.filter((_, other) => other !== place)
              const low = Math.max(cell.low, total.low - others.reduce((sum, { high }) => sum + high, 0), cells[month - 1]?.[place]?.low ?? 0)
              const high = Math.min(cell.high, total.high - others.reduce((sum, other) => sum + other.low, 0), cells[month + 1]?.[place]?.high ?? cell.people)
              if (low > cell.low || high < cell.high) changed = true
              cell.low = low
              cell.high = high
            }
          }
        }
        for (const { people, low, high } of cells.flat()) expect(high - low + 1).toBeGreaterThanOrEqual(Math.min(5, people + 1))
      }
    }),
    { numRuns: 12 },
  )
}, 60_000)
