/**
 * Every kind of item by keyboard alone; without JavaScript those that differ in the way to the result. What assistive technology is
 * told before and after the answer stands in `aria/`; the focus can be seen, and lands on the result. After a wanted change:
 * `… keyboard -u`, and read the difference.
 */
import { test as base, type Browser, expect, type Locator, type Page } from 'playwright/test'
import type { Item, ItemKind, ItemOf } from '#app/content/items/item.ts'
import { keyOf, plain } from './course-key.ts'
import { pickOption, pickRadio, press, seesFocus, tabTo } from './keys.ts'
import { newPerson } from './people.ts'

/** Where each kind is met: course folder and item. */
const MET_IN = {
  single: ['01-willkommensbehoerde', 'standort-hessen'],
  multiple: ['01-willkommensbehoerde', 'kernbereiche'],
  truefalse: ['01-willkommensbehoerde', 'was-belegt-ist'],
  match: ['01-willkommensbehoerde', 'auftraege'],
  order: ['01-willkommensbehoerde', 'reihenfolge'],
  gap: ['01-willkommensbehoerde', 'leitziele'],
  sjt: ['01-willkommensbehoerde', 'nein-sagen'],
  'critical-incident': ['01-willkommensbehoerde', 'nur-vollstaendig'],
  dialogue: ['01-willkommensbehoerde', 'karte-laeuft-ab'],
  rewrite: ['04-verstaendliche-sprache', 'nachweise-anfordern'],
  reflection: ['01-willkommensbehoerde', 'fair-trotz-nein'],
  transfer: ['01-willkommensbehoerde', 'servicezusage'],
} as const satisfies Record<ItemKind, readonly [string, string]>

/** One new person for each worker and way of working: the kinds stand in different items, so the journeys do not meet. */
const test = base.extend<object, { signedIn: (browser: Browser, baseURL: string | undefined, javaScript: boolean) => ReturnType<typeof enter> }>({
  signedIn: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures it depends on from here
    async ({}, use, { workerIndex }) => {
      const people = new Map<boolean, ReturnType<typeof enter>>()
      await use((browser, baseURL, javaScript) => {
        const person = people.get(javaScript) ?? enter(browser, baseURL, `Tastatur${javaScript ? '' : 'ohne'}${workerIndex}`)
        people.set(javaScript, person)
        return person
      })
    },
    { scope: 'worker' },
  ],
  storageState: async ({ signedIn, browser, baseURL, javaScriptEnabled }, use) => {
    await use(await signedIn(browser, baseURL, javaScriptEnabled ?? true))
  },
})

const enter = async (browser: Browser, baseURL: string | undefined, family_name: string) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'de-DE', timezoneId: 'Europe/Berlin' })
  await newPerson(await context.newPage(), family_name)
  const state = await context.storageState()
  await context.close()
  return state
}

test('the open menu does not lie over what the keyboard goes on to', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/')
  const summary = page.locator('.wb-user > summary')
  const menu = page.locator('.wb-user__menu')
  await tabTo(page, summary)
  await page.keyboard.press('Enter')
  await expect(menu).toBeVisible()
  await tabTo(page, menu.getByRole('button').last())
  await page.keyboard.press('Tab')
  await expect(menu).toBeHidden()
  await page.keyboard.press('Shift+Tab')
  await expect(summary).toBeFocused()
  await expect(menu).toBeVisible()
})

/** In the flow of a module all questions go the same way; these have a page, an address or a form of their own. */
const WITHOUT_SCRIPT: readonly ItemKind[] = ['single', 'critical-incident', 'dialogue', 'rewrite', 'reflection', 'transfer']

for (const javaScript of [true, false]) {
  test.describe(javaScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: javaScript })
    for (const kind of javaScript ? (Object.keys(MET_IN) as ItemKind[]) : WITHOUT_SCRIPT) {
      test(`${kind} by keyboard alone`, async ({ page }) => {
        const { item, box } = await open(page, kind)
        expect(await spoken(box)).toMatchSnapshot([`${kind}-before.txt`])
        await answer(page, box, item)
        await expect(box.getByText(/Gespeichert/).last()).toBeVisible()
        await seesFocus(page)
        expect(await spoken(box)).toMatchSnapshot([`${kind}-after.txt`])
      })
    }

    test('an empty answer by keyboard alone leads to the reason', async ({ page }) => {
      const { box } = await open(page, 'multiple', 'hoeren-hilft', '03-kommunikation-am-schalter')
      await press(page, box.getByRole('button', { name: 'Antwort prüfen' }))
      await expect(box.getByRole('alert')).toBeFocused()
      await seesFocus(page)
    })
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a conversation is begun again from each of its decisions by keyboard alone', async ({ page }) => {
    const { item, box } = await open(page, 'dialogue', 'gespraech-zu-dritt', '04-verstaendliche-sprache')
    if (item.kind !== 'dialogue') throw new Error(item.kind)
    await talk(page, box, item)
    const decisions = await box.getByRole('button', { name: /^Ab hier noch einmal/ }).count()
    expect(decisions).toBeGreaterThan(4)
    for (const again of [2, decisions]) {
      await press(page, box.getByRole('button', { name: `Ab hier noch einmal (Entscheidung ${again})`, exact: true }))
      await expect(box.getByText(`Entscheidung ${again}`, { exact: true })).toBeVisible()
      await landsOn(page.locator(`#result-${item.id}`))
      await talk(page, box, item, again)
    }
  })
})

/** Goes to the item by its address, as the link on the start page does: from there Tab leads on. */
const open = async (page: Page, kind: ItemKind, id: string = MET_IN[kind][1], folder: string = MET_IN[kind][0]) => {
  const module = keyOf(folder).find(({ items }) => items.has(id))
  const item = module?.items.get(id)
  if (module === undefined || item?.kind !== kind) throw new Error(`${folder} has no ${kind} ${id}`)
  const home = `/courses/${folder.slice(3)}/${module.slug}`
  await page.goto(`${kind === 'dialogue' || kind === 'critical-incident' ? `${home}/items/${id}` : home}#item-${id}`)
  return { item, box: page.locator(`#item-${id}`) }
}

/** What is told about the item, without times, dates and the sign that only keeps a line from breaking. */
const spoken = async (box: Locator): Promise<string> =>
  `${await box.ariaSnapshot()}\n`
    .replaceAll('\u2060', '')
    .replace(/\d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}|Gespeichert \d{2}:\d{2}/g, 'ZEITPUNKT')
    .replace(/\d{4}-\d{2}-\d{2}|\p{L}+(?:tag|woch), \d+\. \p{L}+ \d{4}/gu, 'TAG')

const answer = async (page: Page, box: Locator, item: Item): Promise<void> => {
  switch (item.kind) {
    case 'single':
      return pickRight(page, box, box, item)
    case 'multiple':
      for (const option of await inOrderShown(
        box,
        'checkbox',
        item.options.filter(({ correct }) => correct).map(({ text }) => text),
      )) {
        await tabTo(page, option)
        await page.keyboard.press('Space')
        await expect(option).toBeChecked()
      }
      return check(page, box, item)
    case 'truefalse':
      await pickRadio(page, box.getByRole('radiogroup').first(), item.answer ? 0 : 1)
      return pickRight(page, box, box.getByRole('radiogroup').last(), { ...item, options: item.reasons })
    case 'order':
      for (const entry of await inOrderShown(
        box,
        'combobox',
        item.entries.map(({ text }) => text),
      ))
        await pickOption(page, entry, `Platz ${item.entries.findIndex(({ text }) => plain(text) === names.get(entry)) + 1}`)
      return check(page, box, item)
    case 'match':
      for (const pair of item.pairs) await pickOption(page, box.getByRole('combobox', { name: plain(pair.left), exact: true }), plain(pair.right))
      return check(page, box, item)
    case 'gap':
      for (const gap of item.gaps) {
        await tabTo(page, box.getByRole('textbox', { name: gap.label }))
        await page.keyboard.type(gap.answers[0] ?? '')
      }
      // Enter in a field sends the form.
      await page.keyboard.press('Enter')
      return landsOn(box.getByRole('heading', { name: 'Richtig', exact: true }))
    case 'sjt':
    case 'critical-incident':
      return rate(page, box, item)
    case 'dialogue':
      return talk(page, box, item)
    case 'rewrite':
      return rewrite(page, box, item)
    case 'reflection':
      await tabTo(page, box.getByRole('textbox'))
      await page.keyboard.type('Ich habe zuerst zugehört.')
      await press(page, box.getByRole('button', { name: 'Für mich speichern' }))
      return landsOn(page.locator(`#item-${item.id}-saved`))
    case 'transfer':
      // Day, month and year are typed one after the other; which comes first is the browser's affair.
      await tabTo(page, box.getByLabel('Bis wann nehmen Sie es sich vor?'))
      await page.keyboard.type('11112035')
      await pickStatus(page, box)
      await press(page, box.getByRole('button', { name: 'Stand speichern' }))
      return landsOn(page.locator(`#result-${item.id}`))
  }
}

const landsOn = (result: Locator) => expect(result).toBeFocused()

/** Sends the form and lands on the word for a right answer. */
const check = async (page: Page, box: Locator, item: Item) => {
  await press(page, box.getByRole('button', { name: 'Antwort prüfen' }))
  await landsOn(box.getByRole('heading', { name: 'Richtig', exact: true }))
  await expect(box.getByRole('heading', { name: 'Richtig', exact: true })).toHaveAttribute('id', `result-${item.id}`)
}

interface Choosable {
  readonly options: readonly { readonly text: string; readonly correct: boolean }[]
}

const pickRight = async (page: Page, box: Locator, group: Locator, item: Item & Choosable) => {
  const right = plain(item.options.find(({ correct }) => correct)?.text ?? '')
  const shown = await group
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent?.trim() ?? ''))
  await pickRadio(page, group, shown.indexOf(right))
  return check(page, box, item)
}

const names = new WeakMap<Locator, string>()

/** Controls with these names, in the order in which Tab meets them. */
const inOrderShown = async (box: Locator, role: 'checkbox' | 'combobox', texts: readonly string[]): Promise<readonly Locator[]> => {
  const found = texts.map((text) => ({ name: plain(text), control: box.getByRole(role, { name: plain(text), exact: true }) }))
  const placed = await Promise.all(found.map(async (one) => ({ ...one, top: (await one.control.boundingBox())?.y ?? 0 })))
  return placed
    .sort((a, b) => a.top - b.top)
    .map(({ control, name }) => {
      names.set(control, name)
      return control
    })
}

/** Rates every statement as the authors did. */
const rate = async (page: Page, box: Locator, item: ItemOf<'sjt'> | ItemOf<'critical-incident'>) => {
  for (const group of await box.getByRole('radiogroup').all()) {
    const name = (await group.locator('legend').textContent()) ?? ''
    await pickRadio(page, group, (item.options.find(({ text }) => name.includes(plain(text)))?.rating ?? 1) - 1)
  }
  await press(page, box.getByRole('button', { name: 'Einschätzung abgeben' }))
  await landsOn(page.locator(`#result-${item.id}`))
}

/** Says the best at every turn, from the first decision or a later one of that way; the focus follows the talk up to an ending. */
const talk = async (page: Page, box: Locator, item: ItemOf<'dialogue'>, from = 1) => {
  let node = item.nodes.find(({ id }) => id === item.start)
  for (let turn = 1; node !== undefined; turn += 1) {
    const [best] = [...node.choices].sort((a, b) => sum(b.points) - sum(a.points))
    if (best === undefined) throw new Error(`no choice at ${node.id}`)
    node = item.nodes.find(({ id }) => id === best.next)
    if (turn < from) continue
    await press(page, box.getByRole('button', { name: plain(best.text).slice(0, 60) }))
    if (node === undefined) break
    await expect(box.getByText(`Entscheidung ${turn + 1}`, { exact: true })).toBeVisible()
    await landsOn(page.locator(`#result-${item.id}`))
    await seesFocus(page)
  }
  await landsOn(page.locator(`#result-${item.id}`))
}

const rewrite = async (page: Page, box: Locator, item: ItemOf<'rewrite'>) => {
  await tabTo(page, box.getByRole('textbox'))
  await page.keyboard.type('Bitte schicken Sie uns bis 15. März drei Lohnabrechnungen.')
  for (const [at, point] of item.rubric.entries()) await pickRadio(page, box.getByRole('radiogroup').nth(at), point.criterion === 'consequence' ? 0 : 2)
  await press(page, box.getByRole('button', { name: 'Fassung speichern' }))
  await landsOn(page.locator(`#result-${item.id}`))
}

/** The group begins at "noch nicht"; one arrow leads to "versucht". */
const pickStatus = async (page: Page, box: Locator) => {
  await tabTo(page, box.getByRole('radio', { name: 'noch nicht' }))
  await page.keyboard.press('ArrowDown')
  await expect(box.getByRole('radio', { name: 'versucht' })).toBeChecked()
}

const sum = (points: Readonly<Record<string, number | undefined>>) => Object.values(points).reduce<number>((total, one) => total + (one ?? 0), 0)
