/** Search, glossary and bibliography over the courses that ship with the product, as a browser gets them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { Language } from '#app/content/course.ts'
import { textsOf } from '#app/content/items/item-texts.ts'
import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'
import { documentsOf } from '#app/domain/catalogue/search/documents.ts'
import { paths } from '#app/paths.ts'
import { type RunningApp, startApp } from '#tests/support/app.ts'
import { aPerson, published } from '#tests/support/database.ts'
import { placedItems, shippedCatalogue } from '#tests/support/shipped-courses.ts'

let app: RunningApp
let catalogue: Catalogue
let cookie: string

beforeAll(async () => {
  catalogue = await shippedCatalogue()
  app = await startApp({ catalogue })
  await published(app.db, ...catalogue.courses)
  cookie = await app.signIn(await aPerson(app.db))
})
afterAll(() => app.close())

const page = async (path: string, language: Language = 'de') => {
  const answer = await app.get(path, { cookie, headers: { 'accept-language': language } })
  return { status: answer.status, html: await answer.text() }
}
const main = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const hrefs = (html: string) => [...main(html).matchAll(/ href="([^"]*)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
const text = (html: string) => main(html).replace(/<[^>]*>/g, '')

test('whoever is not signed in finds nothing', async () => {
  for (const path of [paths.search('Frist'), paths.glossary(), paths.sources()]) {
    const answer = await app.get(path)
    expect([answer.status, answer.headers.get('location')], path).toEqual([302, expect.stringContaining(paths.signIn())])
  }
})

test('a hit leads to a place that is there', async () => {
  const { html } = await page(paths.search('Dolmetscherin'))
  const anchored = hrefs(html).filter((href) => href.startsWith('/courses/') && href.includes('#'))
  expect(anchored.length).toBeGreaterThan(5)
  for (const href of anchored) {
    const target = await page(href)
    expect(target.status, href).toBe(200)
    expect(target.html, href).toContain(`id="${href.split('#')[1]}"`)
  }
  for (const href of hrefs(html).filter((href) => href.startsWith('/glossary#'))) expect((await page(href)).html).toContain(`id="${href.split('#')[1]}"`)
  expect(html).toContain('<mark>Dolmetscherin</mark>')
  expect(html).toMatch(/<p role="status"><b>\d+ Treffer für „Dolmetscherin“<\/b>/)
})

test('in English too: the same places, English words, and German ones only where they are marked', async () => {
  const { html } = await page(paths.search('interpreters'), 'en')
  expect(html).toContain('<html lang="en"')
  expect(text(html)).toMatch(/\d+ results for “interpreters”/)
  for (const href of hrefs(html).filter((href) => href.startsWith('/courses/') && href.includes('#'))) {
    const target = await page(href, 'en')
    expect(target.html, href).toContain(`id="${href.split('#')[1]}"`)
  }
})

test('what one module holds beyond three places has a page of its own', async () => {
  const [more] = hrefs((await page(paths.search('Dolmetscherin'))).html).filter((href) => href.includes('in='))
  const { html } = await page(more ?? '')
  expect(text(html)).toMatch(/\d+ Treffer für „Dolmetscherin“ in Modul 4\.\d/)
  expect(hrefs(html)).toContain(paths.search('Dolmetscherin'))
})

test('nothing found: the other word, the other language, and a way on', async () => {
  const nothing = await page(paths.search('Wolkenkratzerbau'))
  expect(text(nothing.html)).toContain('Keine Treffer für „Wolkenkratzerbau“.')
  expect(hrefs(nothing.html)).toContain(paths.glossary())
  const foreign = await page(paths.search('Warteschlange'), 'en')
  expect(text(foreign.html)).toMatch(/There (is one result|are \d+ results) in German\./)
  expect(hrefs(foreign.html)).toContain(paths.search('Warteschlange', { lang: 'de' }))
  const there = await page(paths.search('Warteschlange', { lang: 'de' }), 'en')
  expect(there.html).toMatch(/<p lang="de">[^<]*(?:<mark>)?/)
  expect(text(there.html)).toContain('You are searching the German texts.')
  const places = hrefs(there.html).filter((href) => href.includes('#b-'))
  expect(places.length).toBeGreaterThan(0)
  for (const href of places) expect((await page(href, 'en')).html, href).toContain(`id="${href.split('#')[1]}"`)
})

test('no question breaks the page, and none is answered with markup', async () => {
  const questions = ['', ' ', 'und die', '(a+)+$', '<script>alert(1)</script>', '"><img src=x>', 'مرحبا', '😀', '%00', 'x '.repeat(90), '§'.repeat(200)]
  for (const words of questions) {
    const { status, html } = await page(`/search?${new URLSearchParams({ q: words })}`)
    expect(status, words).toBe(200)
    expect(main(html), words).not.toMatch(/<script|<img/)
  }
  expect((await page(`/search?q=${'wort'.repeat(2500)}`)).status).toBe(200)
  for (const rest of ['page=0', 'page=-3', 'page=abc', 'page=99999999', 'lang=xx', 'in=..%2F..', 'in=fehlt/fehlt', 'q=a&q=b'])
    expect((await page(`/search?q=Frist&${rest}`)).status, rest).toBe(200)
})

test('what is said only after an answer is in no text of the index, in no language', () => {
  const shown: ReadonlySet<string> = new Set(['prompt', 'title', 'situation', 'question', 'role', 'counterpart', 'task', 'original'])
  const bare = (words: string) => words.replace(/\*+/g, '').replace(/\s+/g, ' ').trim()
  for (const language of ['de', 'en'] as const) {
    const all = documentsOf(catalogue, language).map((document) => `${document.title} ${document.text} ${document.context}`)
    const texts = placedItems(catalogue, language).flatMap(({ item }) =>
      textsOf(item).map((one) => ({ words: bare(one.text), isShown: one.path.length === 1 && shown.has(String(one.path[0])) })),
    )
    // Some words are said openly as well, in the text of the module or in another question.
    const open = [
      ...catalogue.courses.flatMap((course) => course.modules.flatMap((module) => module.text[language]?.blocks.map((block) => block.text) ?? [])),
      ...texts.filter(({ isShown }) => isShown).map(({ words }) => words),
    ]
    const secret = texts.flatMap(({ words, isShown }) => (isShown || words.length <= 40 || open.some((one) => one.includes(words)) ? [] : [words]))
    expect(secret.length).toBeGreaterThan(200)
    expect(secret.filter((words) => all.some((found) => found.includes(words)))).toEqual([])
  }
})

test('reading and searching write nothing', async () => {
  const changes = async () => (await sql<{ count: number }>`select total_changes() as count`.execute(app.db)).rows[0]?.count
  await page(paths.search('Frist'))
  const before = await changes()
  for (const path of [paths.search('Warten'), paths.glossary(), paths.sources()]) await page(path)
  expect(await changes()).toBe(before)
})

test('the glossary has every term with its anchor, and the modules that use it', async () => {
  const { html } = await page(paths.glossary())
  for (const { id, term } of Object.values(catalogue.glossary.de ?? {})) {
    expect(html).toContain(`id="${id}"`)
    expect(html).toContain(term)
  }
  for (const href of hrefs(html).filter((href) => href.startsWith('#'))) expect(html).toContain(`id="${href.slice(1)}"`)
  expect(hrefs(html)).toContain(paths.module('verstaendliche-sprache', 'gespraech-zu-dritt'))
})

test('on an English page every German term and word of the glossary is marked as German', async () => {
  const { html } = await page(paths.glossary(), 'en')
  const german = [...main(html).matchAll(/<(span|dt)[^>]* lang="de"[^>]*>([^<]*)</g)].map((match) => match[2] ?? '')
  for (const word of ['Anhörung', 'Aufenthaltserlaubnis', 'Fiktionsbescheinigung', 'Regierungspräsidien', 'Widerspruch']) expect(german, word).toContain(word)
  const unmarked = main(html).replace(/<(span)[^>]* lang="de"[^>]*>[^<]*<\/span>/g, '')
  expect(unmarked.replace(/<[^>]*>/g, ' ')).not.toMatch(
    /Anhörung|Aufenthaltserlaubnis|Niederlassungserlaubnis|Regierungspräsidien|Widerspruch|Verwaltungsverfahrensgesetz|Kommt vor/,
  )
})

test('a word explained in a text leads to its place in the glossary', async () => {
  const { html } = await page(paths.module('verstaendliche-sprache', 'gespraech-zu-dritt'))
  expect(hrefs(html)).toContain(paths.glossary('auflage'))
})

test('the bibliography shows every work with its mark in words, in both languages', async () => {
  for (const language of ['de', 'en'] as const) {
    const { html } = await page(paths.sources(), language)
    expect(catalogue.bibliography.length).toBeGreaterThan(25)
    for (const work of catalogue.bibliography) {
      const entry = new RegExp(`<li id="work-${work.id}">([\\s\\S]*?)</article>`).exec(html)?.[1] ?? ''
      expect(entry, work.id).toContain(language === 'de' ? 'Wofür wir es nutzen' : 'What we use it for')
      expect(entry.replace(/<[^>]*>/g, ''), work.id).toMatch(
        language === 'de' ? /Angaben geprüft|Zusammenfassung gelesen|noch zu prüfen/ : /details checked|abstract read|still to be checked/,
      )
      if (work.doi !== undefined) expect(entry).toMatch(/href="https:\/\/doi\.org\/10\.[^"]+" rel="noreferrer"/)
    }
    for (const href of hrefs(html).filter((href) => href.startsWith('https:'))) expect(href).toMatch(/^https:\/\/doi\.org\/10\./)
    expect(text(html)).not.toMatch(language === 'en' ? /Wofür|Stand \d|Kommt vor|Titel noch/ : /What we use|as of 22|Used in/)
  }
})

test('a module that is said to use a work names it among its sources', () => {
  for (const work of catalogue.bibliography) {
    for (const id of work.used_in) {
      const [courseId, moduleId] = id.split('/')
      const sources = catalogue.courses.find((course) => course.id === courseId)?.modules.find((module) => module.id === moduleId)?.text.de?.sources ?? []
      const surname = work.authors[0]?.split(',')[0] ?? ''
      expect(
        sources.some((source) => source.includes(surname) && source.includes(String(work.year))),
        `${work.id} in ${id}`,
      ).toBe(true)
    }
  }
})
