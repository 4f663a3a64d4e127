/**
 * JSON lines without personal data. What may be logged is a closed list: no e-mail, no name, no address, no query string,
 * no id of a person. A new kind of fact is added here, where it is looked at, or not at all.
 */
import { type DestinationStream, pino } from 'pino'

/** Everything a log line may carry. */
export interface LogFacts {
  readonly request_id?: string
  readonly method?: string
  /** Path with ids and tokens masked, see `maskPath`. */
  readonly path?: string
  readonly status?: number
  readonly ms?: number
  /** A machine-readable reason: `rate_limited`, `origin`, … */
  readonly code?: string
  readonly count?: number
  readonly bytes?: number
  readonly authority_id?: string
  readonly course?: string
  readonly module?: string
  readonly revision?: string
  readonly file?: string
  readonly signal?: string
  readonly port?: number
  /** What was thrown: name, code, masked message and frames are kept. */
  readonly error?: unknown
}

export interface Log {
  debug(event: string, facts?: LogFacts): void
  info(event: string, facts?: LogFacts): void
  warn(event: string, facts?: LogFacts): void
  error(event: string, facts?: LogFacts): void
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** The log of the running product: one JSON object a line, to standard output or the given stream. */
export const openLog = (level: LogLevel, stream?: DestinationStream): Log => {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label: string) => ({ level: label }) } }
  const lines = stream === undefined ? pino(options) : pino(options, stream)
  const at =
    (name: Exclude<LogLevel, 'silent'>) =>
    (event: string, facts: LogFacts = {}) =>
      lines[name]({ ...facts, ...errorFacts(facts.error) }, event)
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** Says nothing: for tests and command lines that print for people. */
export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** A path as it may be logged: without query, and with every segment that can be an id, a token, an address or a certificate's code replaced by `*`. */
export const maskPath = (url: string): string =>
  (url.split(/[?#]/, 1)[0] ?? '')
    .split('/')
    .map((segment, index, all) =>
      all[index - 1] === 'verify' || segment.length > 24 || /[@%]/.test(segment) || /^[0-9a-f-]{16,}$/i.test(segment) ? '*' : segment,
    )
    .join('/')
    .slice(0, 200)

const errorFacts = (thrown: unknown): { error?: { name: string; code?: string; message: string; frames: string[] } } => {
  if (thrown === undefined) return {}
  if (!(thrown instanceof Error)) return { error: { name: typeof thrown, message: '', frames: [] } }
  const code = 'code' in thrown && typeof thrown.code === 'string' ? { code: thrown.code } : {}
  const frames = (thrown.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
  return { error: { name: thrown.name, ...code, message: maskMessage(thrown.message), frames: frames.map((line) => line.trim()) } }
}

/** Messages of errors can quote what was typed; mail and network addresses are taken out and the rest cut short. */
const maskMessage = (message: string): string =>
  message
    .replace(/[^\s"'<>@]+@[^\s"'<>@]+/g, '*')
    .replace(/\b\d{1,3}(\.\d{1,3}){3}\b/g, '*')
    .slice(0, 300)
