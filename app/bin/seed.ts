import { join } from 'node:path'
import { openCatalogue } from '#app/domain/catalogue/open-catalogue.server.ts'
import { seedDemo } from '#db/seed/seed-demo.server.ts'
import type { Db } from '#db/types.ts'

/** Publishes the shipped courses and fills the empty database with the demo. */
export const seedCatalogue = async (db: Db, now: string): Promise<'seeded' | 'not_empty'> =>
  seedDemo(db, await openCatalogue(db, join(process.cwd(), 'courses'), now), { now })
