import type { CourseListQuery } from '#app/domain/reporting/course-list.ts'
import { useT } from '#app/i18n/translate.ts'
import { Button } from '../button.tsx'
import { SelectField, TextField } from '../field.tsx'

interface CourseListFilterProps {
  readonly action: string
  readonly query: CourseListQuery
  readonly units: readonly { readonly id: string; readonly name: string }[]
}

/** Name, unit and status as a GET form: the link of the filtered list can be kept. A new filter starts on page 1 and keeps the order. */
export const CourseListFilter = ({ action, query, units }: CourseListFilterProps) => {
  const t = useT()
  const all = { value: '', label: t('hr.list.all') }
  const filtered = query.name !== '' || query.unit !== '' || query.status !== ''
  return (
    <search className="l-stack" aria-label={t('hr.list.filter')}>
      <form className="wb-panel l-stack" method="get" action={action}>
        <div className="wb-filter">
          <TextField label={t('hr.column.name')} name="name" type="search" defaultValue={query.name} autoComplete="off" maxLength={80} />
          <SelectField
            label={t('hr.column.unit')}
            name="unit"
            options={[all, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
            defaultValue={query.unit}
          />
          <SelectField
            label={t('hr.column.status')}
            name="status"
            options={[all, { value: 'open', label: t('hr.status.open') }, { value: 'completed', label: t('hr.status.completed') }]}
            defaultValue={query.status}
          />
        </div>
        {query.sort === 'name' && !query.descending ? null : <input type="hidden" name="sort" value={`${query.descending ? '-' : ''}${query.sort}`} />}
        <div className="l-cluster">
          <Button>{t('hr.list.show')}</Button>
          {filtered ? <a href={action}>{t('hr.list.reset')}</a> : null}
        </div>
      </form>
    </search>
  )
}
