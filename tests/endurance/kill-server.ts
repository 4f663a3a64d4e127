/** kill −9 against the real server while eight people answer. */
import { join } from 'node:path'
import { Client, type Journal, newJournal } from './answering.ts'
import { faultsOf } from './kept.ts'
import { serve } from './served.ts'
import { dice, pause, setStage } from './stage.ts'

export interface KillFigures {
  kills: number
  sent: number
  acknowledged: number
  repeated: number
  /** Milliseconds from start to listening, after each kill. */
  readonly starts: number[]
  readonly faults: string[]
}

/** After so many kills the next database is begun, so that comparing stays quick. */
const KILLS_EACH = 25

/** Kills `kills` times; after each, everything is compared. Ends early after the first database with a fault. */
export const killServer = async (
  root: string,
  work: string,
  { kills, seed = 1, onKill = () => {} }: { readonly kills: number; readonly seed?: number; readonly onKill?: (figures: KillFigures) => void },
): Promise<KillFigures> => {
  const chance = dice(seed)
  const figures: KillFigures = { kills: 0, sent: 0, acknowledged: 0, repeated: 0, starts: [], faults: [] }
  for (let database = 0; figures.kills < kills && figures.faults.length === 0; database += 1) {
    const stage = await setStage(root, join(work, `killed-${seed}-${database}`))
    const journal: Journal = newJournal()
    const clients = stage.learners.map((learner, number) => new Client(stage, learner, number, journal))
    for (let kill = 0; kill < KILLS_EACH && figures.kills < kills; kill += 1) {
      const served = await serve(root, stage.dataDir)
      figures.starts.push(served.ready_ms)
      figures.faults.push(...(await faultsOf(stage.file, journal)))
      let begun = () => {}
      const first = new Promise<void>((resolve) => {
        begun = resolve
      })
      const working = clients.map((client) => client.answer(served, begun))
      await Promise.race([first, pause(20_000)])
      await pause(50 + chance() * 350)
      await served.kill()
      await Promise.all(working)
      figures.kills += 1
      figures.faults.push(...served.errors)
      onKill(figures)
    }
    const last = await serve(root, stage.dataDir)
    figures.faults.push(...(await faultsOf(stage.file, journal)), ...journal.faults)
    await last.stop()
    figures.sent += journal.sent.size
    figures.acknowledged += journal.acknowledged.size
    figures.repeated += journal.repeated
  }
  return figures
}
