import type { FunctionComponent } from 'react'
import type { Course, Module } from '#app/content/course.ts'
import type { LearnerItem } from '#app/content/items/item.ts'
import type { AnswerProblem } from '#app/domain/assessment/problem.ts'
import type { ItemView as OwnView } from '#app/domain/progress/item-views.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { FlagLink } from '../items/flag-link.tsx'
import { withoutMarks } from '../items/inline-text.tsx'
import { ItemView } from '../items/item-view.tsx'
import { kept } from '../kept-markup.tsx'
import { questionNumber } from './step-title.ts'

interface OwnItemProps {
  readonly course: Course
  readonly module: Module
  readonly item: LearnerItem
  readonly view: OwnView | undefined
  readonly eventId: string
  /** Where the answer is posted: the page the item stands on. */
  readonly action: string
  readonly problem: AnswerProblem | null
  readonly retry: boolean
  readonly notice?: string | undefined
  readonly headingLevel: 2 | 3
  readonly now: string
}

/**
 * An item with the person's own answer, wherever it stands. An open question is drawn once a day for everybody (of the instant only the day
 * counts). What somebody has answered or written is drawn for them each time: nobody's own words are kept in memory beyond their page.
 */
export const OwnItem = (props: OwnItemProps) => {
  const { view, problem, now } = props
  const isOpen = (view?.response_id ?? null) === null && (view?.reflection ?? null) === null && problem === null
  return isOpen ? <OpenItem {...props} now={`${dateInBerlin(now)}T12:00:00.000Z`} /> : <AnyItem {...props} />
}

const AnyItem: FunctionComponent<OwnItemProps> = ({ course, module, item, view, eventId, action, problem, retry, notice, headingLevel, now }) => {
  const t = useT()
  const flagHref = paths.flag(course.slug, module.slug, item.id)
  const counts = module.items.some(({ id, counts }) => id === item.id && counts)
  return (
    <>
      {view?.revised ? <p className="t-small">{t('learn.changedItem')}</p> : null}
      <ItemView
        item={item}
        answer={view?.answer ?? null}
        feedback={view?.feedback ?? null}
        problem={problem}
        savedAt={view?.saved_at ?? null}
        action={action}
        eventId={eventId}
        hidden={{ seen: view?.response_id ?? '' }}
        retry={retry}
        notice={notice}
        flagHref={flagHref}
        retryHref={`${action}?retry=${item.id}#item-${item.id}`}
        reflection={view?.reflection ? { text: view.reflection.text, savedAt: view.reflection.saved_at } : null}
        earlier={view?.earlier.map(({ saved_at, ...version }) => ({ ...version, savedAt: saved_at }))}
        shape={view?.shape}
        reflectionAction={paths.reflection(course.slug, module.slug, item.id)}
        headingLevel={headingLevel}
        number={counts ? String(questionNumber(module, item.id)) : undefined}
        now={now}
      />
      {(item.kind === 'dialogue' && view?.saved_at != null) || item.kind === 'reflection' ? (
        <p>
          <FlagLink href={flagHref} about={'title' in item ? item.title : withoutMarks(item.prompt)} />
        </p>
      ) : null}
    </>
  )
}

const OpenItem = kept(AnyItem, 'eventId')
