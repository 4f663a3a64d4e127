import { expect, type Page, test } from 'playwright/test'
import { keyOf, plain } from './course-key.ts'
import { newPerson } from './people.ts'

const COURSE = 'willkommensbehoerde'

/** The first question with one right answer, on its page. */
const openQuestion = async (page: Page) => {
  for (const module of keyOf(`01-${COURSE}`)) {
    for (const item of module.items.values()) {
      if (item.kind !== 'single') continue
      await page.goto(`/courses/${COURSE}/${module.slug}`)
      const right = plain(item.options.find(({ correct }) => correct)?.text ?? '')
      const box = page.locator(`#item-${item.id}`)
      return { box, right: box.getByRole('radio', { name: right, exact: true }), send: box.getByRole('button', { name: 'Antwort prüfen' }) }
    }
  }
  throw new Error('the course has no question with one right answer')
}

test('an answer appears in place and takes the focus; without a connection it stays in the form', async ({ page }) => {
  await newPerson(page, 'Amplatz')
  const { box, right, send } = await openQuestion(page)
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''))

  await page.route('**/*', (route) => route.abort())
  await right.check()
  await send.click()
  await expect(box.getByText('Der Server ist gerade nicht zu erreichen.', { exact: false })).toBeVisible()
  await expect(right).toBeChecked()

  await page.unroute('**/*')
  await send.click()
  await expect(box.getByRole('heading', { name: 'Richtig', exact: true })).toBeFocused()
  await expect(box.getByText(/Gespeichert/)).toBeVisible()
  await expect(page.locator('body[data-same-page]')).toHaveCount(1)
})

test('two minutes before the session ends, one can stay', async ({ page }) => {
  await page.clock.install()
  await newPerson(page, 'Langleser')
  const stay = page.getByRole('button', { name: 'Angemeldet bleiben' })
  await page.clock.runFor('27:00')
  await expect(stay).toHaveCount(0)
  await page.clock.runFor('01:30')
  await stay.click()
  await expect(stay).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Guten Tag')
})
