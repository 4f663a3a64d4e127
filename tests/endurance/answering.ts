/** People who answer through the server until it is gone, and the journal of what it acknowledged to them. */
import { newId } from '#app/platform/ids.server.ts'
import type { Served } from './served.ts'
import { answerForm, type Learner, post, type Stage } from './stage.ts'

/** Every answer that was ever sent. What is here and not acknowledged may or may not have been kept; it may not have been kept twice. */
export interface Journal {
  readonly sent: Set<string>
  readonly acknowledged: Set<string>
  /** Sent again under the same id, by a double click or after a crash. */
  repeated: number
  /** Answers other than 303 while the server was there. */
  readonly faults: string[]
}

export const newJournal = (): Journal => ({ sent: new Set(), acknowledged: new Set(), repeated: 0, faults: [] })

type Form = ReturnType<typeof answerForm>

/** One person at one browser. What was under way when the server went is sent again by every other person, as after “Reload”. */
export class Client {
  readonly #stage: Stage
  readonly #learner: Learner
  readonly #number: number
  readonly #journal: Journal
  #turn = 0
  #pending: { readonly path: string; readonly form: Form } | undefined

  constructor(stage: Stage, learner: Learner, number: number, journal: Journal) {
    this.#stage = stage
    this.#learner = learner
    this.#number = number
    this.#journal = journal
  }

  /** Answers one question after the other until the server is gone or `isEnough`. Calls `onAnswer` after each acknowledgement. */
  async answer(served: Served, onAnswer: () => void, isEnough: () => boolean = () => false): Promise<void> {
    if (this.#pending !== undefined && this.#number % 2 === 1) this.#pending = undefined
    while (!served.isGone() && !isEnough()) {
      if (this.#pending !== undefined) this.#journal.repeated += 1
      const sending = this.#pending ?? this.#next()
      this.#pending = sending
      this.#journal.sent.add(sending.form.event_id)
      const send = () => post(served.url, sending.path, sending.form, this.#learner.cookie)
      // Every fifth time by a double click.
      const copies = this.#turn % 5 === 0 ? 2 : 1
      this.#journal.repeated += copies - 1
      const answers = await Promise.allSettled(Array.from({ length: copies }, send))
      for (const answer of answers) {
        if (answer.status === 'rejected') continue
        if (answer.value.status === 303) this.#journal.acknowledged.add(sending.form.event_id)
        else this.#journal.faults.push(`POST ${sending.path} answered ${answer.value.status}`)
      }
      if (answers.some((answer) => answer.status === 'rejected')) return
      this.#pending = undefined
      onAnswer()
    }
  }

  #next() {
    this.#turn += 1
    const { questions } = this.#stage
    const question = questions[(this.#number * 7 + this.#turn) % questions.length]
    if (question === undefined) throw new Error('no question')
    return { path: question.path, form: answerForm(question, newId(), this.#turn) }
  }
}
