import { GRANTABLE_ROLES, ROLE_PROFILES } from '#app/domain/organisation/roles.ts'
import { type Act, AUDIT_VERBS } from '#app/domain/privacy/audit.ts'
import type { FoundEntry } from '#app/domain/privacy/search-trail.server.ts'
import { type Format, type Translate, useFormat, useT } from '#app/i18n/translate.ts'
import { fieldWords } from '../privacy/trail-table.tsx'
import { dateAndTime, shortDate } from '../report/short-date.ts'
import { DataTable } from '../table.tsx'

export interface FoundTableProps {
  readonly entries: readonly FoundEntry[]
  /** Course id → number; a course that ships no longer has none. */
  readonly courseNumbers: Readonly<Record<string, number>>
  /** Org unit id → name. */
  readonly unitNames: Readonly<Record<string, string>>
}

/** Acts of the trail as HR or administration find them. */
export const FoundTable = ({ entries, courseNumbers, unitNames }: FoundTableProps) => {
  const t = useT()
  const format = useFormat()
  const words = { t, format, courseNumbers, unitNames }
  return (
    <DataTable
      caption={t('trail.caption')}
      rows={entries}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: 'when', label: t('trail.when'), rowHeader: true, nowrap: true, cell: ({ occurred_at }) => dateAndTime(format, occurred_at) },
        { key: 'who', label: t('trail.actor'), cell: ({ actor }) => <bdi className="wb-name">{actor ?? t('trail.system')}</bdi> },
        { key: 'what', label: t('trail.what'), cell: ({ verb }) => verbWords(t, verb) },
        { key: 'about', label: t('trail.about'), cell: ({ person }) => <bdi className="wb-name">{person ?? '–'}</bdi> },
        { key: 'more', label: t('trail.more'), cell: ({ act }) => <span dir="auto">{act === null ? '–' : moreOf(words, act) || '–'}</span> },
      ]}
    />
  )
}

/** What was done, in words; also for an act that only a later version of the program knows. */
const verbWords = (t: Translate, verb: string): string => {
  const known = AUDIT_VERBS.find((one) => one === verb)
  return known === undefined ? t('trail.unknown') : t(`privacy.verb.${known}`)
}

interface Words {
  readonly t: Translate
  readonly format: Format
  readonly courseNumbers: Readonly<Record<string, number>>
  readonly unitNames: Readonly<Record<string, string>>
}

const moreOf = (words: Words, act: Act): string => {
  const { t, format } = words
  switch (act.verb) {
    case 'course_list_viewed':
    case 'course_list_exported':
      return listed(courseOf(words, act.subject_id), unitOf(words, act.detail.unit))
    case 'people_list_viewed':
    case 'people_list_exported':
    case 'certificate_list_viewed':
    case 'certificate_list_exported':
      return unitOf(words, act.detail.unit)
    case 'assignment_list_viewed':
    case 'assignment_list_exported':
      return listed(courseOf(words, act.detail.course), unitOf(words, act.detail.unit))
    case 'assignment_made': {
      const { course, due_on, org_units, role_profiles } = act.detail
      const targets = [...org_units.map((id) => unitName(words, id)), ...role_profiles.map((profile) => profileName(t, profile))]
      return listed(courseOf(words, course), t('trail.detail.due', { day: shortDate(format, due_on) }), targets.join(', '))
    }
    case 'assignment_withdrawn':
    case 'certificate_revoked':
      return listed(courseOf(words, act.detail.course), t('trail.detail.reason', { reason: act.reason }))
    case 'account_created':
      return post(words, act.detail)
    case 'account_changed':
      return listed(fieldWords(t, act.detail.fields), changeOf(words, act.detail))
    case 'people_imported': {
      const { created, updated, moved, deactivated, reactivated } = act.detail
      const counts = { created, updated, moved, deactivated, reactivated }
      return t('trail.detail.imported', Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])) as Counts)
    }
    case 'installation_changed':
      return t('trail.detail.fields', { count: act.detail.fields.length })
    case 'person_status_viewed':
    case 'account_deactivated':
    case 'account_reactivated':
    case 'invitation_made':
      return ''
  }
}

type Counts = Record<'created' | 'updated' | 'moved' | 'deactivated' | 'reactivated', string>
interface Post {
  readonly org_unit: string
  readonly role_profile: string
  readonly roles: readonly string[]
}

const listed = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ')

const courseOf = ({ t, courseNumbers }: Words, id: string) =>
  Object.hasOwn(courseNumbers, id) ? t('trail.detail.course', { number: String(courseNumbers[id]) }) : t('trail.detail.formerCourse')

const unitOf = (words: Words, id: string | null) =>
  id === null ? words.t('trail.detail.allUnits') : words.t('trail.detail.unit', { unit: unitName(words, id) })

const unitName = ({ t, unitNames }: Words, id: string) => (Object.hasOwn(unitNames, id) ? (unitNames[id] ?? '') : t('trail.detail.formerUnit'))

const post = ({ t }: Words, { org_unit, role_profile, roles }: Post) =>
  listed(org_unit, profileName(t, role_profile), roles.length === 0 ? '' : roles.map((role) => roleName(t, role)).join(', '))

/** Only what differs is told twice. */
const changeOf = (words: Words, { fields, before, after }: { readonly fields: readonly string[]; readonly before: Post; readonly after: Post }) =>
  fields.some((field) => field === 'org_unit' || field === 'role_profile' || field === 'roles')
    ? words.t('trail.detail.post', { before: post(words, before), after: post(words, after) })
    : ''

const profileName = (t: Translate, profile: string) => {
  const known = ROLE_PROFILES.find((one) => one === profile)
  return known === undefined ? profile : t(`admin.roleProfile.${known}`)
}
const roleName = (t: Translate, role: string) => {
  const known = GRANTABLE_ROLES.find((one) => one === role)
  return known === undefined ? role : t(`admin.role.${known}`)
}
