import type { figures as german } from '../de/figures.ts'
import type { Sentences } from '../sentences.ts'

export const figures: Sentences<typeof german> = {
  title: 'Figures for the authority',
  nav: 'Figures',
  stand: 'As\u00a0of\u00a0{day}',
  lead: 'How many members of staff have completed the courses. The figures are fixed at the end of each month and never changed afterwards.',
  emptyTitle: 'No figures yet',
  empty: 'The first figures appear here as soon as the first month is over.',
  day: 'Cut-off day',
  unit: 'Unit',
  people: 'People',
  course: '{number} {title}',
  all: 'Whole authority',
  range: '{low} to {high}',
  hidden: 'not stated',
  takeaway: {
    told: '{low} to {high} of {people} people have completed it ({least}\u00a0to\u00a0{most}%).',
    hidden: 'Nothing is said here because there are too few people.',
    since: 'At the end of {month} it was {low} to {high}.',
    sinceSame: 'This is the same range as at the end of {month}.',
    sinceHidden: 'Nothing was stated at the end of {month}.',
  },
  choose: { label: 'Cut-off day', show: 'Show figures', filter: 'Choose the cut-off day' },
  units: { title: 'By unit', caption: 'Completions by unit and course on {day}' },
  overTime: { title: 'Over time', caption: 'Completions in the whole authority on all cut-off days' },
  files: { csv: 'As a CSV file', xlsx: 'As an Excel file', csvAll: 'All cut-off days as a CSV file', xlsxAll: 'All cut-off days as an Excel file' },
  file: { table: 'Figures', name: 'figures' },
  definitions: {
    title: 'How we count',
    people: 'People',
    peopleText: 'Everybody who had an account on the cut-off day and still had it when the figures were fixed.',
    completed: 'Completed',
    completedText: 'All required parts of the course were done by the end of the cut-off day, German time.',
    ranges: 'Why ranges',
    rangesText:
      'Every statement is a range of at least five numbers. Units of fewer than ten people are not listed by themselves, but they count in the total. Before each statement we work out what can already be concluded from all earlier ones, also by comparing months. So nobody can tell whether any one person has completed a course.',
    who: 'Who sees this',
    whoText: 'Team leads, staff council and HR of this authority see the same page. Nobody sees names or results here.',
  },
}
