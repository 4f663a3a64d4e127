import type { LearnerItem } from '#app/content/items/item.ts'

/** The question or task of an item in one text, as learners read it; empty for an item that is not there. */
export const questionOf = (item: LearnerItem | undefined): string => {
  if (item === undefined) return ''
  switch (item.kind) {
    case 'critical-incident':
      return item.question
    case 'dialogue':
      return item.role
    case 'transfer':
      return item.task
    case 'gap':
      return item.gaps.reduce((text, gap) => text.replace(`{{${gap.id}}}`, '____'), item.prompt)
    default:
      return item.prompt
  }
}
