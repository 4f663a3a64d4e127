import { useT } from '#app/i18n/translate.ts'
import { ButtonLink } from '../button.tsx'

/** The report as files: the same rows for a spreadsheet. */
export const FileLinks = ({ csv, xlsx }: { csv: string; xlsx: string }) => {
  const t = useT()
  return (
    <>
      <ButtonLink variant="secondary" href={xlsx}>
        {t('hr.files.xlsx')}
      </ButtonLink>
      <a href={csv}>{t('hr.files.csv')}</a>
    </>
  )
}
