import { expect, test } from 'vitest'
import { purgeKern } from './kern-plugin.ts'

const css = await purgeKern(process.cwd())

test('the delivered part of KERN keeps the tokens by which components follow the theme', () => {
  expect(css).toMatch(/body\s*\{[^}]*--kern-color-feedback-danger-background-contextual: var\(--kern-color-feedback-danger-background\)/)
  expect(css).toContain('[data-kern-theme=dark]')
})

test('on paper every theme is light', () => {
  const screens = [...css.matchAll(/@media screen(?: and \(prefers-color-scheme: ?dark\))? ?\{\s*([^\s,{]+)/g)].map(([, selector]) => selector)
  expect(screens).toEqual([':root', '[data-kern-theme=dark]'])
  expect(css).toMatch(/@media print, \(prefers-color-scheme: ?light\) ?\{\s*:root/)
  expect(css.match(/--kern-color-layout-background-default: ?var\(--kern-color-black\)/g)).toHaveLength(2)
})

test('it keeps what components compose from parts and drops what no page has', () => {
  for (const name of [
    'kern-btn--tertiary',
    'kern-alert--warning',
    'kern-badge--small',
    'kern-icon--download',
    'kern-form-check__radio--error',
    'kern-form-input__select-wrapper',
    'kern-sr-only-mobile',
  ])
    expect(css).toContain(`.${name}`)
  for (const name of ['kern-accordion', 'kern-kopfzeile', 'kern-stepper', 'kern-icon--sign-language']) expect(css).not.toContain(name)
})

test('every custom property that it or our own styles use is defined', () => {
  const defined = new Set(css.match(/--kern-[\w-]+(?=\s*:)/g))
  const used = new Set([...css.matchAll(/var\((--kern-[\w-]+)\)/g)].map(([, name]) => name))
  expect([...used].filter((name) => !defined.has(name ?? ''))).toEqual([])
})
