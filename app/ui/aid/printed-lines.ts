import type { JobAid } from '#app/content/aid/job-aid.ts'

/** Letters on a line of the printed page and of one of its two columns, in the larger type; German words leave much of a line empty. */
const PAGE = 80
const COLUMN = 36

/** More lines than this need the smaller type to stay on one page. */
export const ROOMY_LINES = 29

/** About how many lines the sheet takes when it is printed in the larger type, without title and headings. */
export const printedLines = (aid: JobAid, spoken: readonly string[]): number => {
  const lines = (width: number, ...texts: readonly (string | undefined)[]) =>
    Math.ceil(texts.reduce((sum, text) => sum + (text === undefined ? 0 : text.length + 1), 0) / width)
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
  return (
    sum(aid.steps.map((step) => lines(PAGE, step.do, step.why))) +
    Math.max(
      sum(aid.say.map((sentence, index) => lines(COLUMN, sentence, spoken[index]))),
      // With "Nicht:" and "Lieber:".
      sum(aid.avoid.map(({ not, rather }) => lines(COLUMN, 'Nicht:', not, ...(rather === undefined ? [] : ['Lieber:', rather])))),
    ) +
    sum(aid.ask.map(({ text, norm }) => lines(PAGE, text) + (norm === undefined ? 0 : 1))) +
    lines(PAGE, aid.note)
  )
}
