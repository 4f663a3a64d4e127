import { type CourseListQuery, sortParameter } from '#app/domain/reporting/course-list.ts'
import { useT } from '#app/i18n/translate.ts'
import { SelectField, TextField } from '../field.tsx'
import { ListFilter } from './list-filter.tsx'

interface CourseListFilterProps {
  readonly action: string
  readonly query: CourseListQuery
  readonly units: readonly { readonly id: string; readonly name: string }[]
}

/** Name, unit and status. */
export const CourseListFilter = ({ action, query, units }: CourseListFilterProps) => {
  const t = useT()
  const all = { value: '', label: t('hr.list.all') }
  const filtered = query.name !== '' || query.unit !== '' || query.status !== ''
  const sort = sortParameter(query)
  return (
    <ListFilter action={action} filtered={filtered} sort={sort === 'name' ? '' : sort}>
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
    </ListFilter>
  )
}
