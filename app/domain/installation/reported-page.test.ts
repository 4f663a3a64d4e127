import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import routes from '#app/routes.ts'
import { reportedPage } from './reported-page.ts'

test('pages keep their names, without query and anchor', () => {
  for (const page of ['/', paths.help(), paths.hr(), paths.people(), paths.course('diskriminierungsfrei-entscheiden-und-begruenden'), paths.ownDataJson()])
    expect(reportedPage(page)).toBe(page)
  expect(reportedPage('/hr/courses/macht?name=Mirjam%20Kessler#x')).toBe('/hr/courses/macht')
})

test('no address of ours tells about a person: only what is the same for everybody stays', () => {
  const shared = new Set(['course', 'module', 'item', 'revision'])
  const personal = routes.map(({ path = '' }) => path).filter((path) => [...path.matchAll(/:([a-z]+)/g)].some(([, name = '']) => !shared.has(name)))
  expect(personal.length).toBeGreaterThan(8)
  for (const path of personal)
    for (const secret of ['mirjam-kessler', 'auental-mirjam-kessler', 'WB-7K3M-9QXT', 'wb7k3m9qxt', 'x'.repeat(43)])
      expect(reportedPage(`/${path.replaceAll(/:[a-z]+/g, (name) => (shared.has(name.slice(1)) ? 'macht' : secret))}`), path).not.toContain(secret)
})

test('what is no name is not kept, wherever it stands', () => {
  expect(reportedPage('/nowhere/mirjam.kessler@auental.example')).toBe('/nowhere/*')
  expect(reportedPage('/help/019a1b2c-3d4e-7f50-8a9b-0c1d2e3f4a5b/%41%42')).toBe('/help/*/*')
  expect(reportedPage(`/help/${'a'.repeat(64)}`)).toBe('/help/*')
  expect(reportedPage(`/${'wort/'.repeat(500)}`).length).toBeLessThanOrEqual(300)
})
