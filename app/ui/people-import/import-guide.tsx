import { IMPORT_FIELDS, type ImportField, type RememberedHeadings, REQUIRED_FIELDS } from '#app/domain/people-import/columns.ts'
import { useT } from '#app/i18n/translate.ts'
import { DataTable } from '../table.tsx'
import { profileNames, USUAL } from './profile-names.ts'

/** What a file may hold, and under which headings it did last time. */
export const ImportGuide = ({ remembered }: { remembered: RememberedHeadings | null }) => {
  const t = useT()
  const needed: readonly ImportField[] = REQUIRED_FIELDS
  const last =
    remembered === null
      ? []
      : [
          {
            key: 'last',
            label: t('peopleImport.guide.lastHeading'),
            cell: (field: ImportField) => <bdi>{remembered[field] ?? t('peopleImport.guide.never')}</bdi>,
          },
        ]
  const use = (field: ImportField) =>
    field === 'role_profile'
      ? t('peopleImport.use.role_profile', { profiles: profileNames(t), usual: t(`admin.roleProfile.${USUAL}`) })
      : t(`peopleImport.use.${field}`)
  return (
    <section className="l-stack" aria-labelledby="guide">
      <h2 id="guide">{t('peopleImport.guide.title')}</h2>
      <p>{t('peopleImport.guide.text')}</p>
      <DataTable
        caption={t('peopleImport.guide.caption')}
        rows={IMPORT_FIELDS}
        rowKey={(field) => field}
        columns={[
          { key: 'field', label: t('peopleImport.guide.field'), rowHeader: true, cell: (field) => t(`peopleImport.field.${field}`) },
          {
            key: 'need',
            label: t('peopleImport.guide.need'),
            cell: (field) => t(needed.includes(field) ? 'peopleImport.guide.required' : 'peopleImport.guide.optional'),
          },
          { key: 'use', label: t('peopleImport.guide.use'), cell: use },
          ...last,
        ]}
      />
      <p>{t('peopleImport.roles')}</p>
    </section>
  )
}
