import type { ReactNode } from 'react'
import { type Act, ROLE_OF } from '#app/domain/privacy/audit.ts'
import type { TrailEntry } from '#app/domain/privacy/queries.server.ts'
import { type Translate, useFormat, useT } from '#app/i18n/translate.ts'
import { dateAndTime } from '../report/short-date.ts'
import { DataTable } from '../table.tsx'

interface TrailTableProps {
  readonly entries: readonly TrailEntry[]
  /** Course id → number; a course that ships no longer has none. */
  readonly courseNumbers: Readonly<Record<string, number>>
  /** Name of the reader's own unit: the only one that a list in the reader's trail can be limited to. */
  readonly unit: string
}

/** Who looked at the reader's data or acted on it, when, and what it was. */
export const TrailTable = ({ entries, courseNumbers, unit }: TrailTableProps) => {
  const t = useT()
  const format = useFormat()
  return (
    <DataTable
      caption={t('privacy.visibility.logCaption')}
      rows={entries}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: 'when', label: t('privacy.visibility.when'), rowHeader: true, cell: ({ occurred_at }) => dateAndTime(format, occurred_at) },
        { key: 'who', label: t('privacy.visibility.who'), cell: ({ actor, act }) => who(t, actor, act) },
        { key: 'what', label: t('privacy.visibility.did'), cell: ({ act }) => <span dir="auto">{what(t, act, courseNumbers, unit)}</span> },
      ]}
    />
  )
}

const who = (t: Translate, actor: TrailEntry['actor'], act: Act | null): ReactNode => (
  <>
    <bdi>{actor === null ? t('privacy.visibility.system') : `${actor.given_name} ${actor.family_name}`}</bdi>
    {actor === null || act === null ? null : <small>{t(`privacy.onlooker.${ROLE_OF[act.verb]}`)}</small>}
  </>
)

const what = (t: Translate, act: Act | null, courseNumbers: Readonly<Record<string, number>>, unit: string): string => {
  const course = (id: string) =>
    Object.hasOwn(courseNumbers, id) ? t('privacy.act.course', { number: String(courseNumbers[id]) }) : t('privacy.act.formerCourse')
  switch (act?.verb) {
    case 'course_list_viewed':
    case 'course_list_exported':
      return t(`privacy.act.${act.verb}`, {
        course: course(act.subject_id),
        unit: act.detail.unit === null ? t('privacy.act.allUnits') : t('privacy.act.ownUnit', { unit }),
      })
    case 'people_list_viewed':
    case 'people_list_exported':
    case 'certificate_list_viewed':
    case 'certificate_list_exported':
      return t(`privacy.act.${act.verb}`, { unit: act.detail.unit === null ? t('privacy.act.allUnits') : t('privacy.act.ownUnit', { unit }) })
    case 'assignment_list_viewed':
    case 'assignment_list_exported':
      return t(`privacy.act.${act.verb}`, {
        course: course(act.detail.course),
        unit: act.detail.unit === null ? t('privacy.act.allUnits') : t('privacy.act.ownUnit', { unit }),
      })
    case 'assignment_made':
    case 'assignment_withdrawn':
      return t(`privacy.act.${act.verb}`, { course: course(act.detail.course) })
    case 'certificate_revoked':
      return t('privacy.act.certificate_revoked', { course: course(act.detail.course), reason: act.reason })
    case 'account_changed':
      return t('privacy.act.account_changed', { fields: fieldWords(t, act.detail.fields) })
    case 'account_created':
    case 'account_deactivated':
    case 'account_reactivated':
    case 'invitation_made':
    case 'person_status_viewed':
    case 'installation_changed':
    case 'people_imported':
      return t(`privacy.act.${act.verb}`)
    case undefined:
      return t('privacy.act.unknown')
  }
}

const FIELDS = ['given_name', 'family_name', 'org_unit', 'role_profile', 'roles'] as const

/** Names of fields of an account, as a list. */
export const fieldWords = (t: Translate, fields: readonly string[]): string =>
  FIELDS.filter((field) => fields.includes(field))
    .map((field) => t(`privacy.field.${field}`))
    .join(', ')
