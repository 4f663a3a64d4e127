import { type CertificateListQuery, WITHIN } from '#app/domain/reporting/certificate-list.ts'
import { sortParameter } from '#app/domain/reporting/course-list.ts'
import { useT } from '#app/i18n/translate.ts'
import { SelectField } from '../field.tsx'
import { ListFilter } from './list-filter.tsx'

interface CertificateFilterProps {
  readonly action: string
  readonly query: CertificateListQuery
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly courses: readonly { readonly slug: string; readonly number: number; readonly title: string }[]
}

/** Until when, course and unit. */
export const CertificateFilter = ({ action, query, units, courses }: CertificateFilterProps) => {
  const t = useT()
  const all = { value: '', label: t('hr.list.all') }
  const sort = sortParameter(query)
  return (
    <ListFilter action={action} filtered={query.within !== '' || query.course !== '' || query.unit !== ''} sort={sort === 'valid' ? '' : sort}>
      <SelectField
        label={t('hr.certificates.within')}
        name="within"
        options={[all, ...WITHIN.map((within) => ({ value: within, label: t(`hr.certificates.withinOption.${within}`) }))]}
        defaultValue={query.within}
      />
      <SelectField
        label={t('hr.column.course')}
        name="course"
        options={[{ value: '', label: t('hr.staff.allCourses') }, ...courses.map(({ slug, number, title }) => ({ value: slug, label: `${number} ${title}` }))]}
        defaultValue={query.course}
      />
      <SelectField
        label={t('hr.column.unit')}
        name="unit"
        options={[all, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
        defaultValue={query.unit}
      />
    </ListFilter>
  )
}
