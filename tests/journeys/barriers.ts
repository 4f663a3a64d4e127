/** Barriers a machine can find on the page that is open. Every finding is one line; no line is allowed. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright/test'

/** Put into every document before its own script: cheaper than handing it over for each look, and the page's policy stays as strict as it is. */
export const AXE = { content: readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8') }

interface Axe {
  readonly run: (within: readonly Node[], options: object) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>
}

/** WCAG 2.2 A and AA, and good practice. */
const EVERYTHING = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
/** What can change where only colours change. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/**
 * Violations of axe's rules: everything, or colours only. `kept`: where the system chooses the colours, on what keeps its own.
 * `appeared`: on what `leaveOut` did not find; the rest has been looked at in these colours.
 */
export const violations = (page: Page, what: 'everything' | 'kept' | 'appeared'): Promise<string[]> =>
  page.evaluate(
    async ({ runOnly, what }) => {
      const { axe, leftOut = [] } = globalThis as unknown as { axe: Axe; leftOut?: readonly Element[] }
      const keepsColours = (one: Element) => getComputedStyle(one).forcedColorAdjust === 'none'
      const everywhere = () => [...document.querySelectorAll('body *')]
      const within = what === 'everything' ? [document] : what === 'kept' ? everywhere().filter(keepsColours) : leftOut.filter((one) => one.checkVisibility())
      if (within.length === 0) return []
      const found = await axe.run(within, { runOnly, resultTypes: ['violations'], preload: false })
      return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    },
    { runOnly: what === 'everything' ? EVERYTHING : COLOURS, what },
  )

/** Notes what this window does not show. */
export const leaveOut = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const leftOut = [...document.querySelectorAll('body *')].filter((one) => !one.checkVisibility())
    Object.assign(globalThis, { leftOut })
  })

/** More width than the window has. */
export const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth > clientWidth ? [`scrolls sideways by ${scrollWidth - clientWidth} px`] : []
  })
