import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Button } from '../button.tsx'
import { TextField } from '../field.tsx'

/** Asks for the code of a paper. Sent as a query: nothing is changed by it, and it may be bookmarked. */
export const VerifyForm = ({
  typed = '',
  error,
  again = false,
}: {
  readonly typed?: string
  readonly error?: string | undefined
  readonly again?: boolean
}) => {
  const t = useT()
  return (
    <form className="l-stack l-stack--l" method="get" action={paths.verify()}>
      <TextField
        label={t('certificate.verify.code')}
        name="code"
        hint={t('certificate.verify.hint')}
        defaultValue={typed}
        error={error}
        autoComplete="off"
        required
      />
      <div className="l-cluster">
        <Button variant={again ? 'secondary' : 'primary'}>{t(again ? 'certificate.verify.again' : 'certificate.verify.submit')}</Button>
      </div>
    </form>
  )
}
