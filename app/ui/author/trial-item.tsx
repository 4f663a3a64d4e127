import type { LearnerItem } from '#app/content/items/item.ts'
import type { Trial } from '#app/domain/assessment/try-answer.ts'
import { useT } from '#app/i18n/translate.ts'
import { ItemView } from '../items/item-view.tsx'

interface TrialItemProps {
  readonly item: LearnerItem
  readonly trial: Trial
  readonly action: string
  readonly retryHref: string
  readonly retry?: boolean
  readonly headingLevel: 2 | 3
  readonly number: string | undefined
}

/** An item in a preview: as learners see it, with an answer that travels in the form because nobody keeps it. */
export const TrialItem = ({ item, trial, action, retryHref, retry = false, headingLevel, number }: TrialItemProps) => {
  const t = useT()
  return (
    <>
      <ItemView
        item={item}
        answer={trial.answer}
        feedback={trial.feedback}
        problem={trial.problem}
        savedAt={null}
        action={action}
        eventId=""
        hidden={trial.answer === null ? {} : { previous: JSON.stringify(trial.answer) }}
        retry={retry}
        retryHref={retryHref}
        reflection={null}
        reflectionAction={null}
        headingLevel={headingLevel}
        number={number}
      />
      {trial.score === null ? null : <p className="t-meta">{t('author.preview.score', { percent: String(Math.round(trial.score / 10)) })}</p>}
    </>
  )
}
