/** A program for the run that kills a migration: `node … <database>` opens it, says so, and migrates it as the product does at its start. */
import { writeSync } from 'node:fs'
import { systemClock, toInstant } from '#app/platform/clock.ts'
import { openDb } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'

const [file] = process.argv.slice(2)
if (file?.endsWith('.db') === true) {
  const { raw, close } = openDb(file)
  writeSync(1, 'open\n')
  migrate(raw, { now: toInstant(systemClock()) })
  writeSync(1, 'done\n')
  await close()
}
