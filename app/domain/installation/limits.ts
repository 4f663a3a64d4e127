/** How often barriers may be reported. Nobody is locked out: beyond the free ones each further report waits, and can then be sent. */
import type { Limit } from '#app/platform/limits.server.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** From one network address. An authority shares one address, so this is wide. */
export const REPORTS_PER_ADDRESS: Limit = { name: 'barrier address', free: 10, window: 60 * MINUTE, first_wait: 30 * SECOND, longest_wait: 10 * MINUTE }
/** From everywhere, so that many addresses cannot fill the disk. The wait stays short: a flood must not silence those who need help. */
export const REPORTS_IN_ALL: Limit = { name: 'barrier all', free: 100, window: 60 * MINUTE, first_wait: 2 * SECOND, longest_wait: 30 * SECOND }
