/** An instant as UTC ISO text with milliseconds: what the database stores. */
export const toInstant = (date: Date): string => date.toISOString()

/** The system's clock. Everything else takes the clock from the house, so that tests can set it. */
export const systemClock = (): Date => new Date()
