import { useT } from '#app/i18n/translate.ts'
import { Button } from '../button.tsx'

/** A field for words and the button beside it. `action`: the page of hits. `value`: what was looked for. */
export const SearchField = ({ action, value, hint = false }: { readonly action: string; readonly value?: string; readonly hint?: boolean }) => {
  const t = useT()
  return (
    <search className="wb-search" aria-label={t('search.form')}>
      <form method="get" action={action}>
        <label className="kern-label" htmlFor="search-words">
          {t('search.label')}
        </label>
        {hint ? (
          <p className="kern-hint" id="search-hint">
            {t('search.hint')}
          </p>
        ) : null}
        <div className="wb-search__row">
          <input
            className="kern-form-input__input"
            type="search"
            id="search-words"
            name="q"
            defaultValue={value}
            maxLength={200}
            autoComplete="off"
            aria-describedby={hint ? 'search-hint' : undefined}
          />
          <Button>{t('search.submit')}</Button>
        </div>
      </form>
    </search>
  )
}
