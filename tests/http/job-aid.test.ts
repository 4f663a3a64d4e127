/** The sheet beside the screen: for every module that has one, in the reader's language, as a page and as a PDF, and giving no answer away. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Course, Module } from '#app/content/course.ts'
import type { Item } from '#app/content/items/item.ts'
import { moduleText } from '#app/ui/learn/step-title.ts'
import { paths } from '#app/paths.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { anAuthority, anOrgUnit, aPerson, published } from '#tests/support/database.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import { placedItems, shippedCatalogue } from '#tests/support/shipped-courses.ts'

/** Every sheet is drawn here. Milliseconds. */
const PATIENCE = 120_000

let app: RunningApp
let modules: readonly { readonly course: Course; readonly module: Module }[]
/** A module whose sheet was taken away, in a course that exists in German only. */
let bare: { readonly course: Course; readonly module: Module; readonly other: Module }

beforeAll(async () => {
  const catalogue = await shippedCatalogue()
  modules = catalogue.courses.flatMap((course) => course.modules.map((module) => ({ course, module })))
  const [model] = catalogue.courses
  const [first, second] = model?.modules ?? []
  if (model === undefined || first?.text.de === undefined || second?.text.de === undefined) throw new Error('no course')
  const { aid: _, ...withoutAid } = first.text.de
  const [module, other] = [
    { ...first, text: { de: withoutAid } },
    { ...second, text: { de: second.text.de } },
  ]
  const course: Course = { ...model, id: 'nur-deutsch', slug: 'nur-deutsch', number: 99, revision: 'german-only', languages: ['de'], modules: [module, other] }
  bare = { course, module, other }
  app = await startApp({ catalogue: { ...catalogue, courses: [...catalogue.courses, course], keys: { ...catalogue.keys, [course.id]: {} } } })
  await published(app.db, ...catalogue.courses, course)
})
afterAll(() => app.close())

test(
  'every shipped module leads to its sheet, and the sheet back to it and to its PDF',
  async () => {
    const cookie = await app.signIn(await aPerson(app.db))
    expect(modules.length).toBeGreaterThan(0)
    for (const { course, module } of modules) {
      const [here, aid] = [paths.module(course.slug, module.slug), paths.jobAid(course.slug, module.slug)]
      expect(await textOf(here, cookie)).toContain(`href="${aid}"`)
      const sheet = await textOf(aid, cookie)
      expect(sheet).toContain(`href="${here}"`)
      expect(sheet).toContain(`href="${paths.jobAidPdf(course.slug, module.slug)}"`)
      expect(headingsOf(sheet).map(({ level }) => level)).toEqual([
        1,
        ...headingsOf(sheet)
          .slice(1)
          .map(() => 2),
      ])
      expect(headingsOf(sheet)[0]?.text).toBe(module.text.de?.aid?.title)
      expect(sheet).toMatch(/<title>Merkblatt \d\.\d – Wegbereiter<\/title>/)
    }
  },
  PATIENCE,
)

test(
  'a sheet gives neither feedback nor a right answer away, word for word, that the text of its module does not',
  async () => {
    const { keys } = await shippedCatalogue()
    let compared = 0
    for (const language of ['de', 'en'] as const) {
      const cookie = await app.signIn(await aPerson(app.db, { language }))
      for (const { course, module, item: german } of placedItems(await shippedCatalogue())) {
        const item = keys[course.id]?.[language]?.[module.id]?.[german.id] ?? german
        const sheet = plain(await textOf(paths.jobAid(course.slug, module.slug), cookie))
        const prose = plain(
          moduleText(course, module, language)
            .blocks.map(({ text }) => text)
            .join('\n'),
        )
        const secrets = [...feedbackOf(item), ...rightOf(item).filter((text) => !prose.includes(text))].filter((text) => text.length >= 15)
        compared += secrets.length
        expect(
          secrets.filter((secret) => sheet.includes(secret)),
          `${module.number} ${item.id} ${language}`,
        ).toEqual([])
      }
    }
    expect(compared).toBeGreaterThan(400)
  },
  PATIENCE,
)

test('the sheet is signed with the name of one’s own authority and with nothing else of the reader; the PDF is the same for all', async () => {
  const { course, module } = at(0)
  const answers = await Promise.all(
    ['Ausländerbehörde Hier', 'Ausländerbehörde Dort'].map(async (name) => {
      const authority_id = (await anAuthority(app.db, { name })).id
      const unit = { authority_id, org_unit_id: (await anOrgUnit(app.db, { authority_id })).id }
      const cookie = await app.signIn(await aPerson(app.db, { ...unit, given_name: 'Xaver', family_name: 'Quandt' }))
      const sheet = /<article[\s\S]*?<\/article>/.exec(await textOf(paths.jobAid(course.slug, module.slug), cookie))?.[0] ?? ''
      expect(sheet).toContain(name)
      expect(sheet).not.toContain('Quandt')
      return Buffer.from(await (await app.get(paths.jobAidPdf(course.slug, module.slug), { cookie })).arrayBuffer())
    }),
  )
  expect(answers[0]?.equals(answers[1] ?? Buffer.alloc(0))).toBe(true)
})

test('the PDF is a PDF, in the language of the reader, and is asked for anew each time', async () => {
  const { course, module } = at(0)
  for (const [language, lang, file] of [
    ['de', 'de-DE', 'merkblatt-1-1.pdf'],
    ['en', 'en-GB', 'job-aid-1-1.pdf'],
  ] as const) {
    const cookie = await app.signIn(await aPerson(app.db, { language }))
    const answer = await app.get(paths.jobAidPdf(course.slug, module.slug), { cookie })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toBe(`inline; filename="${file}"`)
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    expect(readPdf(Buffer.from(await answer.arrayBuffer()))).toMatchObject({ pages: 1, lang, marked: true })
  }
})

test('an English reader finds every helpful sentence in German too, marked as German', async () => {
  const cookie = await app.signIn(await aPerson(app.db, { language: 'en' }))
  for (const { course, module } of modules) {
    const sheet = await textOf(paths.jobAid(course.slug, module.slug), cookie)
    const german = [...sheet.matchAll(/<span class="wb-aid__spoken" lang="de">([\s\S]*?)<\/span>/g)].map((match) => plain(match[1] ?? ''))
    expect(german).toEqual((module.text.de?.aid?.say ?? []).map((sentence) => `„${plain(sentence)}“`))
    expect(sheet).toContain('<html lang="en"')
    expect(headingsOf(sheet)[0]?.text).toBe(module.text.en?.aid?.title)
  }
})

test('where a course is in German only, the sheet says so to the browser and speaks German whole', async () => {
  const cookie = await app.signIn(await aPerson(app.db, { language: 'en' }))
  const sheet = await textOf(paths.jobAid(bare.course.slug, bare.other.slug), cookie)
  expect(sheet).toMatch(/<article class="wb-aid[^"]*" lang="de">[\s\S]*So gehen Sie vor[\s\S]*<\/article>/)
  expect(sheet).not.toContain('wb-aid__spoken')
  expect(sheet).toContain('Back to module')
})

test('a module without a sheet has no link to one, and its addresses lead nowhere', async () => {
  const cookie = await app.signIn(await aPerson(app.db))
  const { course, module } = bare
  expect(await textOf(paths.module(course.slug, module.slug), cookie)).not.toContain(paths.jobAid(course.slug, module.slug))
  for (const path of [paths.jobAid(course.slug, module.slug), paths.jobAidPdf(course.slug, module.slug)])
    expect((await app.get(path, { cookie })).status, path).toBe(404)
  for (const path of [paths.jobAid('nirgends', 'modul'), paths.jobAidPdf(course.slug, 'nirgends')])
    expect((await app.get(path, { cookie })).status, path).toBe(404)
})

test('nobody reads a sheet without signing in', async () => {
  const { course, module } = at(0)
  for (const path of [paths.jobAid(course.slug, module.slug), paths.jobAidPdf(course.slug, module.slug)]) {
    const answer = await app.get(path)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(paths.signIn(path))
  }
})

const at = (index: number) => {
  const found = modules[index]
  if (found === undefined) throw new Error('no module')
  return found
}

const textOf = async (path: string, cookie: string): Promise<string> => {
  const answer = await app.get(path, { cookie })
  expect(answer.status, path).toBe(200)
  return answer.text()
}

const headingsOf = (html: string) =>
  [...html.slice(html.indexOf('<main')).matchAll(/<h([1-6])[^>]*>([\s\S]*?)<\/h\1>/g)].map((match) => ({
    level: Number(match[1]),
    text: plain(match[2] ?? ''),
  }))

/** Words alone: without tags, marks, entities and differences of space. */
const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\*/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const feedbackOf = (item: Item): readonly string[] => {
  const found: (string | undefined)[] = ['feedback' in item ? item.feedback : undefined]
  if ('options' in item) found.push(...item.options.map(({ feedback }) => feedback))
  if (item.kind === 'truefalse') found.push(item.feedback_right, item.feedback_wrong, ...item.reasons.map(({ feedback }) => feedback))
  if (item.kind === 'rewrite') found.push(...item.sample.split(/\n+/))
  if (item.kind === 'dialogue')
    found.push(...item.nodes.flatMap(({ choices }) => choices.map(({ feedback }) => feedback)), ...item.endings.map(({ feedback }) => feedback))
  return found.flatMap((text) => (text === undefined ? [] : text.split(/(?<=[.?])\s+/).map(plain)))
}

const rightOf = (item: Item): readonly string[] => {
  const right = 'options' in item ? item.options.filter((option) => ('rating' in option ? option.rating >= 4 : option.correct)).map(({ text }) => text) : []
  if (item.kind === 'truefalse') return item.reasons.filter(({ correct }) => correct).map(({ text }) => plain(text))
  return right.map(plain)
}
