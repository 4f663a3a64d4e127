/**
 * What every column holds, and what becomes of it. A column that is missing here does not compile, and one that the database has
 * on top fails a test. The record of processing, the page "my data", its export and the retention job read this list.
 */
import type { Schema } from './schema.ts'

/** Who may see a value through the product. `aggregate`: only in figures over at least five persons. */
export type Sees = 'everybody' | 'colleagues' | 'self' | 'admin' | 'hr_status' | 'aggregate' | 'nobody'

/**
 * How long a value is kept. `account`: 30 days after the account was deactivated, then pseudonymised · `session`: 8 hours ·
 * `hour`: one hour · `invitation`: 30 days after its end · `answer`: 30 days after the module was completed ·
 * `obligation`: as long as the training obligation asks for proof, by default 3 years after the year's end · `own`: until the
 * person deletes it, at the latest with the account · `installation`: not about a person.
 */
export type Retention = 'account' | 'session' | 'hour' | 'invitation' | 'answer' | 'obligation' | 'own' | 'installation'

export interface ColumnFacts {
  /** Relates to a person, alone or together with the rest of the row. */
  readonly personal: boolean
  readonly purpose: string
  readonly visible_to: readonly Sees[]
  readonly retention: Retention
  /** Under this name in the person's own export; null where the export leaves it out (secrets, technical keys, not personal). */
  readonly exported_as: string | null
}

type DataMap = { readonly [T in keyof Schema]: { readonly [C in keyof Schema[T]]: ColumnFacts } }

/** A value that says nothing about a person. */
const plain = (purpose: string, visible_to: readonly Sees[] = ['everybody']): ColumnFacts => ({
  personal: false,
  purpose,
  visible_to,
  retention: 'installation',
  exported_as: null,
})
/** A personal value that its person gets with the export. */
const about = (retention: Retention, exported_as: string, purpose: string, ...visible_to: Sees[]): ColumnFacts => ({
  personal: true,
  purpose,
  visible_to,
  retention,
  exported_as,
})
/** A personal value that no export carries: secrets, and keys that only join rows. */
const inner = (retention: Retention, purpose: string): ColumnFacts => ({ personal: true, purpose, visible_to: ['nobody'], retention, exported_as: null })

/** The columns with which a row belongs to a person. */
const owner = (retention: Retention) => ({
  authority_id: plain('the authority whose data this is'),
  person_id: inner(retention, 'joins the row to its person'),
})

export const dataMap: DataMap = {
  authority: {
    id: plain('technical key'),
    name: plain('name of the authority'),
    short_name: plain('name where space is short'),
    region: plain('groups authorities for the head office'),
    contact_email: plain('where staff turn with questions; an office address, not a person’s'),
    is_demo: plain('invented data; keeps the seed away from real people'),
    created_at: plain('when the authority was set up', ['admin']),
  },
  org_unit: {
    authority_id: plain('the authority whose data this is'),
    id: plain('technical key'),
    name: plain('name of the unit'),
    position: plain('order in lists'),
    created_at: plain('when the unit was set up', ['admin']),
  },
  person: {
    authority_id: plain('the authority whose data this is'),
    id: inner('account', 'technical key of the person'),
    email: about('account', 'email', 'signing in, invitation', 'self', 'admin', 'hr_status'),
    email_norm: inner('account', 'finds the account whatever case is typed'),
    given_name: about('account', 'given_name', 'address, lists of completion', 'self', 'admin', 'hr_status', 'colleagues'),
    family_name: about('account', 'family_name', 'address, lists of completion', 'self', 'admin', 'hr_status', 'colleagues'),
    org_unit_id: about('account', 'org_unit', 'completion by unit', 'self', 'admin', 'hr_status'),
    role_profile: about('account', 'role_profile', 'which courses are meant for the person', 'self', 'admin'),
    language: about('account', 'language', 'language of the pages', 'self'),
    theme: about('account', 'theme', 'light or dark pages', 'self'),
    password_hash: inner('account', 'checks the password (argon2id)'),
    password_changed_at: about('account', 'password_changed_at', 'shows when the password was set', 'self'),
    deactivated_at: about('account', 'deactivated_at', 'ends access, starts the time until pseudonymisation', 'self', 'admin'),
    created_at: about('account', 'created_at', 'since when the account exists', 'self', 'admin'),
  },
  person_role: {
    ...owner('account'),
    role: about('account', 'role', 'what the person may do', 'self', 'admin'),
    granted_at: about('account', 'granted_at', 'since when', 'self', 'admin'),
  },
  session: {
    ...owner('session'),
    id_hash: inner('session', 'recognises the cookie (hash)'),
    id: inner('session', 'names the session when its person ends it'),
    created_at: about('session', 'created_at', 'ends the session after 8 hours', 'self'),
    last_seen_at: about('session', 'last_seen_at', 'ends the session after 30 idle minutes', 'self'),
    device: about('session', 'device', 'lets the person recognise own sessions', 'self'),
  },
  invitation: {
    ...owner('invitation'),
    id: inner('invitation', 'technical key'),
    token_hash: inner('invitation', 'recognises the link (hash)'),
    created_by: about('invitation', 'created_by', 'who invited', 'admin'),
    created_at: about('invitation', 'created_at', 'when the link was made', 'admin'),
    expires_at: about('invitation', 'expires_at', 'ends the link after 24 hours', 'admin'),
    used_at: about('invitation', 'used_at', 'a link works once', 'admin'),
  },
  held_form: {
    ...owner('hour'),
    id_hash: inner('hour', 'recognises the cookie (hash)'),
    path: about('hour', 'path', 'where the form belongs', 'self'),
    body: about('hour', 'body', 'nothing typed is lost when the session ends', 'self'),
    created_at: about('hour', 'created_at', 'deletes the form after one hour', 'self'),
  },
  course: {
    id: plain('technical key'),
    slug: plain('address of the course'),
    number: plain('order in lists'),
    current_revision_id: plain('the revision that is shown'),
    first_published_at: plain('marks what is new'),
  },
  revision: {
    id: plain('hash of the content'),
    course_id: plain('the course it is a revision of'),
    content: plain('what learners read'),
    answer_key: plain('scores answers', ['nobody']),
    created_at: plain('when it was published'),
  },
  learning_event: {
    ...owner('obligation'),
    seq: inner('obligation', 'order of the ledger'),
    id: inner('obligation', 'makes a double click one event'),
    course_id: about('obligation', 'course', 'which course', 'self'),
    revision_id: about('obligation', 'revision', 'which version was in force', 'self'),
    module_id: about('obligation', 'module', 'which module', 'self'),
    item_id: about('obligation', 'item', 'which item', 'self'),
    type: about('obligation', 'type', 'what happened', 'self'),
    payload: about('obligation', 'payload', 'whether done, and the score', 'self'),
    occurred_at: about('obligation', 'occurred_at', 'when', 'self'),
  },
  response: {
    ...owner('answer'),
    id: inner('answer', 'joins the answer to its event'),
    course_id: about('answer', 'course', 'which course', 'self'),
    module_id: about('answer', 'module', 'which module', 'self'),
    item_id: about('answer', 'item', 'which item', 'self'),
    item_version: about('answer', 'item_version', 'which wording was answered', 'self'),
    answer: about('answer', 'answer', 'shows the person the own answer again', 'self'),
    answered_at: about('answer', 'answered_at', 'when', 'self'),
  },
  reflection: {
    ...owner('own'),
    course_id: about('own', 'course', 'which course', 'self'),
    module_id: about('own', 'module', 'which module', 'self'),
    item_id: about('own', 'item', 'which question', 'self'),
    text: about('own', 'text', 'private note, kept because the person asked', 'self'),
    saved_at: about('own', 'saved_at', 'when', 'self'),
  },
  item_state: {
    ...owner('obligation'),
    course_id: about('obligation', 'course', 'which course', 'self'),
    module_id: about('obligation', 'module', 'which module', 'self'),
    item_id: about('obligation', 'item', 'which item', 'self'),
    attempts: about('obligation', 'attempts', 'own progress', 'self'),
    best_score: about('obligation', 'best_score', 'own progress, pass mark', 'self'),
    last_score: about('obligation', 'last_score', 'own progress', 'self'),
    done_at: about('obligation', 'done_at', 'own progress', 'self'),
    last_response_id: inner('obligation', 'finds the newest answer'),
    answered_at: about('obligation', 'answered_at', 'shows when an answer was saved', 'self'),
    through_seq: inner('obligation', 'proves that the state equals the ledger'),
  },
  module_state: {
    ...owner('obligation'),
    course_id: about('obligation', 'course', 'which course', 'self'),
    module_id: about('obligation', 'module', 'which module', 'self'),
    opened_at: about('obligation', 'opened_at', 'own progress', 'self'),
    last_active_at: about('obligation', 'last_active_at', 'leads back to where one stopped', 'self'),
    last_item_id: about('obligation', 'last_item', 'leads back to where one stopped', 'self'),
    completed_at: about('obligation', 'completed_at', 'own progress', 'self'),
    through_seq: inner('obligation', 'proves that the state equals the ledger'),
  },
  course_state: {
    ...owner('obligation'),
    course_id: about('obligation', 'course', 'which course', 'self', 'hr_status'),
    started_at: about('obligation', 'started_at', 'own progress', 'self'),
    last_active_at: about('obligation', 'last_active_at', 'leads back to where one stopped', 'self'),
    last_module_id: about('obligation', 'last_module', 'leads back to where one stopped', 'self'),
    completed_at: about('obligation', 'completed_at', 'proof of training, completion by unit and month', 'self', 'hr_status', 'aggregate'),
    completed_revision_id: about('obligation', 'completed_revision', 'which version was completed', 'self'),
    completed_score: about('obligation', 'completed_score', 'own result', 'self'),
    transfer_status: about('obligation', 'transfer_status', 'own report on the task at work', 'self'),
    through_seq: inner('obligation', 'proves that the state equals the ledger'),
  },
  rate_limit: {
    key: { personal: true, purpose: 'counts attempts per account and address (hash)', visible_to: ['nobody'], retention: 'hour', exported_as: null },
    points: { personal: true, purpose: 'attempts in the window', visible_to: ['nobody'], retention: 'hour', exported_as: null },
    expires_at_ms: { personal: true, purpose: 'end of the window', visible_to: ['nobody'], retention: 'hour', exported_as: null },
  },
}
