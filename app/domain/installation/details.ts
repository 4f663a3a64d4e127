/** What an operator fills in about its installation: the values of the legal pages, their form and what is still missing. Pure. */
import { z } from 'zod'
import { isCalendarDay } from '#app/platform/calendar.ts'
import { type FormValues, plainText } from '../assessment/form-values.ts'

/** Sections of the form, in order. */
export const SECTIONS = ['provider', 'officer', 'hosting', 'privacy', 'accessibility', 'feedback'] as const

/** Values that come with a text of the software, which holds only once the operator has looked at it. */
export const CONFIRMABLE = ['privacy_authority', 'legal_basis', 'enforcement'] as const
export type Confirmable = (typeof CONFIRMABLE)[number]

export const CONFORMANCE = ['full', 'partly', 'none'] as const
export const METHODS = ['self', 'external'] as const

/** One line of text. */
const LINE = 300
/** Several lines of text. */
const TEXT = 6000

/**
 * After six weeks without an answer the enforcement body can be asked (§ 6 HVBIT, read on lbit.hessen.de), so no operator promises
 * more. It also counts where the operator has promised nothing. Days.
 */
const LONGEST_ANSWER = 42

const typed = z.string({ error: 'invalid' }).default('')
const line = typed.transform((text) => plainText(text).replaceAll(/\s+/g, ' ')).pipe(z.string().max(LINE, 'too_long'))
const text = typed.transform(plainText).pipe(z.string().max(TEXT, 'too_long'))
const email = line.pipe(z.literal('').or(z.email({ error: 'email' })))
const link = line.pipe(z.literal('').or(z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'url' })))
const day = line.pipe(z.literal('').or(z.iso.date({ error: 'date' })))
const days = (most: number) => {
  const number = z.coerce.number({ error: 'days' }).int('days').min(1, 'days').max(most, 'days')
  return z.union([z.null(), z.literal('').transform(() => null), number], { error: 'days' }).default(null)
}
const choice = <const T extends readonly [string, ...string[]]>(values: T) => z.enum([...values, ''], { error: 'invalid' }).default('')

const schema = z.object({
  provider_name: line,
  provider_street: line,
  provider_town: line,
  provider_phone: line,
  provider_email: email,
  provider_represented_by: line,
  provider_supervision: line,
  provider_vat_id: line,
  officer_office: line,
  officer_email: email,
  officer_post: text,
  hosting_who: line,
  hosting_where: line,
  privacy_authority: text,
  legal_basis_de: text,
  legal_basis_en: text,
  /** After so many days a backup is deleted, and with it what was deleted since it was made. */
  backup_days: days(3650),
  conformance: choice(CONFORMANCE),
  method: choice(METHODS),
  assessed_on: day,
  /** What was tested how, and what was not. */
  assessment_de: text,
  assessment_en: text,
  /** One a line: what | why | alternative. */
  barriers_de: text,
  barriers_en: text,
  reviewed_on: day,
  feedback_email: email,
  answer_days: days(LONGEST_ANSWER),
  enforcement_name: line,
  enforcement_address: text,
  enforcement_url: link,
  confirmed: z
    .preprocess((sent) => (sent === undefined || sent === '' ? [] : Array.isArray(sent) ? sent : [sent]), z.array(z.enum(CONFIRMABLE, { error: 'invalid' })))
    .transform((list) => CONFIRMABLE.filter((one) => list.includes(one))),
})

/** '' and null stand for what has not been filled in. */
export type InstallationDetails = z.output<typeof schema>
export type DetailName = keyof InstallationDetails

/** The fields of each section, in order. */
export const FIELDS: Readonly<Record<(typeof SECTIONS)[number], readonly DetailName[]>> = {
  provider: [
    'provider_name',
    'provider_street',
    'provider_town',
    'provider_phone',
    'provider_email',
    'provider_represented_by',
    'provider_supervision',
    'provider_vat_id',
  ],
  officer: ['officer_office', 'officer_email', 'officer_post'],
  hosting: ['hosting_who', 'hosting_where', 'backup_days'],
  privacy: ['legal_basis_de', 'legal_basis_en', 'privacy_authority'],
  accessibility: ['conformance', 'method', 'assessed_on', 'assessment_de', 'assessment_en', 'barriers_de', 'barriers_en', 'reviewed_on'],
  feedback: ['feedback_email', 'answer_days', 'enforcement_name', 'enforcement_address', 'enforcement_url', 'confirmed'],
}

/** The details as stored. Whatever is missing or does not fit any more counts as not filled in. */
export const readDetails = (json: string): InstallationDetails => {
  const stored: unknown = JSON.parse(json)
  const given = typeof stored === 'object' && stored !== null ? Object.entries(stored) : []
  const parsed = schema.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const unfit = new Set(parsed.error.issues.map(({ path }) => String(path[0])))
  return schema.parse(Object.fromEntries(given.filter(([name]) => !unfit.has(name))))
}

/** The form as details, or the code of the first problem of each field. `today`: nothing was assessed or reviewed after it (calendar day). */
export const parseDetails = (
  form: FormValues,
  today: string,
): { readonly details: InstallationDetails } | { readonly problems: Readonly<Record<string, string>> } => {
  const parsed = schema.safeParse(form)
  const problems: Record<string, string> = {}
  for (const name of ['assessed_on', 'reviewed_on'] as const) {
    const day = form[name]
    if (typeof day === 'string' && isCalendarDay(day.trim()) && day.trim() > today) problems[name] = 'in_future'
  }
  for (const issue of parsed.error?.issues ?? []) problems[String(issue.path[0] ?? '')] ??= issue.message
  return parsed.success && Object.keys(problems).length === 0 ? { details: parsed.data } : { problems }
}

/** Not every provider has a VAT id; `confirmed` is asked for by `unconfirmedDetails`. */
const OPTIONAL: readonly DetailName[] = ['provider_vat_id', 'confirmed']

/** The fields that the legal pages still need, in the order of the form. Texts that the software brings along are never missing. */
export const missingDetails = (details: InstallationDetails): readonly DetailName[] => {
  const shown = withDefaults(details)
  return SECTIONS.flatMap((section) => FIELDS[section])
    .filter((name) => !OPTIONAL.includes(name) && (shown[name] === '' || shown[name] === null))
    .filter((name) => details.conformance !== 'full' || (name !== 'barriers_de' && name !== 'barriers_en'))
}

/** The values of the software that nobody has checked yet. */
export const unconfirmedDetails = ({ confirmed }: InstallationDetails): readonly Confirmable[] => CONFIRMABLE.filter((one) => !confirmed.includes(one))

/** An accessibility statement is looked at once a year (Implementing Decision (EU) 2018/1523). `today`: calendar day. */
export const isReviewDue = ({ reviewed_on }: InstallationDetails, today: string): boolean =>
  reviewed_on !== '' && `${Number(reviewed_on.slice(0, 4)) + 1}${reviewed_on.slice(4)}` <= today

/** Days within which a report of a barrier is answered. */
export const answerDays = ({ answer_days }: InstallationDetails): number => answer_days ?? LONGEST_ANSWER

/** The details with the texts of the software where the operator has written none. */
export const withDefaults = (details: InstallationDetails): InstallationDetails => ({
  ...details,
  privacy_authority: details.privacy_authority || PRIVACY_AUTHORITY,
  legal_basis_de: details.legal_basis_de || LEGAL_BASIS_DE,
  legal_basis_en: details.legal_basis_en || LEGAL_BASIS_EN,
  enforcement_name: details.enforcement_name || 'Durchsetzungs- und Überwachungsstelle für barrierefreie IT (LBIT)',
  enforcement_address: details.enforcement_address || 'beim Regierungspräsidium Gießen\nLandgraf-Philipp-Platz 1–7\n35390 Gießen',
  enforcement_url: details.enforcement_url || 'https://lbit.hessen.de',
})

const PRIVACY_AUTHORITY =
  'Der Hessische Beauftragte für Datenschutz und Informationsfreiheit\nGustav-Stresemann-Ring 1\n65189 Wiesbaden\nhttps://datenschutz.hessen.de'

/** C-34/21 concerned § 23 HDSIG itself: no basis is claimed that the court has taken away, and none as settled. */
const LEGAL_BASIS_DE =
  'Konten, Abschlüsse und Nachweise: Art. 6 Abs. 1 Buchst. c und e, Abs. 3 DSGVO in Verbindung mit der Pflicht oder Aufgabe, für die geschult wird. Welche das ist, benennt die Behörde, bei der Sie beschäftigt sind.\n' +
  '§ 23 HDSIG wird nicht allein herangezogen: Nach dem Urteil des Europäischen Gerichtshofs vom 30. März 2023 (C-34/21) bleibt eine solche Vorschrift unangewendet, wenn sie die Anforderungen von Art. 88 Abs. 2 DSGVO nicht erfüllt.\n' +
  'Notizen und private Texte schreiben Sie freiwillig und nur für sich; niemand sonst liest sie oder wertet sie aus.'
const LEGAL_BASIS_EN =
  'Accounts, completions and certificates: Art. 6(1)(c) and (e) and (3) GDPR together with the duty or task for which people are trained. The authority that employs you names it.\n' +
  'Section 23 HDSIG (the data protection act of Hesse) is not relied on alone: under the judgment of the Court of Justice of 30 March 2023 (C-34/21) such a provision is left unapplied where it does not meet Art. 88(2) GDPR.\n' +
  'Notes and private texts are written voluntarily and for yourself alone; nobody else reads or evaluates them.'
