/** Stored values in words, for the file that people read. What has no word is shown as it is stored. */
import { AUDIT_VERBS } from '#app/domain/privacy/audit.ts'
import type { OwnRow, OwnTable } from '#app/domain/privacy/own-data.ts'
import type { Format, Translate } from '#app/i18n/translate.ts'
import type { ExportName } from '#db/data-map.ts'
import { dateAndTime, shortDate } from '../report/short-date.ts'

/** What a value's words need from around it. Titles of courses and modules are undefined where they ship no longer. */
export interface Words {
  readonly t: Translate
  readonly format: Format
  readonly courseTitle: (course: string) => string | undefined
  readonly moduleTitle: (course: string, module: string) => string | undefined
}

/** One value of a row, in words. Never markup. */
export const valueInWords = (words: Words, table: OwnTable, name: ExportName, row: OwnRow): string => {
  const value = row[name]
  const { t, format } = words
  if (name === 'actor' && value === null) return t('privacy.value.system')
  if (value === null || value === undefined || value === '') return t('privacy.value.none')
  if (typeof value !== 'string') return plainly(t, value)
  if (INSTANT.test(value)) return dateAndTime(format, value)
  if (DAY.test(value)) return shortDate(format, value)
  if (name === 'course' || (name === 'subject' && row.subject_kind === 'course')) return words.courseTitle(value) ?? value
  if (name === 'module' || name === 'last_module') return words.moduleTitle(String(row.course), value) ?? value
  return ownWord(t, table, name, value) ?? value
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const DAY = /^\d{4}-\d\d-\d\d$/

/** Values from closed lists of the database. */
const ownWord = (t: Translate, table: OwnTable, name: ExportName, value: string): string | undefined => {
  const one = <const T extends string>(...known: readonly T[]): T | undefined => known.find((word) => word === value)
  switch (name) {
    case 'role': {
      const role = one('trainer', 'lead', 'hr', 'admin', 'coordinator', 'council')
      return role && t(`admin.role.${role}`)
    }
    case 'role_profile': {
      const profile = one('front_desk', 'case_work', 'team_lead', 'head', 'trainee')
      return profile && t(`admin.roleProfile.${profile}`)
    }
    case 'language': {
      const language = one('de', 'en')
      return language && t(language === 'de' ? 'account.german' : 'account.english')
    }
    case 'theme': {
      const theme = one('light', 'dark')
      return theme && t(`account.${theme}`)
    }
    case 'type': {
      const step = one('module_opened', 'item_answered', 'module_completed', 'course_completed', 'transfer_reported')
      return step && t(`privacy.value.${step}`)
    }
    case 'transfer_status': {
      const status = one('done', 'tried', 'not_yet')
      return status && t(`privacy.value.${status}`)
    }
    case 'reason': {
      const reason = table === 'item_flag' ? one('unclear', 'stereotype', 'outdated') : undefined
      return reason && t(`privacy.value.${reason}`)
    }
    case 'subject_kind': {
      const kind = one('person', 'course', 'certificate', 'installation', 'assignment', 'authority')
      return kind && t(`privacy.value.${kind}`)
    }
    case 'verb': {
      const verb = AUDIT_VERBS.find((known) => known === value)
      return verb && t(`privacy.verb.${verb}`)
    }
    default:
      return undefined
  }
}

/** What JSON holds, without its signs: "option: b; zweite: c". */
const plainly = (t: Translate, value: unknown): string => {
  if (value === null || value === undefined || value === '') return t('privacy.value.none')
  if (typeof value === 'boolean') return t(value ? 'privacy.value.yes' : 'privacy.value.no')
  if (Array.isArray(value)) return value.length === 0 ? t('privacy.value.none') : value.map((one) => plainly(t, one)).join(', ')
  if (typeof value === 'object') {
    const entries = Object.entries(value)
    return entries.length === 0 ? t('privacy.value.none') : entries.map(([name, one]) => `${name}: ${plainly(t, one)}`).join('; ')
  }
  return String(value)
}
