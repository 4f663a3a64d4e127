/** What a person does who has a keyboard and nothing else: Tab, Space, Enter, arrows, letters. Nothing here clicks or sets the focus. */
import { expect, type Locator, type Page } from 'playwright/test'

/** Stops on the way before somebody would give up. */
const PATIENCE = 250

/** Presses Tab until the control has the focus, and sees that it has. */
export const tabTo = async (page: Page, control: Locator): Promise<void> => {
  await expect(control).toBeVisible()
  for (let stop = 0; stop < PATIENCE; stop += 1) {
    await page.keyboard.press('Tab')
    if (await control.evaluate((element) => element === document.activeElement)) return seesFocus(page)
  }
  throw new Error(`Tab does not lead to ${String(control)}`)
}

/** The focus is drawn, on the control itself or on the frame that stands for it. */
export const seesFocus = async (page: Page): Promise<void> => {
  const isDrawn = await page.evaluate(() => {
    const at = document.activeElement
    if (at === null || at === document.body) return false
    const frames = [at, at.parentElement, at.closest('label, li, section')].filter((one) => one !== null)
    const styles = frames.flatMap((one) => [getComputedStyle(one), getComputedStyle(one, '::before'), getComputedStyle(one.querySelector(':scope > p') ?? one)])
    return styles.some((style) => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2)
  })
  expect(isDrawn, await page.evaluate(() => `focus on ${document.activeElement?.outerHTML.slice(0, 200)}`)).toBe(true)
}

/** Chooses one of a group of radios: Tab leads into the group, arrows lead to the one, Space takes the first. */
export const pickRadio = async (page: Page, group: Locator, at: number): Promise<void> => {
  const radios = group.getByRole('radio')
  await tabTo(page, radios.first())
  if (at === 0) await page.keyboard.press('Space')
  for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown')
  await expect(radios.nth(at)).toBeChecked()
  await seesFocus(page)
}

/** Takes an option of a closed select by the arrow. */
export const pickOption = async (page: Page, select: Locator, label: string): Promise<void> => {
  await tabTo(page, select)
  const labels = await select.evaluate((element) => [...(element as HTMLSelectElement).options].map((option) => option.label))
  for (let step = 0; step < labels.indexOf(label); step += 1) await page.keyboard.press('ArrowDown')
  await expect(select.locator('option:checked')).toHaveText(label)
}

/** Presses a button or follows a link. */
export const press = async (page: Page, control: Locator): Promise<void> => {
  await tabTo(page, control)
  await page.keyboard.press('Enter')
}
