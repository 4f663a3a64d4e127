import { useT } from '#app/i18n/translate.ts'
import { Button } from '../button.tsx'
import { Pictogram } from '../competence.tsx'
import { PrivateLine } from '../private-line.tsx'
import { Line, MyLine } from './dialogue-line.tsx'
import { InlineText } from './inline-text.tsx'
import { actionOf, Heading, HiddenFields, Refusal, SavedAt } from './item-frame.tsx'
import { type FeedbackOf, idOf, type PropsOf } from './item-props.ts'
import { numbered } from './numbered.ts'
import { hasSpeech } from './spoken-text.tsx'

type Feedback = FeedbackOf<'dialogue'>
type EndingProps = Omit<PropsOf<'dialogue'>, 'feedback'> & { readonly feedback: Feedback; readonly ending: NonNullable<Feedback['ending']> }

/** After the end: how it went, what each choice did and why, and the way back into any decision. */
export const DialogueEnding = (props: EndingProps) => {
  const t = useT()
  const { item, feedback, ending, headingLevel, problem } = props
  const replay = idOf(item, 'replay')
  return (
    <>
      <div className="l-stack">
        <p className="t-kicker">
          <Outcome {...props} />
        </p>
        <Heading level={headingLevel} id={`result-${item.id}`} tabIndex={-1}>
          {ending.title}
        </Heading>
        <p className="t-lead">
          <InlineText text={ending.feedback} />
        </p>
        {problem === null ? null : <Refusal item={item} problem={problem} />}
        <form id={replay} className="l-between" method="post" action={actionOf(props)} data-inline={`item-${item.id}`}>
          <HiddenFields {...props} />
          <input type="hidden" name="step" value={feedback.step} />
          <Button variant="secondary" name="replay_from" value="0">
            {t('item.dialogue.replayStart')}
          </Button>
          <SavedAt savedAt={props.savedAt} now={props.now} />
        </form>
      </div>
      <div className="l-split wb-rule">
        <section className="l-stack l-stack--l" aria-labelledby={idOf(item, 'talk')}>
          <Heading level={headingLevel} id={idOf(item, 'talk')}>
            {t('item.dialogue.annotated')}
          </Heading>
          <ol className="wb-talk">
            {numbered(feedback.turns).map(({ at, value: turn }) => [
              <Line key={`line-${at}`} {...turn} />,
              <MyLine key={`mine-${at}`} choice={turn.choice}>
                <Note note={turn.note} />
                <button className="wb-link-button" type="submit" form={replay} name="replay_from" value={at}>
                  {t('item.dialogue.replayHere')}
                  <span className="kern-sr-only"> {t('item.dialogue.replayAbout', { number: at + 1 })}</span>
                </button>
              </MyLine>,
            ])}
            {ending.text === null ? null : <LastLine speaker={item.counterpart} text={ending.text} />}
          </ol>
        </section>
        <aside className="l-stack l-stack--l" aria-label={t('item.dialogue.supplement')}>
          <Shown {...props} />
          <PrivateLine>{t('item.dialogue.private')}</PrivateLine>
        </aside>
      </div>
    </>
  )
}

/** How it ends: words of the other person where something is quoted, else what happens. */
const LastLine = ({ speaker, text }: { readonly speaker: string; readonly text: string }) =>
  hasSpeech(text) ? <Line speaker={speaker} says={text} scene={null} /> : <Line speaker={speaker} says={null} scene={text} />

/** "Ende 1 von 3 · Gelungen"; the last word only where the title does not say it already. */
const Outcome = ({ feedback, ending }: EndingProps) => {
  const t = useT()
  const word = t(`item.dialogue.outcome.${ending.outcome}`)
  const saysItself = ending.title.toLowerCase().includes(word.toLowerCase())
  return (
    <>
      {t('item.dialogue.endingOf', { number: ending.number, count: feedback.endings })}
      {saysItself ? null : ` · ${word}`}
    </>
  )
}

const Note = ({ note }: { readonly note: Feedback['turns'][number]['note'] }) => {
  const t = useT()
  if (note === null) return null
  return (
    <div className="wb-note">
      {note.feedback === null ? null : (
        <p>
          <InlineText text={note.feedback} />
        </p>
      )}
      <ul className="wb-note__k">
        {note.effects.map(({ competence, effect }) => (
          <li key={competence}>
            <Pictogram id={competence} />
            <span>
              <b>
                {competence} {t(`shell.competence.${competence}`)}:
              </b>{' '}
              {t(`item.effect.${effect}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const Shown = ({ item, ending, headingLevel }: EndingProps) => {
  const t = useT()
  return (
    <section className="wb-panel l-stack" aria-labelledby={idOf(item, 'shown')}>
      <Heading level={headingLevel} className="t-h3" id={idOf(item, 'shown')}>
        {t('item.dialogue.shown')}
      </Heading>
      <ul className="wb-klist">
        {ending.tallies.map((tally) => (
          <li key={tally.competence}>
            <Pictogram id={tally.competence} large />
            <p className="t-small">
              <b>{t(`shell.competence.${tally.competence}`)}</b>
              <br />
              {EFFECTS.filter((effect) => tally[effect] > 0)
                .map((effect) => t(`item.dialogue.times.${effect}`, { count: tally[effect] }))
                .join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const EFFECTS = ['weakened', 'held', 'strengthened'] as const
