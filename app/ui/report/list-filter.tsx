import type { ReactNode } from 'react'
import { useT } from '#app/i18n/translate.ts'
import { Button } from '../button.tsx'

interface ListFilterProps {
  readonly action: string
  /** Whether a filter is on, so that it can be taken off. */
  readonly filtered: boolean
  /** The order as it stands in the URL; '' for the usual one. A new filter keeps it and starts on page 1. */
  readonly sort: string
  /** What a field means, in a sentence beside the button: above its field it would push one label out of the row. */
  readonly note?: string | undefined
  /** The fields. */
  readonly children: ReactNode
}

/** Filters of a list as a GET form: the link of the filtered list can be kept. */
export const ListFilter = ({ action, filtered, sort, note, children }: ListFilterProps) => {
  const t = useT()
  return (
    <search className="l-stack" aria-label={t('hr.list.filter')}>
      <form className="wb-panel l-stack no-print" method="get" action={action}>
        <div className="wb-filter">{children}</div>
        {sort === '' ? null : <input type="hidden" name="sort" value={sort} />}
        <div className="l-cluster">
          <Button>{t('hr.list.show')}</Button>
          {filtered ? <a href={action}>{t('hr.list.reset')}</a> : null}
          {note === undefined ? null : <p className="t-meta">{note}</p>}
        </div>
      </form>
    </search>
  )
}
