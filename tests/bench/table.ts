/** A Markdown table; numbers to the right. */
export const table = (columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [
    `| ${columns.join(' | ')} |`,
    `|${columns.map((_, index) => (index === 0 ? '---' : '---:')).join('|')}|`,
    ...rows.map((row) => `| ${row.map((value) => (typeof value === 'number' ? short(value) : value)).join(' | ')} |`),
    '',
  ].join('\n')

/** Three figures are as exact as a bench is. */
const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))
