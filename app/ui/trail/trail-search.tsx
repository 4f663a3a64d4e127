import { type TrailReader, type TrailSearch, verbsFor } from '#app/domain/privacy/search-trail.ts'
import { useT } from '#app/i18n/translate.ts'
import { messageFor } from '../account/problems.ts'
import { Button } from '../button.tsx'
import type { FieldProblem } from '../error-summary.tsx'
import { SelectField, TextField } from '../field.tsx'

interface TrailSearchFormProps {
  readonly action: string
  readonly reader: TrailReader
  readonly search: TrailSearch
  readonly problems: readonly FieldProblem[]
}

/** What, when, who and (for HR) about whom, as a GET form: the link of a search can be kept. */
export const TrailSearchForm = ({ action, reader, search, problems }: TrailSearchFormProps) => {
  const t = useT()
  const filtered = [search.verb, search.from, search.to, search.actor, search.person].some((value) => value !== '')
  return (
    <search aria-label={t('trail.filter')}>
      <form className="wb-panel l-stack" method="get" action={action}>
        <div className="wb-filter">
          <SelectField
            label={t('trail.verb')}
            name="verb"
            options={[{ value: '', label: t('trail.anyVerb') }, ...verbsFor(reader).map((verb) => ({ value: verb, label: t(`privacy.verb.${verb}`) }))]}
            defaultValue={search.verb}
          />
          <TextField label={t('trail.from')} name="from" type="date" defaultValue={search.from} error={messageFor(problems, 'from')} />
          <TextField label={t('trail.to')} name="to" type="date" defaultValue={search.to} error={messageFor(problems, 'to')} />
          <TextField label={t('trail.actor')} name="actor" type="search" autoComplete="off" maxLength={80} defaultValue={search.actor} />
          <TextField label={t('trail.person')} name="person" type="search" autoComplete="off" maxLength={80} defaultValue={search.person} />
        </div>
        <div className="l-cluster">
          <Button>{t('trail.search')}</Button>
          {filtered ? <a href={action}>{t('trail.reset')}</a> : null}
        </div>
      </form>
    </search>
  )
}
