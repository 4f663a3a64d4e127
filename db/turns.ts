/** Who has the one connection: one transaction at a time, and statements between them. Transactions that come together share one commit. */
import type { Database } from 'better-sqlite3'

/** A transaction that waits for the shared commit. */
interface Member {
  readonly committed: () => void
  readonly lost: (failure: unknown) => void
}

/** Transactions that share one commit. */
interface Group {
  readonly members: Member[]
  /** The loop has come round: nobody joins any more. */
  isClosing: boolean
  /** What broke it: nothing of it is on the disk. */
  failure?: { readonly thrown: unknown }
}

interface Waiting {
  readonly isTransaction: boolean
  readonly run: () => void
}

/** One transaction: from `Turns.begin` to its end. */
export interface Turn {
  readonly group: Group
}

/**
 * The first transaction begins a group and locks the database; those that come before the event loop comes round again join it, each within
 * a savepoint; then all are committed at once. Waiting for the disk is most of a commit, and it is the same for one answer and for eight.
 * Whoever only reads waits for the commit: nothing is seen that could still be lost.
 */
export class Turns {
  readonly #raw: Database
  readonly #waiting: Waiting[] = []
  #group: Group | undefined
  /** The transaction that is at work now. */
  #running: Turn | undefined

  constructor(raw: Database) {
    this.#raw = raw
  }

  /** Runs one statement outside of transactions. Throws what it throws. */
  statement<T>(work: () => Promise<T>): Promise<T> {
    const isFree = this.#running === undefined && this.#group === undefined
    return isFree ? work() : this.#inLine(false, work)
  }

  /** Waits for the turn and begins. Throws SQLITE_BUSY where another process has kept the lock for too long. */
  begin(): Promise<Turn> {
    return this.#inLine(true, () => {
      const turn: Turn = { group: this.#group ?? this.#open() }
      if (turn.group.members.length > 0) this.within(turn, () => this.#raw.exec('savepoint member'))
      this.#running = turn
      return turn
    })
  }

  /** Runs one statement of the transaction. */
  within<T>({ group }: Turn, work: () => T): T {
    // After SQLite has rolled back by itself, every further statement would be committed at once.
    if (group.failure !== undefined) throw group.failure.thrown
    try {
      return work()
    } catch (thrown) {
      if (!this.#raw.inTransaction) this.#lose(group, thrown)
      throw thrown
    }
  }

  /** Ends the transaction; resolves when it is on the disk, and throws what kept it from there. */
  async commit(turn: Turn): Promise<void> {
    const { group } = turn
    this.within(turn, () => (group.members.length > 0 ? this.#raw.exec('release member') : undefined))
    const onDisk = new Promise<void>((committed, lost) => void group.members.push({ committed, lost }))
    this.#end()
    return onDisk
  }

  /** Undoes the transaction, and no other of its group. Does nothing where SQLite or a failed commit has undone it. */
  rollback(turn: Turn): void {
    if (this.#running !== turn) return
    const { group } = turn
    try {
      if (group.failure === undefined) this.#undo(group)
    } catch (thrown) {
      this.#lose(group, thrown)
    }
    this.#end()
  }

  /** Resolves when nothing is open and nobody waits. */
  async settled(): Promise<void> {
    while (this.#group !== undefined || this.#waiting.length > 0) await new Promise(setImmediate)
  }

  #inLine<T>(isTransaction: boolean, work: () => T | Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = () => {
        try {
          resolve(work())
        } catch (thrown) {
          reject(thrown)
        }
      }
      this.#waiting.push({ isTransaction, run })
      this.#admit()
    })
  }

  #admit(): void {
    while (this.#running === undefined) {
      const group = this.#group
      const next = group === undefined ? 0 : group.isClosing ? -1 : this.#waiting.findIndex(({ isTransaction }) => isTransaction)
      const [one] = next < 0 ? [] : this.#waiting.splice(next, 1)
      if (one === undefined) return
      one.run()
    }
  }

  #open(): Group {
    this.#raw.exec('begin immediate')
    const group: Group = { members: [], isClosing: false }
    this.#group = group
    setImmediate(() => this.#close(group))
    return group
  }

  #undo(group: Group): void {
    if (group.members.length > 0) this.#raw.exec('rollback to member; release member')
    else {
      this.#raw.exec('rollback')
      this.#group = undefined
    }
  }

  #end(): void {
    this.#running = undefined
    if (this.#group?.isClosing === true) this.#close(this.#group)
    else this.#admit()
  }

  #close(group: Group): void {
    if (this.#group !== group) return
    group.isClosing = true
    if (this.#running !== undefined) return
    try {
      this.#raw.exec('commit')
      this.#group = undefined
      for (const { committed } of group.members) committed()
    } catch (thrown) {
      this.#lose(group, thrown)
    }
    this.#admit()
  }

  /** Nothing of the group is on the disk, and everybody in it hears so. */
  #lose(group: Group, thrown: unknown): void {
    if (this.#raw.inTransaction) this.#raw.exec('rollback')
    group.failure = { thrown }
    for (const { lost } of group.members) lost(thrown)
    this.#group = undefined
  }
}
