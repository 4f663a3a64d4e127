/** What every run starts from: a database of the built product with people in it who are signed in and a question they answer. */
import { mkdirSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { Course } from '#app/content/course.ts'
import type { Item, ItemOf } from '#app/content/items/item.ts'
import { startSession } from '#app/domain/identity/start-session.server.ts'
import { paths } from '#app/paths.ts'
import { systemClock, toInstant } from '#app/platform/clock.ts'
import { databaseFile } from '#app/platform/data-folder.server.ts'
import { openDb } from '#db/client.server.ts'
import { anAuthority, anOrgUnit, aPerson } from '#tests/support/database.ts'
import { serve } from './served.ts'

export interface Learner {
  readonly person_id: string
  /** A `Cookie` header. */
  readonly cookie: string
}

export interface Stage {
  readonly dataDir: string
  /** The database file. */
  readonly file: string
  readonly learners: readonly Learner[]
  /** Single choices of all courses, one page each. */
  readonly questions: readonly Question[]
  /** Where a note of any length is kept. */
  readonly notes: string
}

export interface Question {
  readonly path: string
  readonly item: ItemOf<'single'>
}

/** Sets it up in a new folder. The database is made by the product itself, so that its schema is that of the build. */
export const setStage = async (root: string, dataDir: string, { learners = 8 }: { readonly learners?: number } = {}): Promise<Stage> => {
  mkdirSync(dataDir, { recursive: true })
  await (await serve(root, dataDir)).stop()
  const file = databaseFile(dataDir)
  const { db, raw, close } = openDb(file)
  try {
    const now = toInstant(systemClock())
    const { id: authority_id } = await anAuthority(db)
    const unit = await anOrgUnit(db, { authority_id })
    const people: Learner[] = []
    for (let count = 0; count < learners; count += 1) {
      const person = await aPerson(db, { authority_id, org_unit_id: unit.id })
      const secret = await db.transaction().execute((tx) => startSession(tx, person, { device: 'Firefox, Linux', replaces: undefined, now }))
      people.push({ person_id: person.person_id, cookie: `session=${secret}` })
    }
    return { dataDir, file, learners: people, ...placesOf(raw) }
  } finally {
    await close()
  }
}

/** Read from what the product has published: nothing is compiled here. */
const placesOf = (raw: Database) => {
  const published = raw
    .prepare<[], { content: string; answer_key: string }>(
      'select content, answer_key from course join revision on revision.id = current_revision_id order by number',
    )
    .all()
  const items = published.flatMap(({ content, answer_key }) => {
    const course = JSON.parse(content) as Course
    const key = (JSON.parse(answer_key) as Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Item>>>>>>)['de'] ?? {}
    return course.modules.flatMap((module) => Object.values(key[module.id] ?? {}).map((item) => ({ course, module, item })))
  })
  const questions = items.flatMap(({ course, module, item }) => (item.kind === 'single' ? [{ path: paths.module(course.slug, module.slug), item }] : []))
  const reflection = items.find(({ item }) => item.kind === 'reflection')
  if (questions.length === 0 || reflection === undefined) throw new Error('the courses have no single choice or no reflection')
  return { questions, notes: paths.reflection(reflection.course.slug, reflection.module.slug, reflection.item.id) }
}

/** Sends a form as a browser does from one of our own pages. Redirects are not followed; the body is read to its end. */
export const post = async (url: string, path: string, form: Readonly<Record<string, string>>, cookie: string) => {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(form),
    headers: { cookie, accept: 'text/html', 'sec-fetch-site': 'same-origin' },
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

/** Reads a page; the body is read to its end. */
export const get = async (url: string, path: string, cookie = '') => {
  const answer = await fetch(`${url}${path}`, { redirect: 'manual', headers: { cookie, accept: 'text/html' } })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

/** The form of an answer: every other one is the right one. */
export const answerForm = ({ item }: Question, event_id: string, turn: number) => ({
  item: item.id,
  event_id,
  option: item.options[turn % item.options.length]?.id ?? '',
})

/** Repeatable numbers from 0 to below 1: a run that found something can be run again. */
export const dice = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Milliseconds of doing nothing. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
