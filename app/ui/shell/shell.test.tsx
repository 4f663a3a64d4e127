import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LanguageProvider } from '#app/i18n/translate.ts'
import { Header } from './header.tsx'
import { SessionWarning } from './session-warning.tsx'

const html = (element: ReactElement, language: 'de' | 'en' = 'de') => renderToStaticMarkup(<LanguageProvider value={language}>{element}</LanguageProvider>)

const preferences = { action: '/preferences', next: '/courses?status=open' }
const user = {
  givenName: 'Åsa',
  familyName: 'Öztürk',
  orgUnit: 'Infopunkt',
  authority: 'Ausländerbehörde Auental',
  theme: 'dark' as const,
  links: [{ href: '/account', label: 'Mein Konto' }],
  signOutAction: '/sign-out',
}

test('somebody who is not signed in finds help and the language, but no areas and no account', () => {
  const page = html(<Header homeHref="/sign-in" helpHref="/help" searchHref={undefined} nav={[]} user={null} preferences={preferences} />)
  expect(page).toContain('href="/help"')
  expect(page).toContain('lang="en" aria-pressed="false">English')
  expect(page).not.toMatch(/<nav|<details/)
})

test('the area one is in is marked, and the account opens without script', () => {
  const nav = [
    { href: '/', label: 'Start', current: undefined },
    { href: '/hr', label: 'Personal', current: 'true' as const },
  ]
  const page = html(<Header homeHref="/" helpHref="/help" searchHref={undefined} nav={nav} user={user} preferences={preferences} />)
  expect(page).toContain('<a href="/hr" aria-current="true">Personal</a>')
  expect(page.match(/aria-current/g)).toHaveLength(1)
  expect(page).toMatch(/<details class="wb-user"><summary><span[^>]*>ÅÖ<\/span>/)
  expect(page).toContain('<form method="post" action="/sign-out">')
})

test('every choice says what is chosen and returns to the page it was made on', () => {
  const page = html(<Header homeHref="/" helpHref="/help" searchHref={undefined} nav={[]} user={user} preferences={preferences} />, 'en')
  expect(page).toContain('value="dark" aria-pressed="true">Dark')
  expect(page).toContain('value="en" lang="en" aria-pressed="true">English')
  expect(page.match(/name="next" value="\/courses\?status=open"/g)).toHaveLength(2)
})

test('the end of the session waits in a template inside a region that is announced', () => {
  const page = html(<SessionWarning expiresAt="2026-11-22T10:02:00.000Z" action="/account/session-extension" next="/courses" />)
  expect(page).toMatch(/^<div id="session-warning" role="status"><template>/)
  expect(page).toContain('um 11:02\u00a0Uhr abgemeldet')
})
