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
  const type = mediaTypeOf(request)
  const entries =
    type === 'application/x-www-form-urlencoded' ? await urlEncoded(request) : type === 'multipart/form-data' ? await multipart(request) : undefined
  if (entries === undefined) throw new Refused(415, 'unsupported_form')
  if (entries.length > MAX_FIELDS) throw new Refused(413, 'form_too_large')
  return collect(entries)
}

/** A file as sent. */
export interface SentFile {
  /** Without folders and control characters; may be anything else. */
  readonly name: string
  readonly bytes: Buffer
}

/** Bytes of a body that may carry a file: the largest file there is, and room for the form around it and for a file a little too large. */
export const MAX_UPLOAD_BYTES = 3 * 1024 * 1024

/**
 * The form of a request that may carry one file in the field `name`. Everything else is as in `readForm`. A field without a chosen file
 * is no file. The only reader of files; which route may have one is said in its action.
 */
export const readUpload = async (request: Request, name: string): Promise<{ readonly form: FormValues; readonly file: SentFile | undefined }> => {
  if (mediaTypeOf(request) !== 'multipart/form-data') return { form: await readForm(request), file: undefined }
  const parts = await multipartParts(request, MAX_UPLOAD_BYTES)
  if (parts.length > MAX_FIELDS) throw new Refused(413, 'form_too_large')
  const files = parts.flatMap(([field, value]) => (typeof value === 'string' ? [] : [{ field, value }]))
  if (files.length > 1 || files.some(({ field }) => field !== name)) throw new Refused(415, 'unsupported_form')
  const form = collect(parts.flatMap(([field, value]) => (typeof value === 'string' ? [[field, value] as const] : [])))
  const sent = files[0]?.value
  if (sent === undefined || (sent.name === '' && sent.size === 0)) return { form, file: undefined }
  return { form, file: { name: plainName(sent.name), bytes: Buffer.from(await sent.arrayBuffer()) } }
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

const multipart = async (request: Request): Promise<Entries> =>
  (await multipartParts(request, MAX_BYTES)).map(([name, value]) => {
    if (typeof value !== 'string') throw new Refused(415, 'unsupported_form')
    return [name, value] as const
  })

const multipartParts = async (request: Request, most: number) => {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(length <= most)) throw new Refused(Number.isNaN(length) ? 411 : 413, 'form_too_large')
  return [...(await readable(() => request.formData()))]
}

const mediaTypeOf = (request: Request) => (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase()

/** Browsers of old sent whole paths. */
const plainName = (name: string) => (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 150)

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
