/** Keys, ratings and feedback stay on the server until the answer they belong to; what one learns stays with oneself. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Item, OWN_PAGE_KINDS } from '#app/content/items/item.ts'
import type { Language } from '#app/content/course.ts'
import type { ContentTree } from '#app/content/tree.ts'
import { makeAssignment } from '#app/domain/assignment/make-assignment.server.ts'
import { paths } from '#app/paths.ts'
import { answerFields, choicesToEnding } from '#tests/support/answer-fields.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { anAuthority, anOrgUnit, aPerson, published } from '#tests/support/database.ts'
import { type Placed, placedItems, shippedCatalogue } from '#tests/support/shipped-courses.ts'

/** Every page of every course is drawn here. Milliseconds. */
const PATIENCE = 120_000

let app: RunningApp
let placed: readonly Placed[]

beforeAll(async () => {
  const catalogue = await shippedCatalogue()
  app = await startApp({ catalogue })
  await published(app.db, ...catalogue.courses)
  placed = placedItems(catalogue)
})
afterAll(() => app.close())

test('there is something to keep: the shipped courses hold items of many kinds', () => {
  expect(new Set(placed.map(({ item }) => item.kind)).size).toBeGreaterThan(7)
  expect(secretsOf('de').length).toBeGreaterThan(200)
})

test.each(['de', 'en'] as const)(
  'before an answer no page holds feedback, ratings or keys (%s)',
  async (language) => {
    const cookie = await app.signIn(await aPerson(app.db, { language }))
    const secrets = secretsOf(language)
    for (const path of pagesOfAll()) {
      const page = await textOf(path, cookie)
      expect(
        secrets.filter((secret) => page.includes(secret)),
        path,
      ).toEqual([])
    }
  },
  PATIENCE,
)

test('the files that every browser may load hold none of it', () => {
  const files = filesBelow(join('build', 'client')).filter((file) => /\.(?:js|css|html|json|svg|txt|map)$/.test(file))
  const secrets = [...secretsOf('de'), ...secretsOf('en')]
  for (const file of files) {
    const text = plain(readFileSync(file, 'utf8'))
    expect(
      secrets.filter((secret) => text.includes(secret)),
      file,
    ).toEqual([])
  }
})

test(
  'after a wrong answer exactly the feedback that belongs to it is shown',
  async () => {
    const cookie = await app.signIn(await aPerson(app.db))
    const answered: Placed[] = []
    for (const { course, module } of modulesOf()) {
      for (const one of placed.filter((other) => other.module === module)) {
        const fields = answerFields(one.item, 'wrong')
        if (fields === undefined || one.item.kind === 'dialogue') continue
        answered.push(one)
        const answer = await app.post(pageOf(one), { item: one.item.id, event_id: `event-${one.item.id}-${module.id}`, ...fields }, { cookie })
        expect(answer.status, one.item.id).toBe(303)
      }
      const own = answered.filter((other) => other.module === module)
      const allowed = own.flatMap(({ item }) => belonging(item))
      const shown = await Promise.all(
        [paths.module(course.slug, module.slug), ...own.filter(({ item }) => OWN_PAGE_KINDS.has(item.kind)).map(pageOf)].map((path) => textOf(path, cookie)),
      )
      const others = secretsOf('de').filter((secret) => !allowed.some((text) => text.includes(secret)))
      for (const text of shown)
        expect(
          others.filter((secret) => text.includes(secret)),
          module.id,
        ).toEqual([])
      for (const secret of allowed)
        expect(
          shown.some((text) => text.includes(secret)),
          `${module.id}: ${secret}`,
        ).toBe(true)
    }
    expect(answered.length).toBeGreaterThan(20)
  },
  PATIENCE,
)

test(
  'a wrong choice does not give the right one away, and the right one shows only itself',
  async () => {
    for (const how of ['wrong', 'right'] as const) {
      const cookie = await app.signIn(await aPerson(app.db))
      for (const one of placed.filter(({ item }) => item.kind === 'single')) {
        if (one.item.kind !== 'single') continue
        const { course, module, item } = { ...one, item: one.item }
        await app.post(pageOf(one), { item: item.id, event_id: `event-${item.id}-${how}`, ...answerFields(item, how) }, { cookie })
        const page = paths.module(course.slug, module.slug)
        const data = await textOf(page, cookie)
        const chosen = answerFields(item, how)?.['option']
        for (const option of item.options) {
          if (secretLike(option.feedback)) expect(data.includes(plain(option.feedback)), `${item.id}: ${option.id}`).toBe(option.id === chosen)
        }
        // The feedback to the whole question explains the right answer.
        if (item.feedback !== undefined && secretLike(item.feedback)) expect(data.includes(plain(item.feedback)), item.id).toBe(how === 'right')
      }
    }
  },
  PATIENCE,
)

test(
  'a conversation shows its notes and its ending only at the ending, and never another one',
  async () => {
    const cookie = await app.signIn(await aPerson(app.db))
    for (const one of placed.filter(({ item }) => item.kind === 'dialogue')) {
      const { item } = one
      if (item.kind !== 'dialogue') continue
      const path = choicesToEnding(item, 'wrong')
      const all = textsOf(item)
      for (const [step, choice] of path.entries()) {
        const before = await textOf(pageOf(one), cookie)
        expect(
          all.filter((secret) => before.includes(secret)),
          `${item.id}, step ${step}`,
        ).toEqual([])
        expect(namesIn(before).filter((name) => ['points', 'outcome', 'effects'].includes(name))).toEqual([])
        const answer = await app.post(pageOf(one), { event_id: `event-${item.id}-${step}`, step: String(step), choice }, { cookie })
        expect(answer.status, `${item.id}, step ${step}`).toBe(303)
      }
      const end = await textOf(pageOf(one), cookie)
      const allowed = belonging(item, path)
      expect(all.filter((secret) => end.includes(secret)).sort(), item.id).toEqual([...new Set(allowed)].sort())
    }
  },
  PATIENCE,
)

test(
  'the personnel office sees the same before and after somebody has started, answered and failed',
  async () => {
    const authority_id = (await anAuthority(app.db)).id
    const unit = { authority_id, org_unit_id: (await anOrgUnit(app.db, { authority_id })).id }
    const started = await aPerson(app.db, { ...unit, given_name: 'Xaver', family_name: 'Quandt' })
    const fresh = await aPerson(app.db, { ...unit, given_name: 'Yvonne', family_name: 'Zickler' })
    const clerk = await aPerson(app.db, { ...unit, roles: ['hr'], given_name: 'Wera', family_name: 'Amt' })
    const office = await app.signIn(clerk)
    const head = await app.signIn(
      await aPerson(app.db, { ...unit, roles: ['hr', 'lead', 'admin', 'trainer', 'council', 'coordinator'], given_name: 'Volker', family_name: 'Haupt' }),
    )
    const [first] = placed
    if (first === undefined) throw new Error('no item')
    const { slug } = first.course
    const pages = [
      ...[paths.hr(), paths.hrCoverageCsv(), paths.hrCourse(slug), paths.hrCourseCsv(slug)],
      ...[paths.hrPeople(), paths.hrPeopleCsv(), paths.hrCertificates(), paths.hrCertificatesCsv(), paths.hrCompetences(), paths.hrCompetencesCsv()],
      ...[paths.assignments(), paths.assignment('assignment-1'), paths.assignmentCsv('assignment-1')],
    ]
    const assigned = { id: 'assignment-1', course_id: first.course.id, due_on: '2026-12-31', explanation: 'Für alle.', org_units: [unit.org_unit_id] }
    await app.db.transaction().execute((tx) => makeAssignment(tx, clerk.actor as never, { ...assigned, role_profiles: [], now: '2026-11-20T08:00:00.000Z' }))
    const rest = [paths.people(), paths.person(started.person_id)]
    const look = async () => [
      ...(await Promise.all(pages.map((path) => settled(path, office)))),
      ...(await Promise.all([...pages, ...rest].map((path) => settled(path, head)))),
    ]
    const before = await look()
    const cookie = await app.signIn(started)
    await app.post(paths.course(slug), { event_id: 'event-of-the-start' }, { cookie })
    for (const { course, module, item } of placed.filter(({ course }) => course.slug === slug)) {
      const fields = answerFields(item, 'wrong')
      if (fields !== undefined) await app.post(pageOf({ course, module, item }), { item: item.id, event_id: `event-x-${item.id}`, ...fields }, { cookie })
    }
    expect(await app.db.selectFrom('response').select('id').where('authority_id', '=', authority_id).execute()).not.toHaveLength(0)
    expect(await look()).toEqual(before)

    const csv = await (await app.get(paths.hrCourseCsv(slug), { cookie: office })).text()
    const [one, other] = ['Quandt', 'Zickler'].map((name) => csv.split('\r\n').find((line) => line.includes(name)))
    expect(one?.replace('Xaver', 'Yvonne').replace('Quandt', 'Zickler')).toBe(other)
    const page = await (await app.get(paths.hrCourse(slug), { cookie: office })).text()
    const row = (name: string) => page.match(/<tr[\s>].*?<\/tr>/gs)?.find((line) => line.includes(name)) ?? name
    expect(row('Quandt').replaceAll('Xaver', 'Yvonne').replaceAll('Quandt', 'Zickler').replaceAll(started.person_id, fresh.person_id)).toBe(row('Zickler'))
  },
  PATIENCE,
)

const modulesOf = () => placed.filter((one, at) => placed.findIndex((other) => other.module === one.module) === at)
const pageOf = ({ course, module, item }: Placed) =>
  OWN_PAGE_KINDS.has(item.kind) ? paths.item(course.slug, module.slug, item.id) : paths.module(course.slug, module.slug)

/** Every page a learner can open without having answered anything. */
const pagesOfAll = (): readonly string[] => [
  ...[paths.home(), paths.courses(), paths.account(), paths.sessions(), paths.notes(), paths.certificates(), paths.glossary(), paths.ownData()],
  ...[paths.visibility(), paths.search('Antrag'), paths.search('Frist'), paths.search('gestärkt')],
  ...new Set(placed.map(({ course }) => paths.course(course.slug))),
  ...modulesOf().map(({ course, module }) => paths.module(course.slug, module.slug)),
  ...placed.filter(({ item }) => OWN_PAGE_KINDS.has(item.kind)).map(pageOf),
  ...modulesOf().flatMap(({ course, module }) => [
    paths.jobAid(course.slug, module.slug),
    paths.moduleNotes(course.slug, module.slug),
    paths.moduleWithNotes(course.slug, module.slug),
  ]),
  ...placed.map(({ course, module, item }) => paths.flag(course.slug, module.slug, item.id)),
  ...placed.filter(({ item }) => item.kind === 'reflection').map(({ course, module, item }) => paths.reflection(course.slug, module.slug, item.id)),
]

/** All texts of an item that nobody may read before the answer they belong to. */
const textsOf = (item: Item): readonly string[] => {
  const found: (string | undefined)[] = []
  if ('feedback' in item) found.push(item.feedback)
  if ('options' in item) found.push(...item.options.map(({ feedback }) => feedback))
  if (item.kind === 'truefalse') found.push(item.feedback_right, item.feedback_wrong, ...item.reasons.map(({ feedback }) => feedback))
  if (item.kind === 'rewrite') found.push(...item.sample.split(/\n+/))
  if (item.kind === 'dialogue') {
    found.push(...item.nodes.flatMap((node) => node.choices.map(({ feedback }) => feedback)))
    found.push(...item.endings.flatMap(({ title, text, feedback }) => [title, text, feedback]))
  }
  return [...new Set([...found, item.comment].flatMap((text) => (text !== undefined && secretLike(text) ? [plain(text)] : [])))]
}

/** Words short enough to stand anywhere are no proof of anything. */
const secretLike = (text: string) => plain(text).length >= 15

const secretsOf = (language: Language): readonly string[] => [
  ...new Set(
    placed.flatMap(({ course, module, item: german }) => {
      const item = app.house.catalogue.keys[course.id]?.[language]?.[module.id]?.[german.id] ?? german
      if (item.kind !== 'rewrite') return textsOf(item)
      // Writing is for practice and never counts: authors may go on in the text with the very model they give. Nothing else may stand there.
      const prose = plain(proseOf(module.text[language]?.body ?? module.text.de?.body ?? []))
      const samples = item.sample.split(/\n+/).map(plain)
      return textsOf(item).filter((text) => !(samples.includes(text) && prose.includes(text)))
    }),
  ),
]

/** The words of a text, whatever they are wrapped in. */
const proseOf = (tree: ContentTree): string => tree.map((node) => (typeof node === 'string' ? node : proseOf(node.slice(2) as unknown as ContentTree))).join('')

/** What may be seen after the wrong answer of answer-fields.ts (for a conversation: at the end of the path). */
const belonging = (item: Item, path: readonly string[] = []): readonly string[] => {
  const chosen = answerFields(item, 'wrong') ?? {}
  const texts = ((): readonly (string | undefined)[] => {
    switch (item.kind) {
      case 'single':
      case 'multiple':
        return item.options.filter(({ id }) => [chosen['option']].flat().includes(id)).map(({ feedback }) => feedback)
      case 'truefalse':
        return [item.feedback_wrong, item.reasons.find(({ id }) => id === chosen['reason'])?.feedback]
      case 'order':
      case 'match':
      case 'gap':
        return [item.feedback]
      case 'sjt':
        return [item.feedback, ...item.options.map(({ feedback }) => feedback)]
      case 'critical-incident':
        return item.options.map(({ feedback }) => feedback)
      case 'rewrite':
        return [item.feedback, ...item.sample.split(/\n+/)]
      case 'dialogue': {
        let at = item.start
        const notes = path.map((id) => {
          const choice = item.nodes.find((node) => node.id === at)?.choices.find((known) => known.id === id)
          at = choice?.next ?? at
          return choice?.feedback
        })
        const ending = item.endings.find(({ id }) => id === at)
        return [...notes, ending?.title, ending?.text, ending?.feedback]
      }
      default:
        return []
    }
  })()
  return texts.flatMap((text) => (text !== undefined && secretLike(text) ? [plain(text)] : []))
}

/** A page and its text alone, in the same plain words. */
const textOf = async (path: string, cookie: string): Promise<string> => {
  const answer = await app.get(path, { cookie })
  const body = await answer.text()
  expect(answer.status, path).toBeLessThan(400)
  const readable = body
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
  return [plain(readable), plain(readable.replace(/<[^>]*>/g, ''))].join('\n')
}

/** Words without marks of emphasis, language or where lines may break, and with single spaces. */
const plain = (text: string): string =>
  text
    .replace(/\[[a-z]{2,3}:([^[\]]+)\]/g, '$1')
    .replace(/\*/g, '')
    .replace(/[\u00ad\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The texts of the page that could be names of fields. */
const namesIn = (data: string): readonly string[] => [...data.matchAll(/"([a-z_]{3,30})"/g)].map(([, name]) => name ?? '')

/** An answer without what differs from request to request. */
const settled = async (path: string, cookie: string): Promise<string> => {
  const text = await (await app.get(path, { cookie })).text()
  return text.replace(/nonce="[^"]*"/g, '').replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, 'ID')
}

const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)) : []
