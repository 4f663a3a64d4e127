import { useT } from '#app/i18n/translate.ts'
import type { FieldProblem } from '../error-summary.tsx'
import { PasswordField } from '../field.tsx'
import { messageFor } from './problems.ts'

/** Ids of the two fields, for the error summary. */
export const NEW_PASSWORD_FIELDS = ['password', 'password_again'] as const

/** A new password, twice. The address is there for password managers, which otherwise do not know which account is meant. */
export const NewPasswordFields = ({ email, problems }: { email: string; problems: readonly FieldProblem[] }) => {
  const t = useT()
  return (
    <>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={t('identity.newPassword.label')}
        name="password"
        autoComplete="new-password"
        hint={t('identity.newPassword.hint')}
        error={messageFor(problems, 'password')}
        required
      />
      <PasswordField
        label={t('identity.newPassword.again')}
        name="password_again"
        autoComplete="new-password"
        error={messageFor(problems, 'password_again')}
        required
      />
    </>
  )
}
