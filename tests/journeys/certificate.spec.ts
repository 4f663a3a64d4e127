/** A certificate on its way: found by its holder, printed, taken along, shown to somebody who has no account. */
import { expect, test } from 'playwright/test'
import { PEOPLE, signIn, speak } from './people.ts'

for (const [language, colorScheme] of [
  ['de', 'light'],
  ['en', 'dark'],
] as const) {
  test.describe(`${language}, ${colorScheme}`, () => {
    test.use({ colorScheme })
    test('the certificate prints on one A4 page, dark on white, with nothing but the sheet', async ({ page }) => {
      await signIn(page, PEOPLE.learner)
      await speak(page, language)
      await page.goto('/certificates')
      await page.getByRole('table').getByRole('link').first().click()
      const sheet = page.getByRole('article')
      await expect(sheet).toContainText('Mirjam Kessler')
      const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
      expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
      await page.emulateMedia({ media: 'print' })
      expect(await sheet.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(19, 21, 37)')
      await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
    })
  })
}

test('the holder takes the file along, and whoever gets it checks the code without an account', async ({ page }) => {
  await signIn(page, PEOPLE.learner)
  await page.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link', { name: 'Nachweise' }).click()
  await page.getByRole('table').getByRole('link').first().click()
  const code = await page.getByText('Prüfcode', { exact: true }).locator('xpath=following-sibling::dd').textContent()
  if (code === null) throw new Error('no code on the certificate')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Als PDF speichern' }).click()
  expect((await download).suggestedFilename()).toBe('wegbereiter-nachweis-kurs-3.pdf')
  await page.context().clearCookies()
  await page.goto('/verify')
  await page.getByLabel('Prüfcode').fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: 'Nachweis prüfen' }).click()
  await expect(page).toHaveURL(new RegExp(`/verify/${code}$`))
  await expect(page.getByRole('heading', { name: 'Dieser Nachweis gilt' })).toBeVisible()
  await expect(page.getByText('Mirjam Kessler')).toBeVisible()
  await page.getByLabel('Prüfcode').fill('0000 0000 0000')
  await page.getByRole('button', { name: 'Anderen Nachweis prüfen' }).click()
  await expect(page.getByRole('heading', { name: 'Zu diesem Code gibt es keinen Nachweis' })).toBeVisible()
})
