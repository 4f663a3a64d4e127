import { useT } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'

/** The state of an account as a word. */
export const AccountBadge = ({ status }: { status: 'active' | 'invited' | 'new' | 'deactivated' }) => {
  const t = useT()
  return <Badge kind={KINDS[status]}>{t(`admin.status.${status}`)}</Badge>
}

const KINDS = { active: 'success', invited: 'info', new: 'warning', deactivated: 'danger' } as const
