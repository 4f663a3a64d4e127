/** Who chooses English reads English: on every page of every role, before and after every answer, also where only a screen reader reads. */
import { type APIRequestContext, type Browser, expect, type Page, test } from 'playwright/test'
import type { ItemOf } from '#app/content/items/item.ts'
import { de } from '#app/i18n/de.ts'
import { en } from '#app/i18n/en.ts'
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts'
import { answerFields } from '#tests/support/answer-fields.ts'
import { keyOf } from './course-key.ts'
import { englishTexts, germanIn } from './german.ts'
import { PAGES } from './page-list.ts'
import { newPerson, OWN_PASSWORD, PEOPLE } from './people.ts'

test.use({ locale: 'en-GB' })

/** The words somebody looks for are that person's, whatever their language. */
const OTHER_WORDS: readonly string[] = ['/search?q=Frist']

const COURSES = ['01-willkommensbehoerde', '03-kommunikation-am-schalter', '04-verstaendliche-sprache']

for (const [role, pages] of Object.entries(PAGES)) {
  test(`no page of ${role} falls back to German`, async ({ page }) => {
    test.setTimeout(120_000)
    if (role !== 'nobody') await signInEnglish(page, PEOPLE[role as keyof typeof PEOPLE], DEMO_PASSWORD)
    await page.goto('about:blank')
    const found: Find[] = []
    for (const path of pages.filter((one) => !OTHER_WORDS.includes(one))) found.push(...(await germanOn(page, path, await get(page.request, path))))
    expect(once(found)).toEqual([])
  })
}

for (const course of COURSES) {
  test(`course ${course} is English before and after every answer, right or wrong`, async ({ page, browser, baseURL }) => {
    test.setTimeout(240_000)
    const email = await inGerman(browser, baseURL, (german) => newPerson(german, `Miller${course.slice(0, 2)}`))
    await signInEnglish(page, email, OWN_PASSWORD)
    await page.goto('about:blank')
    const slug = course.slice(3)
    const found: Find[] = []
    const look = async (path: string) => found.push(...(await germanOn(page, path, await get(page.request, path))))
    await look(`/courses/${slug}`)
    for (const module of keyOf(course, 'en')) {
      const home = `/courses/${slug}/${module.slug}`
      for (const how of ['open', 'wrong', 'right'] as const) {
        for (const item of module.items.values()) {
          const address = item.kind === 'critical-incident' || item.kind === 'dialogue' ? `${home}/items/${item.id}` : home
          if (how === 'open') {
            if (address !== home) await look(address)
          } else if (item.kind === 'dialogue') {
            if (how === 'right') continue
            for (const path of everyPath(item)) {
              await send(page.request, address, item.id, { replay_from: '0' })
              for (const [step, choice] of path.entries()) await send(page.request, address, item.id, { step: String(step), choice })
              await look(address)
            }
          } else if (item.kind === 'reflection') {
            if (how === 'right') await send(page.request, `${home}/items/${item.id}/reflection`, item.id, { text: 'A thought.' })
          } else {
            await send(page.request, address, item.id, { ...answerFields(item, how), ...(item.kind === 'rewrite' ? { text: `My ${how} version.` } : {}) })
            if (address !== home) await look(address)
          }
        }
        await look(home)
      }
      await send(page.request, `${home}/completion`, 'none', {})
    }
    await look(`/courses/${slug}/completion`)
    expect(once(found)).toEqual([])
  })
}

test('an answer that is refused is refused in English', async ({ page }) => {
  await signInEnglish(page, PEOPLE.learner, DEMO_PASSWORD)
  await page.goto('about:blank')
  const found: Find[] = []
  for (const course of COURSES)
    for (const module of keyOf(course, 'en'))
      for (const item of module.items.values()) {
        if (item.kind === 'critical-incident' || item.kind === 'dialogue' || item.kind === 'reflection') continue
        const path = `/courses/${course.slice(3)}/${module.slug}`
        found.push(...(await germanOn(page, `${path} ${item.id}`, await (await send(page.request, path, item.id, { option: 'x', status: '?' }, 422)).text())))
      }
  expect(once(found)).toEqual([])
})

test('the finder tells every German sentence of the product from every English one', () => {
  const german = new Map(sentencesIn(de))
  const mistaken = sentencesIn(en).flatMap(([key, sentence]) => germanIn(sentence).map((word) => `${key}: ${word}`))
  expect.soft(mistaken).toEqual([])
  const unseen = sentencesIn(en).flatMap(([key]) =>
    germanIn(german.get(key) ?? '').length === 0
      ? [
          german
            .get(key)
            ?.replace(/[^\p{L} ]/gu, '')
            .trim() ?? '',
        ]
      : [],
  )
  expect([...new Set(unseen)].filter((sentence) => !SAME_IN_BOTH.has(sentence))).toEqual([])
})

/** What both languages have, in whatever sense, and what has no words at all. */
const SAME_IN_BOTH = new Set([
  '',
  'Wegbereiter',
  'Situation',
  'Module',
  'Start',
  'Stand',
  'Min',
  'Was',
  'Personalrat',
  'Deutsch',
  'English',
  'Version',
  'Name',
  'Status',
  'Person',
  'Text',
  'DOI',
  'Software',
  'Cookies',
  'Cookie',
  'Personal',
  'Art',
])

/** Keys and sentences of a language, without the grammar of plurals. */
const sentencesIn = (value: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string'
      ? [[`${path}${key}`, inner.replace(/\{\w+, (?:plural|select|number|date|time)[^{]*|\{\w+\}/g, ' ')] as const]
      : sentencesIn(inner, `${path}${key}.`),
  )

/** A whole conversation through every choice: from the start to it, on to an ending. */
const everyPath = (item: ItemOf<'dialogue'>): readonly (readonly string[])[] => {
  const choicesOf = (id: string) => item.nodes.find((node) => node.id === id)?.choices ?? []
  const between = (from: string, arrives: (id: string) => boolean): readonly string[] => {
    const ways = new Map<string, readonly string[]>([[from, []]])
    for (const [id, way] of ways) {
      if (arrives(id)) return way
      for (const choice of choicesOf(id)) if (!ways.has(choice.next)) ways.set(choice.next, [...way, choice.id])
    }
    throw new Error(`${item.id}: no way on from ${from}`)
  }
  const isEnding = (id: string) => item.endings.some((ending) => ending.id === id)
  return item.nodes.flatMap((node) =>
    node.choices.map((choice) => [...between(item.start, (id) => id === node.id), choice.id, ...between(choice.next, isEnding)]),
  )
}

interface Find {
  readonly path: string
  readonly word: string
  readonly text: string
}

/** Each find once, with the first page it stands on. */
const once = (found: readonly Find[]): readonly string[] => {
  const lines = new Map<string, string>()
  for (const { path, word, text } of found) {
    const key = `${word} in “${text.slice(0, 120)}”`
    if (!lines.has(key)) lines.set(key, `${path}: ${key}`)
  }
  return [...lines.values()]
}

const germanOn = async (page: Page, path: string, html: string): Promise<readonly Find[]> => {
  const texts = await page.evaluate(englishTexts, html)
  expect(/<html lang="(..)"/.exec(html)?.[1], path).toBe('en')
  // The number of a request is no word, though its letters may be one.
  return texts.flatMap((text) => germanIn(text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4,12}){4}/g, '')).map((word) => ({ path, word, text })))
}

const ENGLISH = { accept: 'text/html', 'accept-language': 'en-GB' }

const get = async (request: APIRequestContext, path: string): Promise<string> => (await request.get(path, { headers: { ...ENGLISH } })).text()

let sent = 0
/** A form as a browser sends it from one of our own pages. */
const send = async (request: APIRequestContext, path: string, item: string, fields: Readonly<Record<string, string | readonly string[]>>, status = 200) => {
  const body = new URLSearchParams({ item, event_id: `event-in-english-${test.info().workerIndex}-${++sent}` })
  for (const [name, value] of Object.entries(fields)) for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  const answer = await request.post(path, {
    data: body.toString(),
    headers: { ...ENGLISH, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.status(), `${path} ${item}`).toBe(status)
  return answer
}

const signInEnglish = async (page: Page, email: string, password: string) => {
  await page.goto('/sign-in')
  await page.getByLabel(/email/i).first().fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Sign in')
}

const inGerman = async <T>(browser: Browser, baseURL: string | undefined, work: (page: Page) => Promise<T>): Promise<T> => {
  const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'de-DE', timezoneId: 'Europe/Berlin' })
  try {
    return await work(await context.newPage())
  } finally {
    await context.close()
  }
}
