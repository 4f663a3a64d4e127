import { sortParameter } from '#app/domain/reporting/course-list.ts'
import type { PeopleListQuery } from '#app/domain/reporting/people-list.ts'
import { useT } from '#app/i18n/translate.ts'
import { SelectField, TextField } from '../field.tsx'
import { ListFilter } from './list-filter.tsx'

interface PeopleFilterProps {
  readonly action: string
  readonly query: PeopleListQuery
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly courses: readonly { readonly slug: string; readonly number: number; readonly title: string }[]
}

/** Name, unit, course and status. */
export const PeopleFilter = ({ action, query, units, courses }: PeopleFilterProps) => {
  const t = useT()
  const all = { value: '', label: t('hr.list.all') }
  const filtered = query.name !== '' || query.unit !== '' || query.course !== '' || query.status !== ''
  const sort = sortParameter(query)
  return (
    <ListFilter action={action} filtered={filtered} sort={sort === 'name' ? '' : sort} note={t('hr.staff.statusHint')}>
      <TextField label={t('hr.column.name')} name="name" type="search" defaultValue={query.name} autoComplete="off" maxLength={80} />
      <SelectField
        label={t('hr.column.unit')}
        name="unit"
        options={[all, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
        defaultValue={query.unit}
      />
      <SelectField
        label={t('hr.column.course')}
        name="course"
        options={[{ value: '', label: t('hr.staff.allCourses') }, ...courses.map(({ slug, number, title }) => ({ value: slug, label: `${number} ${title}` }))]}
        defaultValue={query.course}
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
