import { expect, test } from 'vitest'
import type { AnyRole } from '#app/domain/actor.ts'
import { translatorFor } from '#app/i18n/translate.ts'
import { areasOf, pagesOfArea } from './areas.ts'

const t = translatorFor('de')
const roles = (...more: readonly AnyRole[]) => new Set<AnyRole>(['learner', ...more])
const here = (entries: readonly { readonly href: string; readonly current: string | undefined }[]) =>
  entries.filter(({ current }) => current !== undefined).map(({ href, current }) => `${href} ${current}`)

test('everybody has the areas of their roles, and where they are is marked once', () => {
  expect(areasOf(t, roles(), '/courses').map(({ href }) => href)).toEqual(['/', '/courses', '/certificates'])
  expect(areasOf(t, roles('hr', 'admin', 'trainer'), '/').map(({ href }) => href)).toEqual([
    '/',
    '/courses',
    '/certificates',
    '/author/courses',
    '/hr',
    '/admin/people',
  ])
  expect(here(areasOf(t, roles('hr'), '/hr/assignments/x'))).toEqual(['/hr true'])
  expect(here(areasOf(t, roles('admin'), '/admin/trail'))).toEqual(['/admin/people true'])
  expect(here(areasOf(t, roles(), '/courses/x/y'))).toEqual(['/courses true'])
})

test('the sums of the authority are an area for who sees no names, and a page of the area for who does', () => {
  expect(here(areasOf(t, roles('council', 'lead'), '/unit-figures'))).toEqual(['/unit-figures page'])
  expect(pagesOfArea(t, roles('council'), '/unit-figures', false)).toBeUndefined()
  expect(here(areasOf(t, roles('hr', 'lead'), '/unit-figures'))).toEqual(['/hr true'])
  expect(here(pagesOfArea(t, roles('hr'), '/unit-figures', false)?.entries ?? [])).toEqual(['/unit-figures page'])
})

test('an area shows its pages to its own role only, and those of the installation to who runs it', () => {
  expect(pagesOfArea(t, roles(), '/hr/people', false)).toBeUndefined()
  expect(pagesOfArea(t, roles('hr'), '/admin/people', false)).toBeUndefined()
  expect(pagesOfArea(t, roles('hr', 'admin'), '/courses', true)).toBeUndefined()
  expect(here(pagesOfArea(t, roles('hr'), '/hr/people/x', false)?.entries ?? [])).toEqual(['/hr/people true'])
  const admin = (operates: boolean) => pagesOfArea(t, roles('admin'), '/admin/people/import/x', operates)?.entries ?? []
  expect(admin(false).map(({ href }) => href)).toEqual(['/admin/people', '/admin/people/import', '/admin/trail'])
  expect(admin(true).map(({ href }) => href)).toContain('/admin/barriers')
  expect(here(admin(true))).toEqual(['/admin/people/import true'])
})
