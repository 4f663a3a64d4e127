/** kill −9 against a program that answers by the domain's own verb, without a server around it: many more kills in the same time. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { compareWithLedger } from '#app/domain/progress/rebuild.server.ts'
import { compareSums } from '#app/domain/progress/sums.server.ts'
import { integrityFaults } from '#db/backup.server.ts'
import { openDb } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { killed, killedCourse } from '#tests/support/answer-until-killed.ts'
import { anAuthority, aPerson, LONG_AGO, published } from '#tests/support/database.ts'
import { bundled, runUntilKilled } from './programs.ts'
import { dice } from './stage.ts'

export interface VerbFigures {
  kills: number
  acknowledged: number
  readonly faults: string[]
}

/** After so many kills the next database is begun. */
const KILLS_EACH = 50

/** Kills `kills` times, 1 to 120 ms after the first acknowledged answer; after each, everything is compared. */
export const killVerbs = async (
  work: string,
  { kills, seed = 1, onKill = () => {} }: { readonly kills: number; readonly seed?: number; readonly onKill?: (figures: VerbFigures) => void },
): Promise<VerbFigures> => {
  const chance = dice(seed)
  const { program, remove } = await bundled('tests/support/answer-until-killed.ts')
  const figures: VerbFigures = { kills: 0, acknowledged: 0, faults: [] }
  try {
    while (figures.kills < kills && figures.faults.length === 0) {
      const file = await begin(work)
      let last = 0
      for (let kill = 0; kill < KILLS_EACH && figures.kills < kills; kill += 1) {
        // Begins with the answer after the last acknowledged: if that had just been committed, this is its replay.
        const { lines } = await runUntilKilled(program, [file, String(last + 1)], 1 + chance() * 120)
        last = Number(lines.at(-1) ?? last)
        figures.kills += 1
        figures.faults.push(...(await faultsAfter(file, last)))
        onKill(figures)
      }
      figures.acknowledged += last
    }
    return figures
  } finally {
    remove()
  }
}

const begin = async (work: string): Promise<string> => {
  const file = join(mkdtempSync(join(work, 'verbs-')), 'wegbereiter.db')
  const { raw, db, close } = openDb(file)
  migrate(raw, { now: LONG_AGO })
  await published(db, killedCourse)
  await anAuthority(db, { id: killed.person.authority_id })
  await aPerson(db, { authority_id: killed.person.authority_id, id: killed.person.person_id })
  await close()
  return file
}

const faultsAfter = async (file: string, acknowledged: number): Promise<readonly string[]> => {
  const { raw, db, close } = openDb(file)
  try {
    const ids = raw.prepare<[], { id: string }>("select id from learning_event where type = 'item_answered' order by seq").all()
    const expected = Array.from({ length: Math.max(acknowledged, ids.length) }, (_, index) => killed.eventId(index + 1))
    const counts = raw
      .prepare<[], { r: number; a: number | null }>('select (select count(*) from response) as r, (select sum(attempts) from item_state) as a')
      .get()
    return [
      ...integrityFaults(raw),
      ...expected.flatMap((id, index) => (ids[index]?.id === id ? [] : [`answer ${index + 1} is ${ids[index]?.id ?? 'lost'}`])),
      ...(ids.length - acknowledged > 1 ? [`${ids.length - acknowledged} answers that nobody acknowledged`] : []),
      ...(counts?.r === ids.length && (counts.a ?? 0) === ids.length ? [] : [`${ids.length} events, ${counts?.r} answers, ${counts?.a} attempts`]),
      ...(await compareWithLedger(db)).differences.map(({ table, key }) => `${table} ${key}`),
      ...(await compareSums(db)).map(({ table, key, is, should }) => `${table} ${is} instead of ${should}: ${key}`),
    ]
  } finally {
    await close()
  }
}
