/** Every job aid on paper: one A4 page in both languages, whatever the screen looks like. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { PEOPLE, signIn, speak } from './people.ts'

const folders = (path: string) => readdirSync(path).filter((name) => /^\d\d-/.test(name))
const SHEETS = folders('courses').flatMap((course) => folders(`courses/${course}`).map((module) => `/courses/${course.slice(3)}/${module.slice(3)}/job-aid`))

for (const [language, colorScheme, title] of [
  ['de', 'light', /^Merkblatt/],
  ['en', 'dark', /^Job aid/],
] as const) {
  test(`every job aid prints on one page (${language}, ${colorScheme})`, async ({ page }) => {
    test.setTimeout(180_000)
    await signIn(page, PEOPLE.learner)
    await page.emulateMedia({ colorScheme })
    await speak(page, language)
    expect(SHEETS.length).toBeGreaterThan(0)
    for (const sheet of SHEETS) {
      await page.goto(sheet)
      await expect(page).toHaveTitle(title)
      const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
      expect(paper.match(/\/Type\s*\/Page\b(?!s)/g), sheet).toHaveLength(1)
      expect(paper, sheet).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/)
      // Dark type on white, also for who reads in the dark.
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.wb-aid h1').evaluate((heading) => getComputedStyle(heading).color)).toBe('rgb(19, 21, 37)')
      await page.emulateMedia({ media: null })
    }
  })
}
