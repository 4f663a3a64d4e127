import { beforeEach, expect, test } from 'vitest'
import type { Db, Tx } from '#db/types.ts'
import { actorOf, anAuthority, aPerson, freshDb } from '#tests/support/database.ts'
import { anInstallation } from '#tests/support/installation.ts'
import { Forbidden, Incomplete, NotFound } from '../refusals.ts'
import { answerBarrier } from './answer-barrier.server.ts'
import { readDetails } from './details.ts'
import { findInstallation, findReportReceipt, getOwnInstallation, isEditor, isOperator, listBarrierReports } from './queries.server.ts'
import { reportBarrier } from './report-barrier.server.ts'
import { saveInstallation } from './save-installation.server.ts'

const NOW = '2026-11-20T09:00:00.000Z'
const FORM = 'form-0001'
const BARRIER = { page: '/help', description: 'Der Fokus ist nicht zu sehen.', contact: '' }

let db: Db
let admin: ReturnType<typeof actorOf<'admin'>>
let other: ReturnType<typeof actorOf<'admin'>>
beforeEach(async () => {
  db = await freshDb()
  admin = actorOf(await aPerson(db, { roles: ['admin'] }), 'admin')
  other = actorOf(await aPerson(db, { roles: ['admin'] }), 'admin')
  await anInstallation(db, admin.authority_id, { answer_days: 14 })
})
const write = <T>(work: (tx: Tx) => Promise<T>) => db.transaction().execute(work)
const report = (barrier = BARRIER, form_id = FORM, now = NOW) => write((tx) => reportBarrier(tx, { form_id, barrier }, { now }))
const open = (page = 1) => listBarrierReports(db, admin, { state: 'open', page })

test('without an installation nobody operates it, and nothing can be reported', async () => {
  await db.deleteFrom('installation').execute()
  expect(await findInstallation(db)).toBeUndefined()
  expect(await isOperator(db, admin)).toBe(false)
  expect(await report()).toBe('no_operator')
  await expect(getOwnInstallation(db, admin)).rejects.toThrow(Forbidden)
})

test('only administrators of the operator may change the details, and nobody else’s attempt leaves a trace', async () => {
  const details = { ...readDetails('{}'), provider_name: 'Übernommen' }
  const seen = (await getOwnInstallation(db, admin)).changed_at
  await expect(write((tx) => saveInstallation(tx, other, { details, seen, now: NOW }))).rejects.toThrow(Forbidden)
  expect((await findInstallation(db))?.details.provider_name).toBe('')
  const installation = await findInstallation(db)
  expect([admin, other, actorOf(admin), undefined].map((one) => isEditor(installation, one))).toEqual([true, false, false, false])
})

test('a save is kept and traced by the names of its fields; the same once more is neither', async () => {
  const before = await getOwnInstallation(db, admin)
  const details = { ...before.details, provider_name: 'Landkreis Auental', answer_days: 10 }
  const save = (seen: string, now = NOW) => write((tx) => saveInstallation(tx, admin, { details, seen, now }))
  expect(await save(before.changed_at)).toBe('done')
  expect(await save(before.changed_at, '2026-11-20T09:00:01.000Z'), 'a second click').toBe('done')
  const after = await getOwnInstallation(db, admin)
  expect(after).toMatchObject({ changed_at: NOW, details: { provider_name: 'Landkreis Auental', answer_days: 10 } })
  const trail = await db.selectFrom('audit_entry').selectAll().where('authority_id', '=', admin.authority_id).execute()
  expect(trail).toHaveLength(1)
  expect(trail[0]).toMatchObject({ verb: 'installation_changed', actor_id: admin.person_id, person_id: null })
  expect(JSON.parse(trail[0]?.detail ?? '')).toEqual({ fields: ['provider_name', 'answer_days'] })
})

test('of two administrators at once, the second is told and overwrites nothing', async () => {
  const { details, changed_at: seen } = await getOwnInstallation(db, admin)
  const save = (provider_name: string) => write((tx) => saveInstallation(tx, admin, { details: { ...details, provider_name }, seen, now: NOW }))
  expect(await save('Erste')).toBe('done')
  expect(await save('Zweite')).toBe('changed_meanwhile')
  expect((await findInstallation(db))?.details.provider_name).toBe('Erste')
})

test('a form sent twice is one report; with other words it is another, sent twice as well', async () => {
  const first = await report()
  expect(await report()).toEqual({ ...(first as object), again: true })
  const changed = { ...BARRIER, description: 'Und die Überschrift fehlt.' }
  const second = await report(changed)
  expect(second).toMatchObject({ again: false })
  expect(await report(changed)).toEqual({ ...(second as object), again: true })
  expect((await open()).reports.map(({ description }) => description).sort()).toEqual([BARRIER.description, changed.description].sort())
})

test('references do not follow from one another, and a form without an id of ours stores nothing', async () => {
  const references = new Set<string>()
  for (let count = 0; count < 40; count += 1) {
    const made = await report(BARRIER, `form-of-${1000 + count}`)
    if (made === 'no_operator') throw new Error(made)
    expect(made.reference).toMatch(/^B-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
    references.add(made.reference)
  }
  expect(references.size).toBe(40)
  expect(new Set([...references].map((reference) => reference[2])).size).toBeGreaterThan(5)
  for (const form_id of ['', 'short', 'x'.repeat(81), "'; drop table barrier_report; --"]) await expect(report(BARRIER, form_id)).rejects.toThrow(Incomplete)
})

test('a receipt shows days and nothing that was written', async () => {
  const made = await report({ ...BARRIER, contact: 'mara@auental.example' })
  const installation = await findInstallation(db)
  if (made === 'no_operator' || installation === undefined) throw new Error('not made')
  const receipt = await findReportReceipt(db, installation, made.reference)
  expect(receipt).toEqual({ reference: made.reference, received_on: '2026-11-20', answered_on: null, answer_by: '2026-12-04' })
  expect(await findReportReceipt(db, installation, 'B-2222-2222')).toBeUndefined()
})

test('reports are read and answered by the operator alone', async () => {
  await report()
  const [only] = (await open()).reports
  const subject = { report_id: only?.id ?? '' }
  await expect(listBarrierReports(db, other, { state: 'open', page: 1 })).rejects.toThrow(Forbidden)
  await expect(write((tx) => answerBarrier(tx, other, subject, { answered: true, now: NOW }))).rejects.toThrow(Forbidden)
  await expect(write((tx) => answerBarrier(tx, admin, { report_id: 'none' }, { answered: true, now: NOW }))).rejects.toThrow(NotFound)
  const answer = (now: string, answered = true) => write((tx) => answerBarrier(tx, admin, subject, { answered, now }))
  await answer('2026-11-21T09:00:00.000Z')
  await answer('2026-11-25T09:00:00.000Z')
  const list = await listBarrierReports(db, admin, { state: 'answered', page: 1 })
  expect(list.reports[0]?.answered_on, 'the first answer counts').toBe('2026-11-21')
  expect(list.counts).toEqual({ open: 0, answered: 1 })
  await answer(NOW, false)
  expect((await open()).counts).toEqual({ open: 1, answered: 0 })
})

test('who has waited longest stands first, 25 a page, and a page too far is the last', async () => {
  for (let day = 10; day < 38; day += 1) {
    const now = new Date(Date.UTC(2026, 9, day)).toISOString()
    await report({ ...BARRIER, description: `Meldung ${day}` }, `form-day-${day}`, now)
  }
  const { reports, pages } = await open()
  expect(pages).toBe(2)
  expect(reports[0]?.description).toBe('Meldung 10')
  expect(reports).toHaveLength(25)
  expect((await open(99)).reports.map(({ description }) => description)).toEqual(['Meldung 35', 'Meldung 36', 'Meldung 37'])
})

test('reports of an authority that operated before are not shown to the next', async () => {
  await report()
  const next = await anAuthority(db)
  await anInstallation(db, next.id)
  const heir = actorOf(await aPerson(db, { authority_id: next.id, roles: ['admin'] }), 'admin')
  expect((await listBarrierReports(db, heir, { state: 'open', page: 1 })).reports).toEqual([])
})
