import { useT } from '#app/i18n/translate.ts'
import { Button } from '../button.tsx'
import { RadioGroup, TextAreaField } from '../field.tsx'
import { PrivateLine } from '../private-line.tsx'

/** What is wrong with an item, in the order in which it is offered. */
const REASONS = ['unclear', 'stereotype', 'outdated'] as const

/** What can be wrong with the form, by field. */
export interface FlagProblems {
  readonly reason?: string | undefined
  readonly comment?: string | undefined
}

interface FlagFormProps {
  readonly action: string
  /** The wording that stands above the form. */
  readonly version: string
  /** What was typed before, after a refusal. */
  readonly reason: string | undefined
  readonly comment: string
  readonly problems: FlagProblems
}

/** Says what is wrong with an item and, if wished, in which respect. Who reads it stands beside it. */
export const FlagForm = ({ action, version, reason, comment, problems }: FlagFormProps) => {
  const t = useT()
  return (
    <form className="l-stack l-stack--l" method="post" action={action}>
      <input type="hidden" name="version" value={version} />
      <RadioGroup
        label={t('statistics.flag.legend')}
        name="reason"
        defaultValue={reason}
        error={problems.reason}
        options={REASONS.map((value) => ({ value, label: t(`statistics.flag.${value}`), hint: t(`statistics.flag.${value}Hint`) }))}
      />
      <TextAreaField
        label={t('statistics.flag.comment')}
        name="comment"
        rows={5}
        optional
        hint={t('statistics.flag.commentHint')}
        defaultValue={comment}
        error={problems.comment}
      />
      <div className="l-stack l-stack--s">
        <PrivateLine>{t('statistics.flag.who')}</PrivateLine>
        <p className="t-meta">{t('statistics.flag.when')}</p>
      </div>
      <div>
        <Button>{t('statistics.flag.send')}</Button>
      </div>
    </form>
  )
}
