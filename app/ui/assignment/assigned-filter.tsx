import { ASSIGNED_STATUSES, type AssignedQuery, assignedParameters } from '#app/domain/assignment/people-list.ts'
import { useT } from '#app/i18n/translate.ts'
import { Button } from '../button.tsx'
import { SelectField } from '../field.tsx'

interface AssignedFilterProps {
  readonly action: string
  readonly query: AssignedQuery
  readonly units: readonly { readonly id: string; readonly name: string }[]
}

/** Unit and status as a GET form: the link of the filtered list can be kept. A new filter starts on page 1 and keeps the order. */
export const AssignedFilter = ({ action, query, units }: AssignedFilterProps) => {
  const t = useT()
  const all = { value: '', label: t('assignment.all') }
  const { sort } = assignedParameters(query)
  return (
    <search className="l-stack" aria-label={t('hr.list.filter')}>
      <form className="wb-panel l-stack no-print" method="get" action={action}>
        <div className="wb-filter">
          <SelectField
            label={t('assignment.column.unit')}
            name="unit"
            options={[all, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
            defaultValue={query.unit}
          />
          <SelectField
            label={t('assignment.column.status')}
            name="status"
            options={[all, ...ASSIGNED_STATUSES.map((status) => ({ value: status, label: t(`assignment.status.${status}`) }))]}
            defaultValue={query.status}
          />
        </div>
        {sort === undefined ? null : <input type="hidden" name="sort" value={sort} />}
        <div className="l-cluster">
          <Button>{t('hr.list.show')}</Button>
          {query.unit === '' && query.status === '' ? null : <a href={action}>{t('hr.list.reset')}</a>}
        </div>
      </form>
    </search>
  )
}
