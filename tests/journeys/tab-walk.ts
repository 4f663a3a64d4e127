/** A walk with the Tab key through a page: where it stops, in which order, whether that can be seen, and whether it leads out again. */
import type { Page } from 'playwright/test'

/** Stops of a long page that are walked; the way out is tried on every page. */
const STOPS = 60

/** Everything wrong with the walk, in one line each. The page's own script may be there or not. */
export const tabWalk = async (page: Page): Promise<string[]> => {
  const { stops, presses } = await page.evaluate(prepare, STOPS)
  if (stops === 0) return ['no stop at all']
  // From the last stop out of the page, then through it from the first. The browser takes the keys one after the other, so nobody waits for each.
  const session = await page.context().newCDPSession(page)
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const
  const send = (type: 'rawKeyDown' | 'keyUp') => session.send('Input.dispatchKeyEvent', { type, ...tab })
  await Promise.all(Array.from({ length: presses + 1 }).flatMap(() => [send('rawKeyDown'), send('keyUp')]))
  await session.detach()
  return page.evaluate(judge)
}

/** What stays to be seen where the system chooses the colours: the focus on every stop, and the borders of fields and buttons. After a walk. */
export const forcedColours = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { stops, drawn, nameOf } = (globalThis as unknown as { walk: Walk }).walk
    const canvas = getComputedStyle(document.body).backgroundColor
    const lines = stops.flatMap((stop) => {
      stop.focus({ preventScroll: true })
      return drawn(stop) ? [] : [`forced colours: focus not drawn on ${nameOf(stop)}`]
    })
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    for (const control of document.querySelectorAll<HTMLElement>('input:not([type=hidden]), select, textarea, .kern-btn')) {
      // A radio that only assistive technology meets has a label that is drawn.
      if (!control.checkVisibility({ opacityProperty: true }) || control.getBoundingClientRect().width < 4) continue
      // A field may stand in a frame that is drawn for it; a button may look like a link.
      const framed =
        getComputedStyle(control.firstElementChild ?? control).textDecorationLine.includes('underline') ||
        [control, control.parentElement].some((one) => {
          if (one === null) return false
          const { borderBottomStyle, borderBottomWidth, borderBottomColor } = getComputedStyle(one)
          return (
            borderBottomStyle !== 'none' &&
            Number.parseFloat(borderBottomWidth) >= 1 &&
            borderBottomColor !== canvas &&
            borderBottomColor !== 'rgba(0, 0, 0, 0)'
          )
        })
      if (!framed) lines.push(`forced colours: no border on ${nameOf(control)}`)
    }
    // A chosen radio is a dot, and a dot is nothing but a background, which the system takes away.
    for (const chosen of document.querySelectorAll('.kern-form-check__radio:checked')) {
      if (getComputedStyle(chosen, '::before').backgroundColor === canvas) lines.push(`forced colours: chosen, but not drawn: ${nameOf(chosen)}`)
    }
    return lines
  })

interface Stop {
  readonly element: Element | null
  readonly rect: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
  readonly drawn: boolean
  readonly covered: boolean
}

interface Walk {
  readonly stops: readonly HTMLElement[]
  readonly walked: Stop[]
  readonly drawn: (element: Element) => boolean
  readonly nameOf: (element: Element | null) => string
}

/** In the page: finds what Tab should stop at, in reading order, and notes where it really stops. Stands on the last stop afterwards. */
const prepare = (limit: number) => {
  const nameOf = (element: Element | null) => element?.outerHTML.replace(/\s+/g, ' ').slice(0, 140) ?? 'nothing'
  const drawn = (at: Element) => {
    const frames = [at, at.parentElement, at.closest('label, li, section')].filter((one) => one !== null)
    const styles = frames.flatMap((one) => [getComputedStyle(one), getComputedStyle(one, '::before'), getComputedStyle(one.querySelector(':scope > p') ?? one)])
    return styles.some(
      ({ outlineStyle, outlineWidth, outlineColor }) =>
        outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/^rgba\(.*, 0\)$|transparent/.test(outlineColor),
    )
  }
  const isStop = (element: HTMLElement) => {
    if (element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility({ visibilityProperty: true })) return false
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
    // One stop for a group of radios: the chosen one, else the first.
    const scope = element.form ?? document
    const group = [...scope.querySelectorAll<HTMLInputElement>('input[type=radio]:not(:disabled)')].filter(({ name }) => name === element.name)
    return element === (group.find(({ checked }) => checked) ?? group[0])
  }
  const candidates = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]'
  const stops = [...document.querySelectorAll<HTMLElement>(candidates)].filter(isStop)
  const walked: Stop[] = []
  const isWithin = (x: number, y: number, element: Element) => {
    const hit = document.elementFromPoint(x, y)
    return hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest('label')?.control === element)
  }
  // The key comes up when the focus has moved and the page has scrolled there.
  document.addEventListener('keyup', ({ key }) => {
    if (key !== 'Tab') return
    const element = document.activeElement
    if (element === null || element === document.body) return void walked.push({ element: null, rect: new DOMRect(), drawn: true, covered: false })
    if (walked.at(-1)?.element === element) return
    const { top, bottom, left, right } = element.getClientRects()[0] ?? element.getBoundingClientRect()
    const points = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 3, top + 3],
      [right - 3, bottom - 3],
    ] as const
    const covered = !points.some(([x, y]) => isWithin(x, Math.min(Math.max(y, 1), innerHeight - 1), element))
    const rect = { top: top + scrollY, bottom: bottom + scrollY, left, right }
    walked.push({ element, rect, drawn: drawn(element), covered })
  })
  Object.assign(globalThis, { walk: { stops, walked, drawn, nameOf } satisfies Walk })
  stops.at(-1)?.focus()
  // Days, months, years and the calendar of a date are stops of the browser's own.
  const within = stops.slice(0, limit).filter((stop) => stop instanceof HTMLInputElement && stop.type === 'date').length * 3
  return { stops: stops.length, presses: Math.min(stops.length, limit) + within }
}

/** In the page: compares the walk with the reading order. */
const judge = () => {
  const HEADER = 96
  const { stops, walked, nameOf } = (globalThis as unknown as { walk: Walk }).walk
  const lines = [...document.querySelectorAll('[tabindex]')]
    .filter((element) => element instanceof HTMLElement && element.tabIndex > 0)
    .map((element) => `positive tabindex on ${nameOf(element)}`)
  // After the last stop comes the browser itself, or the first stop where it has nothing to offer.
  const way = walked[0]?.element === null ? walked.slice(1) : walked
  const strayed = way.findIndex(({ element }, at) => element !== (stops[at] ?? null))
  if (strayed >= 0)
    lines.push(
      `after ${strayed === 0 ? 'the last stop' : 'the one before'}, stop ${strayed + 1} is ${nameOf(way[strayed]?.element ?? null)} instead of ${nameOf(stops[strayed] ?? null)}`,
    )
  for (const [at, { element, rect, drawn, covered }] of way.entries()) {
    if (element === null) continue
    if (!drawn) lines.push(`focus not drawn on ${nameOf(element)}`)
    if (covered) lines.push(`covered: ${nameOf(element)}`)
    const before = way[at - 1]
    if (before === undefined || before.element === null) continue
    const beside = rect.left >= before.rect.right || rect.right <= before.rect.left
    if (!beside && before.rect.top - rect.top > HEADER) lines.push(`jumps back up from ${nameOf(before.element)} to ${nameOf(element)}`)
    if (Math.abs(before.rect.top - rect.top) < 4 && rect.right <= before.rect.left)
      lines.push(`goes backwards in a line from ${nameOf(before.element)} to ${nameOf(element)}`)
  }
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  scrollTo(0, 0)
  return lines
}
