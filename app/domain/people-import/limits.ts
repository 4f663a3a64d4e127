/** How much a file of people may hold, and how long it waits. */
import type { Limit } from '#app/platform/limits.server.ts'

const MINUTE = 60_000

/** Bytes of a file. 20,000 people take about 1.6 MB. */
export const LARGEST_FILE = 2 * 1024 * 1024
/** Lines with people, without the headings. */
export const MOST_ROWS = 20_000
/** Columns of the heading. */
export const MOST_COLUMNS = 100
/** Characters of one line; a quotation mark that is never closed would otherwise swallow the file. */
export const LONGEST_ROW = 20_000
/** A file waits for an hour between its dry run and its application. Milliseconds. */
export const KEPT_FOR = 60 * MINUTE
/** Lines of a dry run on one page. */
export const ROWS_PER_PAGE = 100

/** Files read by one administrator. A dry run tells which addresses are used elsewhere, so they cannot be tried by the million. */
export const PER_ADMIN: Limit = { name: 'people import', free: 30, window: 60 * MINUTE, first_wait: 10_000, longest_wait: 10 * MINUTE }
