/** The one place where the body of a form is read. It has come whole before a request is made of it (`app/server/pages.ts`). */
import type { SentBody } from './house.server.ts'
import { Refused } from './refusals.server.ts'

/** A form as sent: a name that occurs once is a text, one that is repeated a list. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

/** Bytes of a body. The server in front refuses more already; this holds where it does not stand in front. */
const MAX_BYTES = 1_000_000
const MAX_FIELDS = 500

/**
 * The form in a body. Takes `application/x-www-form-urlencoded` and multipart without files.
 * @throws Refused 415 for any other body or a file, 413 for more than 1 MB or 500 fields, 400 for a body that cannot be read
 */
export const readForm = async (body: SentBody): Promise<FormValues> => {
  const type = mediaTypeOf(body)
  const entries = type === 'application/x-www-form-urlencoded' ? urlEncoded(body) : type === 'multipart/form-data' ? await multipart(body) : undefined
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
 * The form in a body that may carry one file in the field `name`. Everything else is as in `readForm`. A field without a chosen file
 * is no file. The only reader of files; which route may have one is said in its action.
 */
export const readUpload = async (body: SentBody, name: string): Promise<{ readonly form: FormValues; readonly file: SentFile | undefined }> => {
  if (mediaTypeOf(body) !== 'multipart/form-data') return { form: await readForm(body), file: undefined }
  const parts = await multipartParts(body, MAX_UPLOAD_BYTES)
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

const urlEncoded = ({ bytes }: SentBody): Entries => {
  if (bytes.length > MAX_BYTES) throw new Refused(413, 'form_too_large')
  return [...new URLSearchParams(new TextDecoder().decode(bytes))]
}

const multipart = async (body: SentBody): Promise<Entries> =>
  (await multipartParts(body, MAX_BYTES)).map(([name, value]) => {
    if (typeof value !== 'string') throw new Refused(415, 'unsupported_form')
    return [name, value] as const
  })

const multipartParts = async ({ type, bytes }: SentBody, most: number) => {
  if (bytes.length > most) throw new Refused(413, 'form_too_large')
  try {
    return [...(await new Response(bytes, { headers: { 'content-type': type } }).formData())]
  } catch {
    throw new Refused(400, 'unreadable_form')
  }
}

const mediaTypeOf = ({ type }: SentBody) => type.split(';', 1)[0]?.trim().toLowerCase()

/** Browsers of old sent whole paths. */
const plainName = (name: string) => (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 150)

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
