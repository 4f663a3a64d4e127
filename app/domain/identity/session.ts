/** How long somebody stays signed in. Pure. */

const MINUTE = 60_000

/** Without a request for this long the session is over (ASVS 7.3.1). Milliseconds. */
const IDLE = 30 * MINUTE
/** After this long it is over in any case (ASVS 7.3.2): a working day. Milliseconds. */
const ABSOLUTE = 8 * 60 * MINUTE
/** "Last seen" is written at most this often. Milliseconds. */
const TOUCH_AFTER = MINUTE
/** A session that is over stays known this long, so that a form sent late can be held for the person who typed it. Milliseconds. */
const REMEMBERED = 24 * 60 * MINUTE

interface Times {
  readonly created_at: string
  readonly last_seen_at: string
}

/** The instant at which the session is over if nothing more happens. */
export const sessionExpiry = ({ created_at, last_seen_at }: Times): string => at(Math.min(Date.parse(last_seen_at) + IDLE, Date.parse(created_at) + ABSOLUTE))

/** True from the instant of expiry on. */
export const isOver = (times: Times, now: string): boolean => sessionExpiry(times) <= now

/** True when "last seen" is old enough to be written again. */
export const needsTouch = ({ last_seen_at }: Times, now: string): boolean => Date.parse(now) - Date.parse(last_seen_at) >= TOUCH_AFTER

/** Sessions last seen before this instant may be forgotten. */
export const forgottenBefore = (now: string): string => at(Date.parse(now) - IDLE - REMEMBERED)

/** `now` moved by milliseconds. */
export const shifted = (now: string, by: number): string => at(Date.parse(now) + by)

const at = (milliseconds: number) => new Date(milliseconds).toISOString()
