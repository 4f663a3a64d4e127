/** Contrast of the tokens in both themes, computed from the stylesheets themselves (WCAG 2.2: 1.4.3 and 1.4.11). */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

type Theme = 'light' | 'dark'
/** OKLab and alpha-free: every colour of ours is opaque. */
type Lab = readonly [l: number, a: number, b: number]

const kern = readFileSync(createRequire(import.meta.url).resolve('@kern-ux/native/dist/kern.css'), 'utf8')
const own = ['tokens', 'components/heat-map', 'components/chart'].map((file) => readFileSync(new URL(`${file}.css`, import.meta.url), 'utf8')).join('\n')

const declarations = (css: string) => new Map([...css.matchAll(/(--[\w-]+):\s*([^;{}]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]))
const blocks = (css: string, selector: string) =>
  css
    .split(`${selector} {`)
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf('}')))
    .join('\n')

const read = (theme: Theme) => new Map([...declarations(blocks(kern, ':root')), ...declarations(blocks(kern, `.kern-${theme}`)), ...declarations(own)])
const TOKENS = { light: read('light'), dark: read('dark') }

const labOf = (theme: Theme, value: string): Lab => {
  const known = TOKENS[theme]
  const colour = (text: string): Lab => {
    const [, call = '', inner = ''] = /^([\w-]+)\(([\s\S]*)\)$/.exec(text.trim()) ?? []
    if (text.trim().startsWith('#')) return fromHex(text.trim())
    if (text.trim() === 'white') return [1, 0, 0]
    if (call === 'var') return colour(known.get(inner.split(',')[0]?.trim() ?? '') ?? missing(text))
    if (call === 'light-dark') return colour(parts(inner)[theme === 'light' ? 0 : 1] ?? missing(text))
    if (call === 'oklch') return fromOklch(inner)
    if (call === 'color-mix') return mix(parts(inner))
    return missing(text)
  }
  const mix = ([space, first = '', second = '']: readonly string[]): Lab => {
    if (space !== 'in oklab') return missing(space ?? '')
    const share = (text: string) => (/(\d+)%\s*$/.exec(text)?.[1] === undefined ? undefined : Number(/(\d+)%\s*$/.exec(text)?.[1]) / 100)
    const weight = share(first) ?? 1 - (share(second) ?? 0.5)
    const [a, b] = [first, second].map((text) => colour(text.replace(/\s+\d+%\s*$/, ''))) as [Lab, Lab]
    return [0, 1, 2].map((axis) => (a[axis] ?? 0) * weight + (b[axis] ?? 0) * (1 - weight)) as unknown as Lab
  }
  return colour(value)
}

const missing = (text: string): never => {
  throw new Error(`no colour: ${text}`)
}
/** Arguments at the top level of a call. */
const parts = (inner: string): string[] => {
  const found = ['']
  let depth = 0
  for (const letter of inner) {
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (letter === ',' && depth === 0) found.push('')
    else found[found.length - 1] += letter
  }
  return found.map((part) => part.trim())
}
const fromOklch = (inner: string): Lab => {
  const [l = '', c = '0', h = '0'] = inner.trim().split(/\s+/)
  const angle = (Number.parseFloat(h) * Math.PI) / 180
  return [l.endsWith('%') ? Number.parseFloat(l) / 100 : Number(l), Number(c) * Math.cos(angle), Number(c) * Math.sin(angle)]
}
const fromHex = (hex: string): Lab => {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1)
  const [r = 0, g = 0, b = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  const [l, m, s] = [
    0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
    0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
    0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
  ].map(Math.cbrt) as [number, number, number]
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
const luminance = ([l, a, b]: Lab) => {
  const [x, y, z] = [l + 0.3963377774 * a + 0.2158037573 * b, l - 0.1055613458 * a - 0.0638541728 * b, l - 0.0894841775 * a - 1.291485548 * b].map(
    (v) => v ** 3,
  ) as [number, number, number]
  const clamp = (v: number) => Math.min(Math.max(v, 0), 1)
  const red = clamp(4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z)
  const green = clamp(-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z)
  const blue = clamp(-0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (theme: Theme, one: string, other: string) => {
  const [dark = 0, light = 0] = [one, other].map((colour) => luminance(labOf(theme, colour))).sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}
const v = (name: string) => `var(--wb-${name})`

const GROUNDS = ['bg', 'surface', 'raised', 'warm', 'tint']
const THEMES = ['light', 'dark'] as const

test.each(THEMES)('text, muted text and links are readable on every ground, %s', (theme) => {
  for (const ground of GROUNDS) {
    for (const text of ['ink', 'soft', 'action']) expect(contrast(theme, v(text), v(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  }
  expect(contrast(theme, '#ffffff', v('deep'))).toBeGreaterThanOrEqual(4.5)
  expect(contrast(theme, 'var(--kern-color-action-on-default)', v('action'))).toBeGreaterThanOrEqual(4.5)
})

test.each(THEMES)('edges of controls and what marks the present step are visible on every ground, %s', (theme) => {
  for (const ground of GROUNDS)
    for (const edge of ['edge', 'action', 'ring']) expect(contrast(theme, v(edge), v(ground)), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3)
  for (const ground of GROUNDS) expect(contrast(theme, 'var(--kern-color-action-focus-default)', v(ground)), `focus on ${ground}`).toBeGreaterThanOrEqual(3)
})

test.each(THEMES)('the value of every cell of a heat map is readable, %s', (theme) => {
  for (const level of ['h1', 'h2', 'h3', 'h4', 'h5']) {
    const rule = blocks(own, `\n.${level}`)
    const ground = /background:\s*([^;]+);/.exec(rule)?.[1] ?? missing(level)
    expect(contrast(theme, /[^-]color:\s*([^;]+);/.exec(rule)?.[1] ?? v('ink'), ground), level).toBeGreaterThanOrEqual(4.5)
  }
})

test('the arithmetic agrees with two contrasts that are known', () => {
  expect(contrast('light', '#ffffff', '#000000')).toBeCloseTo(21, 1)
  expect(contrast('light', '#767676', '#ffffff')).toBeCloseTo(4.54, 1)
})
