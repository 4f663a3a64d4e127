/** The one place where a request's body is read. */
import { Refused } from './refusals.server.ts'

/** A form as sent: a name that occurs once is a text, one that is repeated a list. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

/** Bytes of a body. The server in front refuses more already; this holds where it does not stand in front. */
const MAX_BYTES = 1_000_000
const MAX_FIELDS = 500

/**
 * The form of a request. Takes `application/x-www-form-urlencoded` and multipart without files.
 * @throws Refused 415 for any other body or a file, 413 for more than 1 MB or 500 fields, 400 for a body that cannot be read
 */
export const readForm = async (request: Request): Promise<FormValues> => {
  const type = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase()
  const entries =
    type === 'application/x-www-form-urlencoded' ? await urlEncoded(request) : type === 'multipart/form-data' ? await multipart(request) : undefined
  if (entries === undefined) throw new Refused(415, 'unsupported_form')
  if (entries.length > MAX_FIELDS) throw new Refused(413, 'form_too_large')
  return collect(entries)
}

/** The first value of a field, or undefined. */
export const firstValue = (form: FormValues, name: string): string | undefined => {
  const value = Object.hasOwn(form, name) ? form[name] : undefined
  return typeof value === 'string' || value === undefined ? value : value[0]
}

/** Name and value of every field, lists taken apart: what a form with hidden fields is drawn from. */
export const fieldsOf = (form: FormValues): readonly (readonly [string, string])[] =>
  Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : value.map((one) => [name, one] as const)))

type Entries = readonly (readonly [string, string])[]

const urlEncoded = async (request: Request): Promise<Entries> => {
  const body = await readable(() => request.text())
  if (Buffer.byteLength(body) > MAX_BYTES) throw new Refused(413, 'form_too_large')
  return [...new URLSearchParams(body)]
}

const multipart = async (request: Request): Promise<Entries> => {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(length <= MAX_BYTES)) throw new Refused(Number.isNaN(length) ? 411 : 413, 'form_too_large')
  const body = await readable(() => request.formData())
  return [...body].map(([name, value]) => {
    if (typeof value !== 'string') throw new Refused(415, 'unsupported_form')
    return [name, value] as const
  })
}

const readable = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read()
  } catch {
    throw new Refused(400, 'unreadable_form')
  }
}

/** Own properties only, whatever the names are: `fromEntries` defines and never assigns, so `__proto__` is a name like any other. */
const collect = (entries: Entries): FormValues => {
  const values = new Map<string, string | string[]>()
  for (const [name, value] of entries) {
    const before = values.get(name)
    if (before === undefined) values.set(name, value)
    else if (typeof before === 'string') values.set(name, [before, value])
    else before.push(value)
  }
  return Object.fromEntries(values)
}
