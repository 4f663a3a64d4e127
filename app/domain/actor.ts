/** Who acts. Only the guard makes an Actor, so a domain function that asks for one cannot be called unchecked. */
import type { Role } from '#db/schema.ts'

/** Everybody is a learner; the other roles are granted. */
export type AnyRole = 'learner' | Role

declare const checked: unique symbol

/** A signed-in person of whom the guard has checked that at least one of the roles R is held. */
export interface Actor<R extends AnyRole = AnyRole> {
  readonly authority_id: string
  readonly person_id: string
  readonly roles: ReadonlySet<AnyRole>
  readonly [checked]: R
}
