import { useT } from '#app/i18n/translate.ts'
import { ItemBox, Kicker } from './item-frame.tsx'
import type { PropsOf } from './item-props.ts'
import { PrivateText } from './private-text.tsx'
import { QuestionHeading } from './question.tsx'

/** A question to think about. Writing is optional and private; nothing of it is in the ledger. */
export const ReflectionItem = (props: PropsOf<'reflection'>) => {
  const t = useT()
  return (
    <ItemBox {...props}>
      <div className="l-stack l-stack--s">
        <Kicker number={undefined}>{t('item.reflection.name')}</Kicker>
        <QuestionHeading {...props} prompt={props.item.prompt} />
      </div>
      <p className="t-small">{t('item.reflection.optional')}</p>
      <PrivateText {...props} label={t('item.reflection.label')} />
    </ItemBox>
  )
}
