/** The environment, read once at start and checked: a value that makes no sense stops the start with one plain sentence. */
import { z } from 'zod'
import { CannotStart } from './cannot-start.server.ts'
import type { LogLevel } from './log.server.ts'

export interface Env {
  /** 1…65535; 0 takes any free port. */
  readonly port: number
  /** The address to listen on. The default is this machine only; put a TLS proxy in front before opening it (`0.0.0.0`). */
  readonly host: string
  /** Folder of the database and its backups, relative to the working directory. */
  readonly dataDir: string
  /** Where people reach the product (`https://lernen.example.de`). With https, cookies are `Secure`. */
  readonly publicOrigin: string | undefined
  /** How many proxies stand in front and may say who the client is. */
  readonly trustProxy: number
  readonly logLevel: LogLevel
  /** Fill an empty database with the invented authorities. */
  readonly demo: boolean
}

const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().min(from).max(to))

const variables = {
  PORT: { schema: whole(0, 65535).default(3000), de: 'eine ganze Zahl von 0 bis 65535', en: 'a whole number from 0 to 65535' },
  HOST: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/)
      .default('127.0.0.1'),
    de: 'eine Netzadresse ohne Port',
    en: 'a network address without port',
  },
  DATA_DIR: { schema: z.string().min(1).default('db/data'), de: 'ein Ordner', en: 'a folder' },
  PUBLIC_ORIGIN: {
    schema: z.string().transform(toOrigin).optional(),
    de: 'eine Adresse wie https://lernen.example.de',
    en: 'an address like https://lernen.example.de',
  },
  TRUST_PROXY: { schema: whole(0, 5).default(0), de: 'eine ganze Zahl von 0 bis 5', en: 'a whole number from 0 to 5' },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    de: 'debug, info, warn, error oder silent',
    en: 'debug, info, warn, error or silent',
  },
  DEMO: { schema: z.enum(['on', 'off']).default('on'), de: 'on oder off', en: 'on or off' },
} as const

/** Reads and checks the environment. An empty value counts as not set. Throws CannotStart. */
export const readEnv = (source: Readonly<Record<string, string | undefined>> = process.env): Env => {
  const read = <K extends keyof typeof variables>(name: K): z.output<(typeof variables)[K]['schema']> => {
    const given = source[name]?.trim()
    const { schema, de, en } = variables[name]
    const parsed = schema.safeParse(given === '' ? undefined : given)
    if (parsed.success) return parsed.data as z.output<(typeof variables)[K]['schema']>
    throw new CannotStart(`${name}=${given} passt nicht: erwartet wird ${de}.`, `${name}=${given} does not fit: expected is ${en}.`)
  }
  return {
    port: read('PORT'),
    host: read('HOST'),
    dataDir: read('DATA_DIR'),
    publicOrigin: read('PUBLIC_ORIGIN'),
    trustProxy: read('TRUST_PROXY'),
    logLevel: read('LOG_LEVEL'),
    demo: read('DEMO') === 'on',
  }
}

function toOrigin(text: string, context: z.RefinementCtx): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.username === '') return url.origin
  context.addIssue({ code: 'custom', message: 'origin' })
  return z.NEVER
}
