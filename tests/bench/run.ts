/**
 * `npm run bench`: how fast the built product is on this machine, as tables to keep in README.md here. Compare within one run only.
 * `-- --seconds 2` shortens each measurement; `-- --small` fills the database with a tenth of the people;
 * `-- --only speed|curves|compiling` measures one part.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { ItemOf } from '#app/content/items/item.ts'
import { compileCourses } from '#app/content/course/compile-courses.server.ts'
import { openCatalogue } from '#app/domain/catalogue/open-catalogue.server.ts'
import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'
import { publishDueFigures } from '#app/domain/figures/publish-due-figures.server.ts'
import { startSession } from '#app/domain/identity/start-session.server.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { systemClock, toInstant } from '#app/platform/clock.ts'
import { newId } from '#app/platform/ids.server.ts'
import { openDb } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { bareCommits, bareForm, bareRoute } from './bare.ts'
import { type Visit, visit } from './browser.ts'
import { type Load, load } from './load.ts'
import { authorityId, populate } from './population.ts'
import { quizzes } from './quiz.ts'
import { rssOf, serve } from './server.ts'
import { table } from './table.ts'

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '5' }, small: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
})
const seconds = Number(values.seconds)
const scale = values.small ? 0.1 : 1
const root = fileURLToPath(new URL('../..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'wegbereiter-bench-'))
const say = (text: string) => process.stdout.write(`${text}\n`)

interface Prepared {
  readonly folder: string
  readonly catalogue: Catalogue
  /** Sessions of the first ten people of an authority; the first of them is HR. */
  readonly cookies: readonly string[]
}

/** A database with `others` authorities of 100 people and one of `people`, and ten people of that one signed in. */
const prepare = async (name: string, people: number, others: number): Promise<Prepared> => {
  const folder = join(work, name)
  mkdirSync(folder)
  const { db, raw, close } = openDb(join(folder, 'wegbereiter.db'))
  const now = toInstant(systemClock())
  migrate(raw, { now })
  const catalogue = await openCatalogue(db, join(root, 'courses'), now)
  populate(raw, catalogue.courses, 'other', { authorities: others, people_each: 100 })
  populate(raw, catalogue.courses, 'own', { authorities: 1, people_each: people })
  // What the server does once a month is not what is measured.
  await publishDueFigures(db, { courses: catalogue.courses.map(({ id }) => id), now })
  const cookies: string[] = []
  for (let p = 0; p < 10; p += 1) {
    const person = { authority_id: authorityId('own', 0), person_id: `person-${p}` }
    cookies.push(`session=${await db.transaction().execute((tx) => startSession(tx, person, { device: 'bench', replaces: undefined, now }))}`)
  }
  await close()
  return { folder, catalogue, cookies }
}

const row = (name: string, loads: readonly Load[]) => [name, ...loads.flatMap(({ per_second, p50, p99 }) => [per_second, p50, p99])]

const main = async () => {
  say(`Machine: ${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}, ${seconds} s each\n`)
  for (const [name, measure] of Object.entries({ speed, curves, compiling })) if (values.only === '' || values.only === name) await measure()
}

const speed = async () => {
  const { folder, catalogue, cookies } = await prepare('large', 20_000 * scale, 200 * scale)
  const course = catalogue.courses[0]
  const module = course?.modules[0]
  if (course === undefined || module === undefined) throw new Error('there is no course to measure')
  const here = `/courses/${course.slug}/${module.slug}`
  const served = await serve(root, folder)
  const { url } = served
  try {
    const idle = rssOf(served.pid)
    const one = cookies.slice(0, 1)
    const eight = cookies.slice(0, 8)
    const both = async (path: string, more: { form?: () => Record<string, string>; expected?: number[] } = {}) => [
      await load({ url, path, cookies: one, seconds, ...more }),
      await load({ url, path, cookies: eight, seconds, ...more }),
    ]
    const pages: [string, string][] = [
      ['home', '/'],
      ['catalogue', '/courses'],
      ['course', `/courses/${course.slug}`],
      ['module', here],
      ['search', '/search?q=Aufenthaltserlaubnis'],
      ['HR dashboard', '/hr'],
      ['HR list of a course', `/hr/courses/${course.slug}`],
      ['HR list of people', '/hr/people'],
      ['figures by unit', '/unit-figures'],
    ]
    await load({ url, path: here, cookies: one, seconds: 2 })
    const measured: (string | number)[][] = []
    let modulePage: Load[] = []
    for (const [name, path] of pages) {
      // Only the first person is HR.
      const loads =
        path.startsWith('/hr') || path.startsWith('/unit')
          ? [await load({ url, path, cookies: one, seconds }), await load({ url, path, cookies: eight.map(() => one[0] ?? ''), seconds })]
          : await both(path)
      if (name === 'module') modulePage = loads
      measured.push(row(name, loads))
    }
    const item = countingItem(catalogue, course.id, module.id)
    const form = () => ({ item: item.id, event_id: newId(), option: item.options[0]?.id ?? '' })
    const answers = await both(here, { form, expected: [303] })
    measured.push(row('answer (POST)', answers))
    const bytes = Math.round(modulePage[0]?.bytes ?? 0)
    const bare = [await bareRoute(bytes, one, seconds), await bareRoute(bytes, eight, seconds)]
    measured.push(row('bare express route, bytes of the module page', bare))
    const bareForms = [await bareForm(form, one, seconds), await bareForm(form, eight, seconds)]
    measured.push(row('bare express route, form and commit', bareForms))
    const commits = await bareCommits(seconds)
    const quizzed = await quizzes(url, catalogue, course, cookies.slice(4), seconds)
    say(table(['', 'req/s, 1', 'p50 ms', 'p99 ms', 'req/s, 8', 'p50 ms', 'p99 ms'], measured))
    say(
      `Bare commits: ${commits.toFixed(0)} a second. Quizzes of ten questions, four people at once: ${quizzed.toFixed(1)} a second. RSS: ${idle.toFixed(0)} MiB idle, ${rssOf(served.pid).toFixed(0)} MiB after the load.`,
    )
    const page = (cookies: string[]) => async () => (await load({ url, path: here, cookies, seconds })).per_second
    const route = (cookies: string[]) => async () => (await bareRoute(bytes, cookies, seconds)).per_second
    const taken = async () => (await load({ url, path: here, cookies: eight, seconds, form, expected: [303] })).per_second
    const formed = async () => (await bareForm(form, eight, seconds)).per_second
    const committed = () => bareCommits(seconds)
    say('In turns, median of 5 (lowest to highest):')
    say(`- module page ÷ bare route: ${await inTurns(page(one), route(one))} at 1, ${await inTurns(page(eight), route(eight))} at 8 connections (aim 12 %)`)
    say(`- answers ÷ bare commits: ${await inTurns(taken, committed)} at 8 connections (aim 25 %)`)
    say(`- bare form and commit ÷ bare commits: ${await inTurns(formed, committed)}: more is not to be had by HTTP here`)
    say(`- answers ÷ bare form and commit: ${await inTurns(taken, formed)} at 8 connections\n`)
    await browsers(url, here, cookies[0] ?? '')
  } finally {
    await served.stop()
  }
  await starts(folder)
}

/** What is compared is measured in turns: within minutes these machines become half as fast again, or slower. */
const inTurns = async (ours: () => Promise<number>, bare: () => Promise<number>): Promise<string> => {
  const shares: number[] = []
  for (let turn = 0; turn < 5; turn += 1) shares.push(((await ours()) / (await bare())) * 100)
  const [low, , middle, , high] = shares.sort((a, b) => a - b).map((share) => share.toFixed(1))
  return `${middle} % (${low} to ${high})`
}

const countingItem = (catalogue: Catalogue, course: string, module: string): ItemOf<'single'> => {
  const item = Object.values(catalogue.keys[course]?.de?.[module] ?? {}).find((one): one is ItemOf<'single'> => one.kind === 'single')
  if (item === undefined) throw new Error('the first module has no single choice')
  return item
}

const browsers = async (url: string, here: string, cookie: string) => {
  const rows: (string | number)[][] = []
  for (const [name, path, who] of [
    ['sign-in', '/sign-in', ''],
    ['module', here, cookie],
    ['HR dashboard', '/hr', cookie],
  ] as const) {
    const visits = await visit(url, path, who)
    rows.push(...visits.map((one, index) => [`${name}, ${index === 0 ? 'first' : 'second'} visit`, ...figures(one)]))
  }
  say(table(['Chromium', 'requests', 'KiB', 'document', 'style', 'script', 'font', 'LCP ms, median of 7', 'fastest', 'blocked ms'], rows))
}

const figures = ({ requests, kib, lcp, fastest, blocked }: Visit) => [
  String(requests),
  ...['all', 'Document', 'Stylesheet', 'Script', 'Font'].map((kind) => kib[kind] ?? 0),
  lcp,
  fastest,
  blocked,
]

/** Warm: everything is there. Cold: no database, courses compiled before (as after an install, where the build does it). */
const starts = async (folder: string) => {
  const rows: (string | number)[][] = []
  for (const [name, data] of [
    ['warm', folder],
    ['first, empty folder', join(work, 'empty')],
  ] as const) {
    const times: number[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      const at = name === 'warm' ? data : `${data}-${turn}`
      const served = await serve(root, at)
      times.push(served.ready_ms)
      await served.stop()
    }
    times.sort((a, b) => a - b)
    rows.push([name, times[0] ?? 0, times[2] ?? 0, times[4] ?? 0])
  }
  say(table(['start to first answer, ms', 'fastest of 5', 'median', 'slowest'], rows))
}

/** What an HR page costs against the people of the own authority and of others. */
const curves = async () => {
  const rows: (string | number)[][] = []
  for (const [people, others] of [
    [100, 0],
    [500, 0],
    [2_000, 0],
    [20_000 * scale, 0],
    [500, 50 * scale],
    [500, 200 * scale],
  ] as const) {
    const { folder, catalogue, cookies } = await prepare(`curve-${people}-${others}`, people, others)
    const served = await serve(root, folder)
    try {
      const slug = catalogue.courses[0]?.slug ?? ''
      const ask = (path: string) => load({ url: served.url, path, cookies: cookies.slice(0, 1), seconds })
      await load({ url: served.url, path: '/hr', cookies: cookies.slice(0, 1), seconds: 1 })
      rows.push([String(people), String(others), (await ask('/hr')).p50, (await ask(`/hr/courses/${slug}`)).p50, (await ask('/hr/people')).p50])
    } finally {
      await served.stop()
    }
    rmSync(folder, { recursive: true })
  }
  say(table(['own people', 'other authorities (100 each)', 'dashboard p50 ms', 'list of a course p50 ms', 'list of people p50 ms'], rows))
}

/** Without the cache, as after a change of the compiler. */
const compiling = async () => {
  const from = performance.now()
  const { courses } = await compileCourses(join(root, 'courses'), { today: dateInBerlin(toInstant(systemClock())), cache: null, isolate: false })
  const modules = courses.reduce((sum, { course }) => sum + (course?.modules.length ?? 0) * (course?.languages.length ?? 0), 0)
  say(`Compiling: ${((performance.now() - from) / modules).toFixed(0)} ms a module and language (${modules} of them).`)
}

try {
  await main()
} finally {
  rmSync(work, { recursive: true, force: true })
}
