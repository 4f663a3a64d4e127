/**
 * Who sees what of whom: the one table that is enforced (`requireSight` in every read about other people, `rolesWhoSee` in the
 * guards of their routes) and shown ("Wer sieht was von mir?"). A cell says what holds today, never what is planned.
 */
import type { DataKind } from '#db/data-facts.ts'
import type { Role } from '#db/schema.ts'
import type { Actor } from '../actor.ts'
import { Forbidden } from '../refusals.ts'

/** The person the data is about, and the roles. `coordinator` stands for ministry and network. */
export type Onlooker = 'self' | Role

/**
 * How much: `all` · `status`: whether and when, of people by name · `nameless`: the words, but not whose · `sums_from_5`: figures over at
 * least five persons · `on_request`: not in the product, but with the reference number · `never`.
 */
export type Sight = 'all' | 'status' | 'nameless' | 'sums_from_5' | 'on_request' | 'never'

const NOBODY = { lead: 'never', hr: 'never', trainer: 'never', admin: 'never', council: 'never', coordinator: 'never' } as const
const ONLY_SELF = { self: 'all', ...NOBODY } as const

/** In the order in which it is shown. */
export const policy = {
  completion: { ...ONLY_SELF, lead: 'sums_from_5', hr: 'status', council: 'sums_from_5' },
  certificate: { ...ONLY_SELF, hr: 'status' },
  certificate_sheet: ONLY_SELF,
  progress: ONLY_SELF,
  answer: { ...ONLY_SELF, trainer: 'sums_from_5' },
  private_text: ONLY_SELF,
  hint: { ...ONLY_SELF, trainer: 'nameless' },
  name: { ...ONLY_SELF, hr: 'all', admin: 'all' },
  account: { ...ONLY_SELF, admin: 'all' },
  settings: ONLY_SELF,
  trail: { ...ONLY_SELF, hr: 'all', admin: 'nameless' },
  /** Reported without signing in, so it belongs to no account. Read by administrators of the authority that operates the installation. */
  barrier: { ...NOBODY, self: 'on_request', admin: 'all' },
  internal: { ...NOBODY, self: 'never' },
} as const satisfies Readonly<Record<DataKind, Readonly<Record<Onlooker, Sight>>>>

/** The columns of the table, in order. */
export const ONLOOKERS: readonly Onlooker[] = ['self', 'lead', 'hr', 'trainer', 'admin', 'council', 'coordinator']

/** The rows of the table, in order. */
export const DATA_KINDS = Object.keys(policy) as readonly DataKind[]

/** What somebody sees of a kind of data. */
export const sightOf = (kind: DataKind, onlooker: Onlooker): Sight => policy[kind][onlooker]

/** What a read gives away of other people: `status` and `all` by name, `nameless` the words without a name, `sums` only figures. */
export type Shown = 'all' | 'status' | 'nameless' | 'sums'

const ENOUGH = {
  all: ['all'],
  status: ['all', 'status'],
  nameless: ['all', 'nameless'],
  sums: ['all', 'status', 'sums_from_5'],
} as const satisfies Readonly<Record<Shown, readonly Sight[]>>

const isEnough = (shown: Shown, sight: Sight) => (ENOUGH[shown] as readonly Sight[]).includes(sight)

/** The roles that see as much of a kind of data about other people. */
export type WhoSees<K extends DataKind, S extends Shown> = { [R in Role]: (typeof policy)[K][R] extends (typeof ENOUGH)[S][number] ? R : never }[Role]

/** For the guard of a route that shows as much of this kind of data about other people (by name, where nothing is said): who may enter. */
export const rolesWhoSee = <K extends DataKind, S extends Shown = 'status'>(kind: K, shown?: S): readonly WhoSees<K, S>[] =>
  ONLOOKERS.filter((onlooker) => onlooker !== 'self' && isEnough(shown ?? 'status', sightOf(kind, onlooker))) as readonly Role[] as readonly WhoSees<K, S>[]

/**
 * Stands first in every read that shows something about people other than the actor. Throws Forbidden unless one of the actor's roles
 * sees at least as much as is shown. Says nothing about which people: that is the authority, which every statement pins.
 */
export const requireSight = (actor: Actor, kind: DataKind, shown: Shown): void => {
  const roles: readonly Role[] = rolesWhoSee(kind, shown)
  if (!roles.some((role) => actor.roles.has(role))) throw new Forbidden()
}
