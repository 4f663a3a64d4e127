import type { MeantPreview } from '#app/domain/assignment/people.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { Alert } from '../alert.tsx'
import { DataTable } from '../table.tsx'

/** Whom an assignment would be for, before it is saved. `changed`: something is different from the preview that was confirmed. */
export const PreviewPeople = ({ preview, changed }: { readonly preview: Omit<MeantPreview, 'fingerprint'>; readonly changed: boolean }) => {
  const t = useT()
  const { people, completed, first } = preview
  return (
    <section className="wb-panel l-stack" id="preview" aria-labelledby="preview-title">
      <h2 className="t-h3" id="preview-title">
        {t('assignment.preview.title')}
      </h2>
      {changed ? (
        <Alert kind="info" title={t('assignment.preview.changed')}>
          <p>{t('assignment.preview.changedText')}</p>
        </Alert>
      ) : null}
      <p>
        <b>{t('assignment.preview.people', { people })}</b> {people === 0 ? t('assignment.preview.nobody') : t('assignment.preview.completed', { completed })}
      </p>
      {first.length === 0 ? null : (
        <>
          <details>
            <summary>
              {first.length === people
                ? t('assignment.preview.names', { count: people })
                : t('assignment.preview.firstNames', { shown: String(first.length), count: String(people) })}
            </summary>
            <DataTable
              caption={t('assignment.preview.caption')}
              rows={first}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', label: t('assignment.column.name'), rowHeader: true, cell: (row) => `${row.family_name}, ${row.given_name}` },
                { key: 'unit', label: t('assignment.column.unit'), cell: ({ unit }) => unit },
              ]}
            />
          </details>
          <p className="t-small">{t('assignment.page.previewTrace')}</p>
        </>
      )}
      <p className="t-small">{t('assignment.preview.notSaved')}</p>
    </section>
  )
}
