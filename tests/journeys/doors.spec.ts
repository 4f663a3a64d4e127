import { expect, test } from 'playwright/test'

test('a page loads nothing from elsewhere, breaks no rule of its policy, and sends one script', async ({ page, baseURL }) => {
  const hosts = new Set<string>()
  const complaints: string[] = []
  let scripts = 0
  page.on('request', (request) => {
    hosts.add(new URL(request.url()).origin)
    if (request.resourceType() === 'script') scripts += 1
  })
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect([...hosts]).toEqual([baseURL])
  expect(complaints).toEqual([])
  expect(scripts).toBe(1)
})

test('a form on a page of another site is refused', async ({ page, baseURL }) => {
  await page.setContent(`<form method="post" action="${baseURL}/preferences"><button name="language" value="en">Weiter</button></form>`)
  await page.getByRole('button').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Das Formular kam nicht von dieser Seite')
})
