import { useT } from '#app/i18n/translate.ts'
import { DialogueEnding } from './dialogue-ending.tsx'
import { Line, MyLine } from './dialogue-line.tsx'
import { InlineText, withoutMarks } from './inline-text.tsx'
import { actionOf, Heading, HiddenFields, Notice, Refusal, SavedAt } from './item-frame.tsx'
import { type FeedbackOf, idOf, type PropsOf } from './item-props.ts'
import { numbered } from './numbered.ts'
import { letterOf } from './rating-scale.tsx'
import { SpokenText } from './spoken-text.tsx'

type Props = PropsOf<'dialogue'>
type Feedback = FeedbackOf<'dialogue'>

/** A conversation that grows by my choices. Its feedback is needed from the start: it holds the opening scene. */
export const DialogueItem = (props: Props) => {
  const { item } = props
  const feedback = props.feedback?.kind === 'dialogue' ? props.feedback : null
  return (
    <section className="l-stack l-stack--l" id={`item-${item.id}`} aria-label={item.title}>
      <Notice {...props} />
      {feedback?.ending ? (
        <DialogueEnding {...props} feedback={feedback} ending={feedback.ending} />
      ) : (
        <>
          <p className="t-lead">
            <InlineText text={item.role} />
          </p>
          {feedback?.current ? <Running {...props} feedback={feedback} current={feedback.current} /> : null}
        </>
      )}
    </section>
  )
}

type RunningProps = Omit<Props, 'feedback'> & { readonly feedback: Feedback; readonly current: NonNullable<Feedback['current']> }

const Running = (props: RunningProps) => {
  const t = useT()
  const { item, feedback, current, headingLevel, problem } = props
  const mine = current.choices.every((choice) => choice.act) ? 'item.dialogue.chooseDo' : 'item.dialogue.choose'
  return (
    <div className="l-split l-split--rev">
      <Scene {...props} />
      <div className="l-stack l-stack--xl">
        <section aria-labelledby={idOf(item, 'talk')}>
          <Heading level={headingLevel} className="kern-sr-only" id={idOf(item, 'talk')}>
            {t('item.dialogue.talk')}
          </Heading>
          <ol className="wb-talk">
            {numbered(feedback.turns).map(({ at, value: turn }) => [<Line key={`line-${at}`} {...turn} />, <MyLine key={`mine-${at}`} choice={turn.choice} />])}
            <Line {...current} id={`result-${item.id}`} sceneId={hasScene(current) ? idOf(item, 'scene-text') : undefined} />
          </ol>
        </section>
        <section className="l-stack" aria-labelledby={idOf(item, 'choose')}>
          <Heading level={headingLevel} className="t-h3" id={idOf(item, 'choose')}>
            {t(mine)}
          </Heading>
          {problem === null ? null : <Refusal item={item} problem={problem} />}
          <form className="wb-opts" method="post" action={actionOf(props)} aria-labelledby={idOf(item, 'choose')} data-inline={`item-${item.id}`}>
            <HiddenFields {...props} />
            <input type="hidden" name="step" value={feedback.step} />
            {current.choices.map((choice, at) => (
              <button key={choice.id} className="wb-opt" type="submit" name="choice" value={choice.id}>
                <b>{letterOf(at)}</b>
                <span>
                  <SpokenText text={choice.text} act={choice.act} />
                </span>
              </button>
            ))}
          </form>
          <Backwards {...props} />
        </section>
      </div>
    </div>
  )
}

/** Where we are, in words. */
const Scene = ({ item, feedback, current, headingLevel }: RunningProps) => {
  const t = useT()
  const decision = t('item.dialogue.decision', { number: feedback.step + 1 })
  return (
    <aside className="wb-panel l-stack" aria-labelledby={idOf(item, 'scene')}>
      <Heading level={headingLevel} className="t-h3" id={idOf(item, 'scene')}>
        {hasScene(current) ? t('item.dialogue.scene') : decision}
      </Heading>
      {hasScene(current) ? (
        <>
          <p className="t-small" id={idOf(item, 'scene-text')}>
            <InlineText text={current.scene} />
          </p>
          <hr />
        </>
      ) : null}
      <p className="t-small">
        {hasScene(current) ? (
          <>
            <b>{decision}</b>
            <br />
          </>
        ) : null}
        {t('item.dialogue.endings', { count: feedback.endings })}
      </p>
      <p className="t-small">{t('item.dialogue.noHurry')}</p>
    </aside>
  )
}

/** Whether the scene stands beside the talk: there it describes what is said. Where nobody speaks, it is part of the talk. */
const hasScene = (current: RunningProps['current']): current is RunningProps['current'] & { readonly scene: string } =>
  current.scene !== null && current.says !== null

/** One decision back, to any of those before it, or to the beginning. */
const Backwards = (props: RunningProps) => {
  const t = useT()
  const { feedback, savedAt, now } = props
  if (feedback.step === 0) return null
  return (
    <form className="wb-item__foot" method="post" action={actionOf(props)} data-inline={`item-${props.item.id}`}>
      <HiddenFields {...props} />
      <input type="hidden" name="step" value={feedback.step} />
      {feedback.step < 2 ? null : (
        <details className="wb-fold wb-fold--foot">
          <summary>{t('item.dialogue.earlier')}</summary>
          <ol className="wb-earlier">
            {numbered(feedback.turns).map(({ at, value: turn }) => (
              <li key={at}>
                <button className="wb-link-button" type="submit" name="replay_from" value={at}>
                  {t('item.dialogue.fromHere', { number: at + 1, text: withoutMarks(turn.choice.text) })}
                </button>
              </li>
            ))}
          </ol>
        </details>
      )}
      <span className="l-cluster">
        <button className="wb-link-button" type="submit" name="back" value="1">
          {t('item.dialogue.back')}
        </button>
        <button className="wb-link-button" type="submit" name="replay_from" value="0">
          {t('item.dialogue.restart')}
        </button>
      </span>
      <SavedAt savedAt={savedAt} now={now} />
    </form>
  )
}
