/** A disk that is full: reading goes on, saving says so, and works again when there is room, without a restart. */
import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '#app/paths.ts'
import { newId } from '#app/platform/ids.server.ts'
import { newJournal } from './answering.ts'
import { faultsOf } from './kept.ts'
import { serve } from './served.ts'
import { answerForm, get, post, type Stage, setStage } from './stage.ts'

export interface DiskFigures {
  /** False where no file system of our own may be mounted: then nothing was tried. */
  mounted: boolean
  /** Status → how often, while the disk was full. */
  readonly answers: Record<string, number>
  readonly faults: string[]
}

/** MiB of the file system. */
const SIZE = 24

/** Fills a small file system of its own under a running server, and frees it again. Needs the right to mount. */
export const fillDisk = async (root: string, work: string): Promise<DiskFigures> => {
  const figures: DiskFigures = { mounted: false, answers: {}, faults: [] }
  const disk = join(work, 'disk')
  mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}m`, 'none', disk]).status !== 0) return figures
  figures.mounted = true
  try {
    await whileMounted(root, disk, figures)
  } finally {
    spawnSync('umount', [disk])
  }
  return figures
}

const whileMounted = async (root: string, disk: string, figures: DiskFigures) => {
  const stage = await setStage(root, join(disk, 'data'), { learners: 4 })
  const served = await serve(root, stage.dataDir)
  const journal = newJournal()
  const [learner] = stage.learners
  const cookie = learner?.cookie ?? ''
  const answer = async (turn: number) => {
    const question = stage.questions[turn % stage.questions.length]
    if (question === undefined) throw new Error('no question')
    const form = answerForm(question, newId(), turn)
    journal.sent.add(form.event_id)
    const { status, text } = await post(served.url, question.path, form, cookie)
    if (status === 303) journal.acknowledged.add(form.event_id)
    return { status, text }
  }
  try {
    for (let turn = 0; turn < 10; turn += 1) if ((await answer(turn)).status !== 303) figures.faults.push('an answer was refused before the disk was full')
    const filler = join(disk, 'filler')
    fill(filler)
    let refused = 0
    for (let turn = 0; turn < 400 && refused < 20; turn += 1) {
      const { status, text } = await answer(turn)
      figures.answers[status] = (figures.answers[status] ?? 0) + 1
      if (status === 303) continue
      refused += 1
      if (![503, 507].includes(status)) figures.faults.push(`saving was answered with ${status}`)
      if (!text.includes('Speicherplatz') && !text.includes('Das Speichern ist gerade nicht möglich'))
        figures.faults.push('the answer does not say what is wrong')
      // What had been free in the files is used up by now and then; nothing may free itself.
      fill(filler)
      await read(served.url, stage, cookie, figures)
    }
    if (refused === 0) figures.faults.push('the disk was never full')
    if ((await get(served.url, paths.ready())).status !== 503) figures.faults.push('readiness does not tell that the disk is full')
    if ((await get(served.url, paths.health())).status !== 200) figures.faults.push('the server does not count as alive')
    const note = await post(served.url, stage.notes, { text: 'Ein Gedanke. '.repeat(500) }, cookie)
    if (![503, 507].includes(note.status)) figures.faults.push(`a note was answered with ${note.status}`)
    rmSync(filler)
    for (let turn = 0; turn < 10; turn += 1) {
      const { status } = await answer(turn)
      if (status !== 303) figures.faults.push(`with room again, saving was answered with ${status}`)
    }
    figures.faults.push(...(await faultsOf(stage.file, journal)))
  } finally {
    await served.stop()
  }
  figures.faults.push(...(await faultsOf(stage.file, journal)))
}

const read = async (url: string, stage: Stage, cookie: string, figures: DiskFigures) => {
  for (const path of [paths.home(), paths.courses(), stage.questions[0]?.path ?? '/', paths.account()]) {
    const { status } = await get(url, path, cookie)
    if (status !== 200) figures.faults.push(`${path} was answered with ${status} while the disk was full`)
  }
}

/** Takes every byte that is left. */
const fill = (file: string) => {
  for (const size of [1024 * 1024, 4096, 1]) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size))
    } catch (full) {
      if (!(full instanceof Error && 'code' in full && full.code === 'ENOSPC')) throw full
    }
  }
}
