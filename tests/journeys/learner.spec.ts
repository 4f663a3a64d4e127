import { expect, type Page, test } from 'playwright/test'
import { answerInModule, assessSituation, holdConversation } from './answering.ts'
import { keyOf } from './course-key.ts'
import { newPerson, PEOPLE, signIn } from './people.ts'

const COURSE = 'willkommensbehoerde'

/** From the invitation to the completed course, through every item, with what is shown on the way. */
const wholeCourse = async (page: Page, family_name: string) => {
  await newPerson(page, family_name)
  // On home, another course that is assigned with a date comes first.
  await page.goto(`/courses/${COURSE}`)
  await page.getByRole('button', { name: 'Kurs 1 beginnen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Woher die Idee kommt')

  for (const module of keyOf(`01-${COURSE}`)) {
    await expect(page).toHaveURL(new RegExp(`/courses/${COURSE}/${module.slug}`))
    for (const item of module.items.values()) {
      if (item.kind === 'critical-incident' || item.kind === 'dialogue') {
        await page.goto(`/courses/${COURSE}/${module.slug}/items/${item.id}`)
        await (item.kind === 'dialogue' ? holdConversation(page, item) : assessSituation(page, item))
        await page.goto(`/courses/${COURSE}/${module.slug}`)
      } else await answerInModule(page, item)
    }
    await page.getByRole('button', { name: /^Modul 1\.\d abschließen$/ }).click()
  }

  await expect(page).toHaveURL(/\/completion$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('abgeschlossen')
  await expect(page.getByText('Bei den Fragen waren 100 % richtig')).toBeVisible()
  await page.goto(`/courses/${COURSE}`)
  await expect(page.getByText('Nichts. Der Kurs ist abgeschlossen.')).toBeVisible()
  await expect(page.getByText('6 von 6 Modulen abgeschlossen, 75 von 75 Minuten')).toBeVisible()
}

test('a new person works through a whole course', async ({ page }) => {
  test.setTimeout(180_000)
  const outside: string[] = []
  page.on('request', (request) => new URL(request.url()).hostname === 'localhost' || outside.push(request.url()))
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  await wholeCourse(page, 'Feldmann')
  expect(outside).toEqual([])
  expect(problems).toEqual([])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a new person works through a whole course', async ({ page }) => {
    test.setTimeout(180_000)
    await wholeCourse(page, 'Ohneskript')
  })
})

test('home leads back to exactly where one stopped', async ({ page }) => {
  await signIn(page, PEOPLE.learner)
  const next = page.getByRole('link', { name: /weitermachen$/ })
  await expect(next).toHaveAttribute('href', /\/courses\/[\w-]+\/[\w-]+#item-/)
  const anchor = (await next.getAttribute('href'))?.split('#')[1] ?? ''
  await next.click()
  await expect(page.locator(`#${anchor}`)).toBeInViewport()
  await expect(page.locator(`#${anchor}`).getByText('Noch nicht beantwortet')).toBeVisible()
})

test('an empty answer says what to do and keeps what was chosen', async ({ page }) => {
  await newPerson(page, 'Leerfeld')
  await page.goto(`/courses/${COURSE}/woher-die-idee-kommt`)
  const item = page.locator('#item-was-belegt-ist')
  await item.getByRole('radio', { name: 'Stimmt nicht' }).check()
  await item.getByRole('button', { name: 'Antwort prüfen' }).click()
  await expect(item.getByRole('alert')).toBeVisible()
  await expect(item.getByRole('radio', { name: 'Stimmt nicht' })).toBeChecked()
  await page.goto(`/courses/${COURSE}`)
  await expect(page.getByText('0 von 6 Modulen abgeschlossen')).toBeVisible()
})

test('a module with missing steps says which and leads there', async ({ page }) => {
  await newPerson(page, 'Halbweg')
  await page.goto(`/courses/${COURSE}/zwei-auftraege`)
  const end = page.locator('#module-end')
  await expect(end.getByRole('button')).toHaveCount(0)
  await end.getByRole('link', { name: 'Frage 1' }).click()
  await expect(page.locator('#item-auftraege')).toBeInViewport()
})

test('the same item answered in two windows keeps both answers', async ({ page }) => {
  await newPerson(page, 'Zweifenster')
  const url = `/courses/${COURSE}/woher-die-idee-kommt`
  const other = await page.context().newPage()
  await page.goto(url)
  await other.goto(url)
  for (const [window, option] of [
    [page, 'Kassel'],
    [other, 'Wetteraukreis'],
  ] as const) {
    const item = window.locator('#item-standort-hessen')
    await item.getByRole('radio', { name: option, exact: true }).check()
    await item.getByRole('button', { name: 'Antwort prüfen' }).click()
    await expect(item.getByText(/Gespeichert/)).toBeVisible()
  }
  const told = other.locator('#item-standort-hessen-notice')
  await expect(told).toBeFocused()
  await expect(told).toContainText('in einem anderen Fenster beantwortet')
  await page.goto(url)
  await expect(page.locator('#item-standort-hessen').getByRole('heading', { name: 'Richtig', exact: true })).toBeVisible()
})

test('a text written in two windows keeps both versions, shows the newest and says so where it stands', async ({ page }) => {
  await newPerson(page, 'Zweifassung')
  const url = '/courses/verstaendliche-sprache/schreiben-die-ankommen#item-nachweise-anfordern'
  const other = await page.context().newPage()
  await page.goto(url)
  await other.goto(url)
  for (const [window, text] of [
    [page, 'Bitte schicken Sie uns drei Papiere.'],
    [other, 'Bitte schicken Sie uns bis 15. März drei Lohnabrechnungen.'],
  ] as const) {
    const item = window.locator('#item-nachweise-anfordern')
    await item.getByRole('textbox').fill(text)
    await item.getByRole('button', { name: 'Fassung speichern' }).click()
    await expect(item.getByText(/Gespeichert/)).toBeVisible()
  }
  const item = other.locator('#item-nachweise-anfordern')
  await expect(item.getByText('Beide sind aufbewahrt.', { exact: false })).toBeVisible()
  await expect(item.getByRole('heading', { name: 'Ihre Fassung 2' })).toBeVisible()
  await item.getByText('Eine frühere Fassung').click()
  await expect(item.getByText('Bitte schicken Sie uns drei Papiere.')).toBeVisible()
})

test('a private note is kept on wish and deleted on wish', async ({ page }) => {
  await newPerson(page, 'Notiz')
  await page.goto(`/courses/${COURSE}/unsere-zusage`)
  const note = page.locator('#item-fair-trotz-nein')
  await note.getByRole('textbox').fill('Ich habe zugehört.')
  await note.getByRole('button', { name: 'Für mich speichern' }).click()
  await expect(note.getByRole('status')).toContainText('Gespeichert')
  await page.goto(`/courses/${COURSE}/unsere-zusage`)
  await expect(note.getByRole('textbox')).toHaveValue('Ich habe zugehört.')
  await note.getByRole('button', { name: 'Text löschen' }).click()
  await expect(note.getByRole('textbox')).toHaveValue('')
  await page.goto(`/courses/${COURSE}/unsere-zusage`)
  await expect(note.getByRole('textbox')).toHaveValue('')
})
