/** How often a password may be tried. ASVS 6.3.1: slower and slower, never locked. */
import type { Limit } from '#app/platform/limits.server.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** Wrong passwords for one account, whether it exists or not. */
export const PER_ACCOUNT: Limit = { name: 'sign-in account', free: 5, window: 15 * MINUTE, first_wait: 2 * SECOND, longest_wait: 2 * MINUTE }
/** Wrong passwords from one network address. An authority shares one address, so this is wide. */
export const PER_ADDRESS: Limit = { name: 'sign-in address', free: 30, window: 15 * MINUTE, first_wait: 2 * SECOND, longest_wait: MINUTE }
/** Wrong current passwords of somebody who is signed in. */
export const PER_PERSON: Limit = { name: 'password', free: 5, window: 15 * MINUTE, first_wait: 2 * SECOND, longest_wait: 2 * MINUTE }
