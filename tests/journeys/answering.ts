/** Answers items as a person does, by role and label, from the key of the course. */
import { expect, type Locator, type Page } from 'playwright/test'
import type { Item, ItemOf } from '#app/content/items/item.ts'
import { plain } from './course-key.ts'

/** Answers a question that stands in the flow of a module, and sees that it is right and saved. */
export const answerInModule = async (page: Page, item: Item): Promise<void> => {
  const box = page.locator(`#item-${item.id}`)
  switch (item.kind) {
    case 'single':
      await choose(
        box,
        'radio',
        item.options.filter((option) => option.correct).map((option) => option.text),
      )
      break
    case 'multiple':
      await choose(
        box,
        'checkbox',
        item.options.filter((option) => option.correct).map((option) => option.text),
      )
      break
    case 'truefalse':
      await box.getByRole('radio', { name: item.answer ? 'Stimmt' : 'Stimmt nicht', exact: true }).check()
      await choose(
        box,
        'radio',
        item.reasons.filter((reason) => reason.correct).map((reason) => reason.text),
      )
      break
    case 'order':
      for (const [at, entry] of item.entries.entries()) await box.getByLabel(plain(entry.text), { exact: true }).selectOption({ label: `Platz ${at + 1}` })
      break
    case 'match':
      for (const pair of item.pairs) await box.getByLabel(plain(pair.left), { exact: true }).selectOption({ label: plain(pair.right) })
      break
    case 'gap':
      for (const gap of item.gaps) await box.getByLabel(gap.label, { exact: true }).fill(gap.answers[0] ?? '')
      break
    case 'sjt':
      await rateAll(box, item.options)
      await box.getByRole('button', { name: 'Einschätzung abgeben' }).click()
      await expect(box.getByText(/Gespeichert/)).toBeVisible()
      return
    case 'rewrite':
      await box.getByRole('textbox').fill(item.sample)
      await box.getByRole('button').first().click()
      await expect(box.getByText(/Gespeichert/)).toBeVisible()
      return
    default:
      return
  }
  await box.getByRole('button', { name: 'Antwort prüfen' }).click()
  await expect(box.getByText(/Gespeichert/)).toBeVisible()
  await expect(box.getByRole('heading', { name: 'Richtig', exact: true })).toBeVisible()
}

/** Rates every explanation of a situation on its own page, as the authors did. */
export const assessSituation = async (page: Page, item: ItemOf<'critical-incident'>): Promise<void> => {
  const box = page.locator(`#item-${item.id}`)
  await rateAll(box, item.options)
  await box.getByRole('button', { name: 'Einschätzung abgeben' }).click()
  await expect(box.getByRole('heading', { name: 'Rückmeldung zu den Erklärungen' })).toBeVisible()
}

/** Takes the choice with the most points at each turn, up to an ending. */
export const holdConversation = async (page: Page, item: ItemOf<'dialogue'>): Promise<void> => {
  let node = item.nodes.find(({ id }) => id === item.start)
  while (node !== undefined) {
    const best = [...node.choices].sort((a, b) => sum(b.points) - sum(a.points))[0]
    if (best === undefined) throw new Error(`no choice at ${node.id}`)
    await page.getByRole('button', { name: plain(best.text).slice(0, 60) }).click()
    node = item.nodes.find(({ id }) => id === best.next)
    if (node !== undefined) await expect(page.getByText(plain(node.says ?? node.scene ?? '').slice(0, 40)).last()).toBeVisible()
  }
  await expect(page.getByRole('heading', { name: 'Ihr Gespräch mit Anmerkungen' })).toBeVisible()
}

const choose = async (box: Locator, role: 'radio' | 'checkbox', texts: readonly string[]) => {
  for (const text of texts) await box.getByRole(role, { name: plain(text), exact: true }).check()
}

const rateAll = async (box: Locator, options: readonly { readonly text: string; readonly rating: number }[]) => {
  for (const option of options)
    await box
      .getByRole('radiogroup', { name: plain(option.text) })
      .getByRole('radio', { name: new RegExp(`^${option.rating}`) })
      .check()
}

const sum = (points: Readonly<Record<string, number | undefined>>) => Object.values(points).reduce<number>((total, one) => total + (one ?? 0), 0)
