import type { ReactNode } from 'react'
import { useT } from '#app/i18n/translate.ts'
import { InlineText } from './inline-text.tsx'
import type { FeedbackOf } from './item-props.ts'
import { SpokenText } from './spoken-text.tsx'

type Turn = FeedbackOf<'dialogue'>['turns'][number]

interface LineProps extends Pick<Turn, 'speaker' | 'says' | 'scene'> {
  /** With an id it can take the focus. */
  readonly id?: string
  /** Id of the scene's words where they stand beside the talk. */
  readonly sceneId?: string | undefined
}

/** What happens and what the other person says. Of the turn that asks now the scene stands beside the talk (`sceneId`). */
export const Line = ({ speaker, says, scene, id, sceneId }: LineProps) => (
  <li id={id} tabIndex={id === undefined ? undefined : -1} aria-describedby={sceneId}>
    {scene === null || sceneId !== undefined ? null : (
      <p className="wb-talk__do">
        <InlineText text={scene} />
      </p>
    )}
    {says === null ? null : (
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
