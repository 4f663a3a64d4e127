/**
 * A program for the kill test: `node … <database> <first number>` answers one item after the other and names each answer on
 * standard output once it is committed. Every third is sent twice, as by a double click. It ends only by being killed.
 */
import { writeSync } from 'node:fs'
import { answerItem } from '#app/domain/progress/answer-item.server.ts'
import { openDb } from '#db/client.server.ts'
import { aCourse, aModule, aReference, aSingle } from './course.ts'
import { actorOf } from './database.ts'

/** What is answered, and by whom. */
export const killed = {
  module: aModule('m1', [aReference('a'), aReference('b')]),
  person: { authority_id: 'auental', person_id: 'mirjam' },
  eventId: (number: number) => `answer-${String(number).padStart(6, '0')}`,
}
export const killedCourse = aCourse([killed.module])

const [file, first] = process.argv.slice(2)
// The run that kills servers imports this file, and has arguments of its own.
if (file?.endsWith('.db') === true && first !== undefined && /^\d+$/.test(first)) await answerForever(file, Number(first))

async function answerForever(path: string, from: number) {
  const { db } = openDb(path)
  const actor = actorOf(killed.person)
  for (let number = from; ; number += 1) {
    const item = aSingle(number % 2 === 0 ? 'a' : 'b')
    const facts = {
      event_id: killed.eventId(number),
      answer: { kind: 'single', option: number % 5 === 0 ? 'wrong' : 'right' },
      now: '2026-11-20T09:00:00.000Z',
    } as const
    const send = () => db.transaction().execute((tx) => answerItem(tx, actor, { course: killedCourse, module: killed.module, item, version: 'v1' }, facts))
    await send()
    if (number % 3 === 0) await send()
    writeSync(1, `${number}\n`)
  }
}
