import { expect, test } from 'vitest'
import { de } from '#app/i18n/de.ts'
import { en } from '#app/i18n/en.ts'
import type { ColumnFacts } from '#db/data-facts.ts'
import { dataMap } from '#db/data-map.ts'
import { storedKinds } from './stored-data.ts'

const columns = Object.values(dataMap).flatMap((table): readonly ColumnFacts[] => Object.values(table))

test('every kind of data, every retention and every onlooker of the data map has its sentence in both languages', () => {
  for (const { legal } of [de, en]) {
    for (const { kind, retention, seen } of storedKinds()) {
      expect(Object.keys(legal.kind), kind).toContain(kind)
      for (const one of retention) expect(Object.keys(legal.retention), one).toContain(one)
      for (const { by, sight } of seen) {
        expect(Object.keys(legal.who), by).toContain(by)
        expect(Object.keys(legal.sight), sight).toContain(sight)
      }
    }
  }
})

test('no sentence stands on the page for data that is not stored', () => {
  expect(Object.keys(de.legal.kind).sort()).toEqual(
    storedKinds()
      .map(({ kind }) => kind)
      .sort(),
  )
})

test('nothing personal of the data map is left out', () => {
  const told = new Map(storedKinds().map(({ kind, retention }) => [kind, retention]))
  for (const column of columns) if (column.personal) expect(told.get(column.kind), column.purpose).toContain(column.retention)
})

test('what only the program uses stands last and is seen by nobody', () => {
  expect(storedKinds().at(-1)).toMatchObject({ kind: 'internal', seen: [] })
})
