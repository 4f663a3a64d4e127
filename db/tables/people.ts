/** The tables of authorities, their people, and how these come in. */
import type { Language, Role, RoleProfile } from '../schema.ts'
import type { Stamped } from './stamped.ts'

/** A Behörde, the tenant. Not personal. */
export interface AuthorityTable {
  id: Stamped<string>
  name: string
  short_name: string
  region: string
  contact_email: string
  is_demo: Stamped<0 | 1>
  created_at: Stamped<string>
}

export interface OrgUnitTable {
  authority_id: Stamped<string>
  id: Stamped<string>
  name: string
  position: number
  created_at: Stamped<string>
}

export interface PersonTable {
  authority_id: Stamped<string>
  id: Stamped<string>
  /** As typed; `email_norm` is lower-cased and unique over the installation. */
  email: string
  email_norm: string
  given_name: string
  family_name: string
  org_unit_id: string
  role_profile: RoleProfile
  /** null until the person chose: then the cookie or the browser decides. */
  language: Language | null
  theme: 'light' | 'dark' | null
  /** argon2id; null until the invitation was used. */
  password_hash: string | null
  password_changed_at: string | null
  deactivated_at: string | null
  created_at: Stamped<string>
}

/** Every person is a learner; these are the roles beyond that. */
export interface PersonRoleTable {
  authority_id: Stamped<string>
  person_id: Stamped<string>
  role: Stamped<Role>
  granted_at: Stamped<string>
}

export interface SessionTable {
  authority_id: Stamped<string>
  /** SHA-256 of the cookie value, hex. */
  id_hash: Stamped<string>
  /** Public name of the session in "my sessions". */
  id: Stamped<string>
  person_id: Stamped<string>
  created_at: Stamped<string>
  last_seen_at: string
  /** Browser and system in words ("Firefox, Windows"), never the raw header or an address. */
  device: Stamped<string>
}

export interface InvitationTable {
  authority_id: Stamped<string>
  id: Stamped<string>
  token_hash: Stamped<string>
  person_id: Stamped<string>
  created_by: Stamped<string>
  created_at: Stamped<string>
  expires_at: Stamped<string>
  used_at: string | null
}

/** A form that was sent after the session had ended. Offered again after the sign-in, deleted after one hour. */
export interface HeldFormTable {
  authority_id: Stamped<string>
  /** SHA-256 of the held form's cookie, hex. */
  id_hash: Stamped<string>
  person_id: Stamped<string>
  /** Where the form was sent to. */
  path: Stamped<string>
  /** JSON of the form's values. */
  body: Stamped<string>
  created_at: Stamped<string>
}

/** Counters of the rate limiter, so that a restart does not reset them. Keys are hashed. */
export interface RateLimitTable {
  key: Stamped<string>
  points: number
  expires_at_ms: number
}
