import { useFormat, useT } from '#app/i18n/translate.ts'
import { Alert } from '../alert.tsx'

interface PlanAlertsProps {
  /** The file was sent to be applied, but the plan is another by now. */
  readonly changed: boolean
  readonly counts: { readonly error: number; readonly deactivate: number }
  readonly idle: boolean
  readonly last_admin: boolean
  readonly self_missing: boolean
  /** The reader wished those who are missing to be closed. */
  readonly closes_missing: boolean
  readonly new_units: readonly string[]
  /** Named where a unit was not found. */
  readonly known_units: readonly string[]
}

/** What has to be known before a plan is carried out. */
export const PlanAlerts = ({ changed, counts, idle, last_admin, self_missing, closes_missing, new_units, known_units }: PlanAlertsProps) => {
  const t = useT()
  const format = useFormat()
  const namesOf = (names: readonly string[]) => format.list([...names].slice(0, MOST))
  return (
    <>
      {changed ? (
        <Alert kind="warning" title={t('peopleImport.plan.changedTitle')}>
          <p>{t('peopleImport.plan.changed')}</p>
        </Alert>
      ) : null}
      {counts.error === 0 ? null : (
        <Alert kind="danger" title={t('peopleImport.plan.errorsTitle', { count: counts.error })}>
          <p>{t('peopleImport.plan.errors')}</p>
          {known_units.length === 0 ? null : <p dir="auto">{t('peopleImport.plan.knownUnits', { names: namesOf(known_units) })}</p>}
        </Alert>
      )}
      {last_admin ? (
        <Alert kind="danger" title={t('peopleImport.plan.lastAdminTitle')}>
          <p>{t('peopleImport.plan.lastAdmin')}</p>
        </Alert>
      ) : null}
      {idle && counts.error === 0 ? (
        <Alert kind="info" title={t('peopleImport.plan.nothingTitle')}>
          <p>{t('peopleImport.plan.nothing')}</p>
        </Alert>
      ) : null}
      {counts.deactivate === 0 ? null : (
        <Alert kind="warning" title={t('peopleImport.plan.closing', { count: counts.deactivate })}>
          <p>{t('peopleImport.plan.closingText')}</p>
        </Alert>
      )}
      {closes_missing && self_missing ? <p>{t('peopleImport.plan.selfMissing')}</p> : null}
      {new_units.length === 0 ? null : <p dir="auto">{t('peopleImport.plan.newUnits', { count: new_units.length, names: namesOf(new_units) })}</p>}
    </>
  )
}

/** An office with more units than this finds them in its own list. */
const MOST = 60
