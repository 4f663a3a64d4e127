/** The courses that ship with the product, as a test meets them. */
import { openCatalogue } from '#app/domain/catalogue/open-catalogue.server.ts'
import type { Course, Language, Module } from '#app/content/course.ts'
import type { Item } from '#app/content/items/item.ts'
import { type Catalogue, findItem } from '#app/domain/catalogue/catalogue.ts'
import { freshDatabase, LONG_AGO } from './database.ts'

let opened: Promise<Catalogue> | undefined

/** The catalogue of `courses/`; compiled once a test file, and not at all where `build/courses` has it. Publish it where events are written. */
export const shippedCatalogue = (): Promise<Catalogue> => {
  opened ??= open('courses')
  return opened
}

const open = async (folder: string): Promise<Catalogue> => {
  const { db, close } = await freshDatabase()
  try {
    return await openCatalogue(db, folder, LONG_AGO, { cache: 'build/courses' })
  } finally {
    await close()
  }
}

/** An item with its key and its place. */
export interface Placed {
  readonly course: Course
  readonly module: Module
  readonly item: Item
}

/** Every item of every course, in reading order, in the course's own words of the language. */
export const placedItems = (catalogue: Catalogue, language: Language = 'de'): readonly Placed[] =>
  catalogue.courses.flatMap((course) =>
    course.modules.flatMap((module) =>
      module.items.flatMap(({ id }) => {
        const item = findItem(catalogue, course, module, id, language)
        return item === undefined ? [] : [{ course, module, item }]
      }),
    ),
  )
