/** People of the demo, and how they come in: through the front door. */
import { expect, type Page } from 'playwright/test'
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts'

export const PEOPLE = {
  learner: 'mirjam.kessler@auental.example',
  trainer: 'sinan.okyay@auental.example',
  hr: 'beate.tillmann@auental.example',
  admin: 'gregor.hainbuch@auental.example',
  lead: 'karin.ostheim@auental.example',
  council: 'monika.seipel@auental.example',
} as const

/** Signs in with e-mail and password. */
export const signIn = async (page: Page, email: string, password: string = DEMO_PASSWORD): Promise<void> => {
  await page.goto('/sign-in')
  await page.getByLabel('Dienstliche E-Mail-Adresse').fill(email)
  await page.getByLabel('Passwort', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Anmelden')
}

/** Lets this browser ask for a language, as the switch before signing in does; people who chose one keep theirs. */
export const speak = async (page: Page, language: 'de' | 'en'): Promise<void> => {
  const { origin } = new URL(page.url())
  await page.context().addCookies([{ name: 'language', value: language, url: origin }])
}

/** A password nobody else has. */
export const OWN_PASSWORD = 'Leuchtturm am Feldweg 27'

/** A person who begins today: the admin creates the account and hands over the invitation, the person opens it and chooses a password. */
export const newPerson = async (page: Page, family_name: string): Promise<string> => {
  const email = `${family_name.toLowerCase()}@auental.example`
  await signIn(page, PEOPLE.admin)
  await page.goto('/admin/people/new')
  await page.getByLabel('Vorname').fill('Nele')
  await page.getByLabel('Nachname').fill(family_name)
  await page.getByLabel('Dienstliche E-Mail-Adresse').fill(email)
  await page.getByLabel(/Organisations/).selectOption({ index: 1 })
  await page.getByLabel('Aufgabe').selectOption({ label: 'Sachbearbeitung' })
  await page.getByRole('button', { name: 'Konto anlegen' }).click()
  await page
    .getByRole('link', { name: 'Link erstellen' })
    .or(page.getByRole('button', { name: 'Link erstellen' }))
    .first()
    .click()
  await page.getByRole('button', { name: 'Link erstellen' }).click()
  const link = await page.getByLabel('Link zum Weitergeben').inputValue()
  await page.context().clearCookies()
  await page.goto(new URL(link).pathname)
  await page.getByLabel('Neues Passwort', { exact: true }).fill(OWN_PASSWORD)
  await page.getByLabel('Neues Passwort wiederholen').fill(OWN_PASSWORD)
  await page.getByRole('button', { name: 'Passwort festlegen und anmelden' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Guten Tag')
  return email
}
