import { expect, test } from 'playwright/test'
import { PEOPLE, signIn } from './people.ts'

test('a trainer sees all courses with their checks and previews without a trace', async ({ page }) => {
  await signIn(page, PEOPLE.trainer)
  await page.goto('/courses/willkommensbehoerde')
  const before = await page.getByRole('main').textContent()
  await page
    .getByRole('navigation', { name: 'Hauptnavigation' })
    .getByRole('link', { name: /Kurse bearbeiten/ })
    .click()
  await page
    .getByRole('link', { name: /Willkommensbehörde/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Vorschau von Modul 1.2' }).click()
  const item = page.locator('#item-annahme')
  await item.getByRole('radio').first().check()
  await item.getByRole('button', { name: 'Antwort prüfen' }).click()
  await expect(page.locator('#result-annahme')).toBeVisible()
  await page.goto('/courses/willkommensbehoerde')
  expect(await page.getByRole('main').textContent()).toBe(before)
})

test('HR goes from the overview to a list and takes the same rows as CSV', async ({ page }) => {
  await signIn(page, PEOPLE.hr)
  await page.goto('/hr')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto('/hr/courses/willkommensbehoerde?status=completed')
  const total = Number(/\d+/.exec((await page.getByRole('main').getByRole('status').first().textContent()) ?? '')?.[0])
  expect(total).toBeGreaterThan(0)
  const link = page.getByRole('link', { name: /CSV/ }).first()
  const csv = await (await page.request.get((await link.getAttribute('href')) ?? '')).text()
  expect(csv.startsWith('\uFEFF')).toBe(true)
  expect(csv.trim().split('\r\n').length - 1).toBe(total)
})

test('nobody enters where the role is missing', async ({ page }) => {
  await signIn(page, PEOPLE.learner)
  for (const path of ['/hr', '/hr/courses/willkommensbehoerde', '/author/courses', '/admin/people']) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(403)
    await expect(page.getByRole('link', { name: /Start/ }).first()).toBeVisible()
  }
})

test('the language can be switched before and after signing in', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('the keyboard alone signs in, skips to the content and answers a question', async ({ page }) => {
  await page.goto('/sign-in')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Zum Inhalt springen' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByLabel('Dienstliche E-Mail-Adresse').focus()
  await page.keyboard.type(PEOPLE.trainer)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Wegbereiter-Demo-2026')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Guten Tag')
})
