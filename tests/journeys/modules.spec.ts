/**
 * Pictures of one module of each course, to be looked at: broad and narrow, light and dark, German and English, before and after its
 * items are answered. They lie in `tests/artefacts/modules/`.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { answerFields } from '#tests/support/answer-fields.ts'
import { keyOf } from './course-key.ts'
import { newPerson, OWN_PASSWORD, signIn, speak } from './people.ts'

const FOLDER = join(import.meta.dirname, '..', 'artefacts', 'modules')
const MODULES = [
  ['01-willkommensbehoerde', 'zwei-auftraege'],
  ['03-kommunikation-am-schalter', 'gehoer-neutralitaet-respekt-gruende'],
  ['04-verstaendliche-sprache', 'schreiben-die-ankommen'],
] as const

test('one module of each course stands still for its pictures', async ({ page }) => {
  test.setTimeout(120_000)
  mkdirSync(FOLDER, { recursive: true })
  const email = await newPerson(page, 'Bildermann')
  await page.context().clearCookies()
  await signIn(page, email, OWN_PASSWORD)
  const picture = async (course: string, module: string, name: string, width: number) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`/courses/${course.slice(3)}/${module}`)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      `${module} at ${width} px`,
    ).toBeLessThanOrEqual(0)
    await page.screenshot({ path: join(FOLDER, `${course.slice(0, 2)}-${module}-${width}-${name}.png`), fullPage: true })
  }
  for (const [course, module] of MODULES) {
    for (const width of [1280, 360]) await picture(course, module, 'de', width)
    for (const item of keyOf(course)
      .find(({ slug }) => slug === module)
      ?.items.values() ?? []) {
      if (item.kind === 'critical-incident' || item.kind === 'dialogue' || item.kind === 'reflection') continue
      const body = new URLSearchParams({ item: item.id, event_id: `event-for-pictures-${item.id}` })
      for (const [name, value] of Object.entries(answerFields(item, 'right') ?? {})) for (const one of [value].flat()) body.append(name, one)
      await page.request.post(`/courses/${course.slice(3)}/${module}`, {
        data: body.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      })
    }
    await page.emulateMedia({ colorScheme: 'dark' })
    await speak(page, 'en')
    for (const width of [1280, 360]) await picture(course, module, 'en-dark-answered', width)
    await page.emulateMedia({ colorScheme: 'light' })
    await speak(page, 'de')
  }
})
