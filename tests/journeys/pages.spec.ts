/**
 * Every page, as each role sees it: no barrier that a machine can find, in no form people need. A page is opened once; light, dark,
 * forced colours and narrow windows are put on while it is open. Nothing is allowed, and there is no list of exceptions.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Page, test as base } from 'playwright/test'
import { AXE, leaveOut, sideways, violations } from './barriers.ts'
import { faults } from './markup.ts'
import { PAGES, type PageRole, statusOf } from './page-list.ts'
import { PEOPLE, signIn } from './people.ts'
import { forcedColours, tabWalk } from './tab-walk.ts'

/** Each worker signs each role in once. */
const test = base.extend<object, { enter: (browser: Browser, baseURL: string | undefined, role: PageRole) => Promise<Page> }>({
  enter: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures it depends on from here
    async ({}, use) => {
      const states = new Map<PageRole, Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>>()
      await use(async (browser, baseURL, role) => {
        const facts = { baseURL: baseURL ?? '', viewport: WIDE, locale: 'de-DE', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' } as const
        const known = states.get(role)
        const context = await browser.newContext(known === undefined ? facts : { ...facts, storageState: known })
        const page = await context.newPage()
        if (known === undefined && role !== 'nobody') {
          await signIn(page, PEOPLE[role])
          states.set(role, await context.storageState())
        }
        await page.addInitScript(AXE)
        return page
      })
    },
    { scope: 'worker' },
  ],
})

const WIDE = { width: 1280, height: 900 }

/** A few pages at a time, so that workers share them. */
const PORTION = 8

for (const [role, pages] of Object.entries(PAGES) as [PageRole, readonly string[]][]) {
  for (let from = 0; from < pages.length; from += PORTION) {
    test(`pages of ${role} from ${pages[from]}`, async ({ browser, baseURL, enter }) => {
      test.setTimeout(180_000)
      const page = await enter(browser, baseURL, role)
      const desk = await page.context().newPage()
      const found: string[] = []
      for (const path of pages.slice(from, from + PORTION)) {
        const answer = await page.goto(path)
        const html = (await answer?.text()) ?? ''
        const here = [...(answer?.status() === statusOf(role, path) ? [] : [`answers ${answer?.status()}`])]
        here.push(...(await withoutScript(page, desk, html)), ...(await faults(html)), ...(await examined(page)))
        found.push(...here.map((line) => `${path}: ${line}`))
      }
      await page.context().close()
      expect(found).toEqual([])
    })
  }
}

/** What no address leads to: pages that answer a form, by the route or the state they show. */
const DEEDS: Readonly<Record<string, { readonly role: PageRole; readonly go: (page: Page, look: (html?: string) => Promise<void>) => Promise<void> }>> = {
  'sign-in, refused': {
    role: 'nobody',
    go: async (page, look) => {
      await page.goto('/sign-in')
      await page.getByLabel('Dienstliche E-Mail-Adresse').fill('niemand@auental.example')
      await look(await send(page, 'Anmelden'))
    },
  },
  'the account menu, open': {
    role: 'learner',
    go: async (page, look) => {
      await page.goto('/')
      await page.locator('.wb-user > summary').click()
      await look()
    },
  },
  'account/password, refused': {
    role: 'learner',
    go: async (page, look) => {
      await page.goto('/account/password')
      await look(await send(page, /^Passwort (ändern|speichern)$/))
    },
  },
  'an item, refused and answered': {
    role: 'trainer',
    go: async (page, look) => {
      await page.goto('/author/courses/willkommensbehoerde/zwei-auftraege')
      const item = page.locator('#item-annahme')
      await item.getByRole('button', { name: 'Antwort prüfen' }).click()
      await expect(item.getByRole('alert')).toBeVisible()
      await look()
      await item.getByRole('radio').first().check()
      await item.getByRole('button', { name: 'Antwort prüfen' }).click()
      await expect(page.locator('#result-annahme')).toBeVisible()
      await look()
    },
  },
  'hr/assignments/new, refused and previewed': {
    role: 'hr',
    go: async (page, look) => {
      await page.goto('/hr/assignments/new')
      await look(await send(page, 'Vorschau anzeigen'))
      await page.getByLabel('Kurs', { exact: true }).selectOption({ index: 1 })
      await page.getByRole('group', { name: 'Organisationseinheiten' }).getByRole('checkbox').first().check()
      await page.getByLabel('Frist').fill(new Date(Date.now() + 40 * 24 * 3_600_000).toISOString().slice(0, 10))
      await page.getByLabel('Begründung').fill('Alle sollen dieselben Grundlagen haben.')
      await look(await send(page, 'Vorschau anzeigen'))
    },
  },
  'admin/people/new, refused': {
    role: 'admin',
    go: async (page, look) => {
      await page.goto('/admin/people/new')
      await look(await send(page, 'Konto anlegen'))
    },
  },
  'admin/people/import/:import': {
    role: 'admin',
    go: async (page, look) => {
      await page.goto('/admin/people/import')
      await look(await send(page, 'Liste prüfen'))
      const text =
        'Vorname;Nachname;E-Mail;Team\r\nBo;Öz;bo.oez@auental.example;Infopunkt\r\nMirjam;Keßler;mirjam.kessler@auental.example;Infopunkt\r\nX;;x;Y\r\n'
      await page.locator('input[type=file]').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
      await look(await send(page, 'Liste prüfen'))
    },
  },
  'invitation/:token': {
    role: 'admin',
    go: async (page, look) => {
      await page.goto('/admin/people/auental-timo-schreiner/invitation')
      await look(await send(page, 'Link erstellen'))
      const link = await page.getByLabel('Link zum Weitergeben').inputValue()
      await page.context().clearCookies()
      await look(await (await page.goto(new URL(link).pathname))?.text())
      await look(await send(page, 'Passwort festlegen und anmelden'))
    },
  },
}

for (const [name, { role, go }] of Object.entries(DEEDS)) {
  test(`${name}`, async ({ browser, baseURL, enter }) => {
    test.setTimeout(120_000)
    const page = await enter(browser, baseURL, role)
    const desk = await page.context().newPage()
    const found: string[] = []
    let looks = 0
    await go(page, async (html) => {
      const here = html === undefined ? [] : [...(await withoutScript(page, desk, html)), ...(await faults(html))]
      here.push(...(await examined(page)))
      looks += 1
      found.push(...here.map((line) => `${looks}: ${line}`))
    })
    await page.context().close()
    expect(found).toEqual([])
  })
}

/** Sends a form in the usual way; gives the HTML of the page that answers. */
const send = async (page: Page, button: string | RegExp): Promise<string> => {
  const answers = page.waitForResponse((response) => response.request().isNavigationRequest() && (response.status() < 300 || response.status() >= 400))
  await page.getByRole('button', { name: button, exact: true }).click()
  const html = await (await answers).text()
  await page.waitForLoadState()
  return html
}

/** Their address shows no page: it leads back to the list. */
const NO_PAGES: readonly string[] = ['account/sessions/:session/end']

test('every page of the product is in the list of a role that may enter', () => {
  const app = join(import.meta.dirname, '..', '..', 'app')
  const routes = [...readFileSync(join(app, 'routes.ts'), 'utf8').matchAll(/route\('([^']+)', '([^']+)'/g)].flatMap(([, path, file]) => {
    if (path === undefined || file === undefined || path === '*' || !/^export default /m.test(readFileSync(join(app, file), 'utf8'))) return []
    return [{ path, spelt: path.replace(/:\w+/g, '').length, pattern: new RegExp(`^/${path.replace(/^\//, '').replace(/:\w+/g, '[^/]+')}$`) }]
  })
  const opened = (Object.entries(PAGES) as [PageRole, readonly string[]][]).flatMap(([role, pages]) => pages.filter((path) => statusOf(role, path) === 200))
  const seen = new Set([
    ...[...Object.keys(DEEDS), ...NO_PAGES],
    ...opened.map((path) => {
      const { pathname } = new URL(path, 'http://localhost')
      return routes.filter(({ pattern }) => pattern.test(pathname)).sort((a, b) => b.spelt - a.spelt)[0]?.path
    }),
  ])
  expect(routes.length).toBeGreaterThan(50)
  expect(routes.map(({ path }) => path).filter((path) => !seen.has(path))).toEqual([])
})

/**
 * The open page in every form people need, and by Tab. Everything is looked at light and broad, and once more dark and narrow; then the
 * colours of what the narrow window left out. Afterwards it stands broad and light again.
 */
const examined = async (page: Page): Promise<string[]> => {
  const found = [...(await sideways(page)), ...(await violations(page, 'everything')), ...(await tabWalk(page))]
  await page.emulateMedia({ forcedColors: 'active' })
  found.push(...(await violations(page, 'kept')).map((line) => `forced colours: ${line}`), ...(await forcedColours(page)))
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'dark' })
  await page.setViewportSize({ width: 360, height: 740 })
  found.push(...(await sideways(page)).map((line) => `360 px: ${line}`))
  await page.setViewportSize({ width: 320, height: 640 })
  found.push(...[...(await sideways(page)), ...(await violations(page, 'everything'))].map((line) => `dark, 320 px: ${line}`))
  await leaveOut(page)
  await page.setViewportSize(WIDE)
  found.push(...(await violations(page, 'appeared')).map((line) => `dark: ${line}`))
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

/** Without JavaScript a page is what was sent. With it, the open page must be the same, so that whatever is true of one is true of the other. */
const withoutScript = async (page: Page, desk: Page, html: string): Promise<string[]> => {
  const sent = await desk.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'text/html')
    for (const one of document.querySelectorAll('[nonce]')) one.setAttribute('nonce', '')
    return document.documentElement.outerHTML
  }, html)
  const open = await page.evaluate(() => document.documentElement.outerHTML)
  if (sent === open) return []
  const at = [...sent].findIndex((letter, index) => letter !== open[index])
  return [`the script changes the page: ${open.slice(Math.max(0, at - 60), at + 100)}`]
}
