import { useT } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'

/** What the check says about a course, in one or two words. */
export const CheckBadge = ({ errors, warnings }: { errors: number; warnings: number }) => {
  const t = useT()
  if (errors > 0)
    return (
      <>
        <Badge kind="danger">{t('author.check.errors', { count: errors })}</Badge>
        {warnings > 0 ? <small>{t('author.check.warnings', { count: warnings })}</small> : null}
      </>
    )
  if (warnings > 0) return <Badge kind="warning">{t('author.check.warnings', { count: warnings })}</Badge>
  return <Badge kind="success">{t('author.check.clean')}</Badge>
}
