/** Every page, as each role sees it, in every form people need: no barrier that a machine can find, no sideways scrolling. */
import axe from 'axe-core'
import { expect, type Page, test } from 'playwright/test'
import { PAGES } from './page-list.ts'
import { PEOPLE, signIn } from './people.ts'

const FORMS = [
  { name: 'light, 1280 px', use: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' } },
  { name: 'dark, 360 px', use: { viewport: { width: 360, height: 740 }, colorScheme: 'dark' } },
  { name: 'light, 320 px', use: { viewport: { width: 320, height: 640 }, colorScheme: 'light' } },
  { name: 'dark, 1280 px', use: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' } },
  { name: 'forced colours, 1280 px', use: { viewport: { width: 1280, height: 900 }, colorScheme: 'light', contextOptions: { forcedColors: 'active' } } },
] as const

for (const form of FORMS) {
  test.describe(form.name, () => {
    test.use(form.use)
    for (const { role, from, pages } of portions()) {
      test(`pages of ${role} from ${from}`, async ({ page }) => {
        test.setTimeout(180_000)
        if (role !== 'nobody') await signIn(page, PEOPLE[role as keyof typeof PEOPLE])
        for (const path of pages) {
          await page.goto(path)
          expect(await barriers(page), `${path} (${form.name})`).toEqual([])
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
            `${path} scrolls sideways`,
          ).toBeLessThanOrEqual(0)
        }
      })
    }
  })
}

/** A dozen pages at a time, so that workers share them. */
function portions() {
  return Object.entries(PAGES).flatMap(([role, pages]) =>
    pages.flatMap((from, at) => (at % 12 === 0 ? [{ role, from, pages: pages.slice(at, at + 12) as readonly string[] }] : [])),
  )
}

/** Violations of WCAG 2.2 A and AA and of good practice, in one line each. Nothing is allowed. */
const barriers = async (page: Page): Promise<string[]> => {
  // Evaluated by the driver, beside the page's own scripts: the page's policy stays as strict as it is.
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const run = (
      globalThis as unknown as {
        axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }> }
      }
    ).axe
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await run.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
  })
}
