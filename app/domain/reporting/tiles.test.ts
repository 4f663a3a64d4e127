import { expect, test } from 'vitest'
import { competenceCoverageOf } from './competences.ts'
import { competenceTile, expiryTile, hoursTile } from './tiles.ts'

test('certificates: what ends within 30 days comes first, then what ends later, and what has run out is told besides', () => {
  expect(expiryTile({ expired: 2, in_30: 3, in_60: 5, in_90: 9 })).toEqual({ kind: 'soon', count: 3, expired: 2 })
  expect(expiryTile({ expired: 0, in_30: 0, in_60: 0, in_90: 4 })).toEqual({ kind: 'later', count: 4, expired: 0 })
  expect(expiryTile({ expired: 7, in_30: 0, in_60: 0, in_90: 0 })).toEqual({ kind: 'none', count: 0, expired: 7 })
})

test('learning time is stated minutes: whole hours, and minutes for each person, not for each learner', () => {
  expect(hoursTile(75 * 10, 20)).toEqual({ hours: 13, minutes_each: 38 })
  expect(hoursTile(0, 20)).toBeNull()
  expect(hoursTile(75, 0)).toBeNull()
})

const people = [
  { unit_id: 'a', unit: 'A', people: 10 },
  { unit_id: 'b', unit: 'B', people: 4 },
]
const courses = [{ competences: ['K1', 'K2'] as const }, { competences: ['K2', 'K3'] as const }]

test('a person covers a competence with one course that names it, and counts once however many name it', () => {
  const { rows, units } = competenceCoverageOf(courses, people, [
    { unit_id: 'a', completed: [true, false], people: 2 },
    { unit_id: 'a', completed: [true, true], people: 3 },
    { unit_id: 'b', completed: [false, true], people: 4 },
  ])
  expect(units.map(({ name }) => name)).toEqual(['A', 'B'])
  expect(
    rows.map(({ id, courses: count, units: shares, all }) => [id, count, shares.map(({ completed }) => completed), all.completed, all.people]).slice(0, 4),
  ).toEqual([
    ['K1', 1, [5, 0], 5, 14],
    ['K2', 2, [5, 4], 9, 14],
    ['K3', 1, [3, 4], 7, 14],
    ['K4', 0, [0, 0], 0, 14],
  ])
})

test('the widest and the narrowest competence are named; those without a course are left out', () => {
  const { rows } = competenceCoverageOf(courses, people, [{ unit_id: 'a', completed: [true, false], people: 7 }])
  expect(competenceTile(rows)).toEqual({ kind: 'range', least: { id: 'K3', percent: 0 }, most: { id: 'K1', percent: 50 } })
  expect(competenceTile(competenceCoverageOf(courses, people, []).rows)).toEqual({ kind: 'level', percent: 0 })
  expect(competenceTile(competenceCoverageOf([], people, []).rows)).toEqual({ kind: 'none' })
  expect(competenceTile(competenceCoverageOf(courses, [], []).rows)).toEqual({ kind: 'none' })
})
