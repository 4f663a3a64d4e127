import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { Turns } from './turns.ts'

/** A file with one table, turns at it, what was said to it, and what a second program sees of it. */
const aFile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'wegbereiter-'))
  const file = join(folder, 'turns.db')
  const said: string[] = []
  const raw = new SqliteDatabase(file, { verbose: (sql) => void said.push(String(sql)) })
  raw.pragma('journal_mode = wal')
  raw.pragma('foreign_keys = on')
  raw.exec(
    "create table entry (id integer primary key, text text not null default '', about integer references entry (id) deferrable initially deferred) strict",
  )
  const other = new SqliteDatabase(file)
  onTestFinished(() => {
    raw.close()
    other.close()
    rmSync(folder, { recursive: true })
  })
  const turns = new Turns(raw)
  const ids = (database: SqliteDatabase.Database) => database.prepare<[], number>('select id from entry order by id').pluck().all()
  const insert = (id: number, text = '', about: number | null = null) => raw.prepare('insert into entry values (?, ?, ?)').run(id, text, about)
  const transaction = async (work: (run: <T>(statement: () => T) => T) => void | Promise<void>): Promise<void> => {
    const turn = await turns.begin()
    try {
      await work((statement) => turns.within(turn, statement))
      await turns.commit(turn)
    } catch (thrown) {
      turns.rollback(turn)
      throw thrown
    }
  }
  return { raw, turns, said, insert, transaction, read: () => turns.statement(async () => ids(raw)), onDisk: () => ids(other) }
}

const outcomes = async (all: readonly Promise<unknown>[]) => (await Promise.allSettled(all)).map(({ status }) => status)

test('transactions that come together share one commit, and none is told before it', async () => {
  const { said, insert, transaction, onDisk } = aFile()
  const told: number[] = []
  const each = [1, 2, 3].map((id) => transaction((run) => void run(() => insert(id))).then(() => void told.push(id)))
  await Promise.resolve().then(() => Promise.resolve())
  expect([told, onDisk()]).toEqual([[], []])
  await Promise.all(each)
  expect(onDisk()).toEqual([1, 2, 3])
  expect(said.filter((sql) => /^(begin|commit)/.test(sql))).toEqual(['begin immediate', 'commit'])
})

test('one that fails takes nothing of the others with it, wherever it stands', async () => {
  for (const failing of [0, 1, 2]) {
    const { insert, transaction, onDisk } = aFile()
    const each = [0, 1, 2].map((id) =>
      transaction((run) => {
        run(() => insert(id))
        if (id === failing) throw new Error('no')
      }),
    )
    expect(await outcomes(each)).toEqual([0, 1, 2].map((id) => (id === failing ? 'rejected' : 'fulfilled')))
    expect(onDisk()).toEqual([0, 1, 2].filter((id) => id !== failing))
  }
})

test('whoever reads sees nothing that is not on the disk', async () => {
  const { insert, transaction, read, onDisk } = aFile()
  const writing = transaction((run) => void run(() => insert(1)))
  const reading = read().then((seen) => [seen, onDisk()])
  await writing
  expect(await reading).toEqual([[1], [1]])
})

test('one that takes long is waited for, and those behind it come in order', async () => {
  const { insert, transaction, onDisk } = aFile()
  const order: number[] = []
  const slow = transaction(async (run) => {
    await setTimeout(30)
    run(() => insert(1))
    order.push(1)
  })
  const behind = transaction((run) => {
    run(() => insert(2))
    order.push(2)
  })
  await Promise.all([slow, behind])
  expect([order, onDisk()]).toEqual([
    [1, 2],
    [1, 2],
  ])
})

test('a full disk in the middle of a group is told to everybody in it, and the next group is not kept from the disk', async () => {
  const { raw, insert, transaction, onDisk } = aFile()
  raw.pragma(`max_page_count = ${Number(raw.pragma('page_count', { simple: true })) + 2}`)
  const small = () => transaction((run) => void run(() => insert(1)))
  const large = () =>
    transaction((run) => {
      // Whoever goes on after the failure writes nothing either.
      expect(() => run(() => insert(2, 'x'.repeat(100_000)))).toThrow(/full/)
      run(() => insert(3))
    })
  expect(await outcomes([small(), large(), small()])).toEqual(['rejected', 'rejected', 'fulfilled'])
  expect(onDisk()).toEqual([1])
  raw.pragma('max_page_count = 10000')
  await transaction((run) => void run(() => insert(2, 'x'.repeat(100_000))))
  expect(onDisk()).toEqual([1, 2])
})

test('a commit that fails is a failure for everybody in it, and nothing of it stays', async () => {
  const { insert, transaction, onDisk } = aFile()
  const each = [transaction((run) => void run(() => insert(1))), transaction((run) => void run(() => insert(2, '', 99)))]
  expect(await outcomes(each)).toEqual(['rejected', 'rejected'])
  expect(onDisk()).toEqual([])
  await transaction((run) => void run(() => insert(1)))
  expect(onDisk()).toEqual([1])
})

test('a lock of another program is an error of whoever met it, and of nobody after', async () => {
  const { raw, insert, transaction, onDisk } = aFile()
  raw.pragma('busy_timeout = 0')
  const stranger = new SqliteDatabase(raw.name)
  stranger.exec('begin immediate')
  expect(await outcomes([transaction((run) => void run(() => insert(1)))])).toEqual(['rejected'])
  stranger.exec('rollback')
  stranger.close()
  await transaction((run) => void run(() => insert(2)))
  expect(onDisk()).toEqual([2])
})

test('whatever comes in which order: what was told is on the disk, what failed is not, and readers see what others see', async () => {
  const step = fc.record({
    deed: fc.constantFrom('write', 'write', 'fail', 'full', 'dangle', 'read'),
    pause: fc.constantFrom('none', 'none', 'tick', 'loop', 'time'),
    before: fc.constantFrom('none', 'none', 'tick', 'loop'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const { raw, turns, insert, transaction, read, onDisk } = aFile()
      raw.pragma('max_page_count = 8')
      const wait = async (pause: string) => {
        if (pause === 'tick') await Promise.resolve()
        if (pause === 'loop') await new Promise(setImmediate)
        if (pause === 'time') await setTimeout(1)
      }
      const told = new Set<number>()
      const refused = new Set<number>()
      const all: Promise<void>[] = []
      for (const [id, { deed, pause, before }] of steps.entries()) {
        await wait(before)
        if (deed === 'read') all.push(read().then((seen) => expect(onDisk()).toEqual(expect.arrayContaining(seen))))
        else
          all.push(
            transaction(async (run) => {
              run(() => insert(id, '', deed === 'dangle' ? 999 : null))
              await wait(pause)
              if (deed === 'full') run(() => insert(id + 100, 'x'.repeat(100_000)))
              if (deed === 'fail') throw new Error('no')
            }).then(
              () => {
                expect(onDisk()).toContain(id)
                told.add(id)
              },
              () => void refused.add(id),
            ),
          )
      }
      await Promise.all(all)
      await turns.settled()
      expect(onDisk()).toEqual([...told].sort((a, b) => a - b))
      expect(told.size + refused.size).toBe(steps.filter(({ deed }) => deed !== 'read').length)
      expect(raw.inTransaction).toBe(false)
    }),
    { numRuns: 150 },
  )
})
