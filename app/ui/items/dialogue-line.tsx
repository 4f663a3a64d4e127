import type { ReactNode } from 'react'
import { useT } from '#app/i18n/translate.ts'
import { InlineText } from './inline-text.tsx'
import type { FeedbackOf } from './item-props.ts'
import { SpokenText } from './spoken-text.tsx'

type Turn = FeedbackOf<'dialogue'>['turns'][number]

/** What the other person says, or the scene where nobody speaks. With an id it can take the focus. */
export const Line = ({ speaker, says, scene, id }: Pick<Turn, 'speaker' | 'says' | 'scene'> & { readonly id?: string }) => (
  <li id={id} tabIndex={id === undefined ? undefined : -1}>
    {says === null ? (
      <p className="wb-talk__do">
        <InlineText text={scene ?? ''} />
      </p>
    ) : (
      <>
        <span className="wb-talk__who">{speaker}</span>
        <p className="wb-talk__b">
          <SpokenText text={says} />
        </p>
      </>
    )}
  </li>
)

/** What I said or did; after the end with its note below. */
export const MyLine = ({ choice, children }: Pick<Turn, 'choice'> & { readonly children?: ReactNode }) => {
  const t = useT()
  return (
    <li className="is-me">
      <span className="wb-talk__who">{t('item.dialogue.me')}</span>
      <p className="wb-talk__b">
        <SpokenText text={choice.text} act={choice.act} />
      </p>
      {children}
    </li>
  )
}
