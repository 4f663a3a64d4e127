import { useT } from '#app/i18n/translate.ts'
import { Icon } from './icon.tsx'

/** A sentence about a field and the id of the field it leads to. */
export interface FieldProblem {
  readonly field: string
  readonly message: string
}

/**
 * All problems of a form, above it. The heading takes the focus when the page arrives, also without JavaScript.
 * Problems that belong to no field are passed with an empty `field` and stand as plain sentences; alone, the title asks for no check of entries.
 */
export const ErrorSummary = ({ problems, title }: { problems: readonly FieldProblem[]; title?: string | undefined }) => {
  const t = useT()
  if (problems.length === 0) return null
  return (
    <section className="kern-alert kern-alert--danger" id="error-summary" aria-labelledby="error-summary-title">
      <div className="kern-alert__header">
        <Icon name="danger" />
        {/* biome-ignore lint/a11y/noAutofocus: the page was sent back, the person must learn what to do first */}
        <h2 className="kern-title" id="error-summary-title" tabIndex={-1} autoFocus>
          {title ?? t(problems.some(({ field }) => field !== '') ? 'shell.errorTitle' : 'shell.refusedTitle')}
        </h2>
      </div>
      <div className="kern-alert__body">
        <ul className="wb-problems">
          {problems.map(({ field, message }) => (
            <li key={`${field} ${message}`}>{field === '' ? message : <a href={`#${field}`}>{message}</a>}</li>
          ))}
        </ul>
      </div>
    </section>
  )
}
