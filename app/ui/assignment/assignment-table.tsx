import type { CountedAssignment } from '#app/domain/assignment/counts.server.ts'
import type { AssignmentState } from '#app/domain/assignment/rules.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Badge } from '../badge.tsx'
import { shortDay } from '../certificate/calendar-day.ts'
import { DataTable } from '../table.tsx'
import { targetWords } from './words.ts'

/** How a course is called where it is listed. `lang` where it is not the page's language. */
export interface CourseName {
  readonly title: string
  /** With the number in front. */
  readonly label: string
  readonly lang?: string | undefined
}

interface AssignmentTableProps {
  readonly rows: readonly CountedAssignment[]
  /** By course id; a course that ships no longer has none. */
  readonly courses: Readonly<Record<string, CourseName>>
}

/** The assignments of an authority, with how many people have completed and how many are late. */
export const AssignmentTable = ({ rows, courses }: AssignmentTableProps) => {
  const [t, format] = [useT(), useFormat()]
  return (
    <DataTable
      caption={t('assignment.caption')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'course',
          label: t('assignment.column.course'),
          rowHeader: true,
          cell: ({ id, course_id }) => (
            <a href={paths.assignment(id)} lang={courses[course_id]?.lang}>
              {courses[course_id]?.label ?? t('assignment.formerCourse')}
            </a>
          ),
        },
        { key: 'targets', label: t('assignment.column.targets'), cell: ({ targets }) => targetWords(t, targets) },
        { key: 'due', label: t('assignment.column.due'), nowrap: true, cell: ({ due_on }) => shortDay(format, due_on) },
        { key: 'state', label: t('assignment.column.state'), cell: ({ state }) => <StateBadge state={state} /> },
        {
          key: 'completed',
          label: t('assignment.column.completed'),
          numeric: true,
          cell: ({ state, completed, people }) =>
            state === 'withdrawn' ? t('assignment.noFigure') : t('assignment.ofPeople', { completed: format.number(completed), people: format.number(people) }),
        },
        {
          key: 'overdue',
          label: t('assignment.column.overdue'),
          numeric: true,
          cell: ({ id, state, overdue }) =>
            state === 'withdrawn' ? (
              t('assignment.noFigure')
            ) : overdue === 0 ? (
              format.number(0)
            ) : (
              <a href={paths.assignment(id, { status: 'overdue' })}>{format.number(overdue)}</a>
            ),
        },
      ]}
    />
  )
}

const BADGE = { current: 'info', overdue: 'warning', ended: 'success', withdrawn: 'info' } as const

/** The state of an assignment as word and icon. */
export const StateBadge = ({ state }: { readonly state: AssignmentState }) => {
  const t = useT()
  return <Badge kind={BADGE[state]}>{t(`assignment.state.${state}`)}</Badge>
}
