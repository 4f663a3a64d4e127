/** How often codes may be tried. Slower and slower, never locked: whoever holds a paper gets an answer. */
import type { Limit } from '#app/platform/limits.server.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** Codes that led nowhere, from one network address. An authority shares one address, so this is wide. */
export const PER_ADDRESS: Limit = { name: 'verify address', free: 30, window: 10 * MINUTE, first_wait: 2 * SECOND, longest_wait: MINUTE }
/**
 * Codes that led nowhere, from all addresses together. Bounds what many addresses can do at once; waits stay short, so that they cannot
 * keep anybody else from an answer for long. What makes guessing hopeless is the length of the code.
 */
export const EVERYWHERE: Limit = { name: 'verify everywhere', free: 300, window: 10 * MINUTE, first_wait: SECOND / 2, longest_wait: SECOND }
