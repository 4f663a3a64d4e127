import { expect, test } from 'vitest'
import { demoInstallation } from '#db/seed/demo-installation.ts'
import { answerDays, FIELDS, isReviewDue, missingDetails, parseDetails, readDetails, SECTIONS, unconfirmedDetails, withDefaults } from './details.ts'

const TODAY = '2026-11-22'
const parse = (form: Record<string, string | readonly string[]>) => parseDetails(form, TODAY)
const problems = (form: Record<string, string | readonly string[]>) => {
  const parsed = parse(form)
  return 'problems' in parsed ? parsed.problems : {}
}

test('an installation that nobody has filled in can be read, and misses everything but the VAT id and the texts of the software', () => {
  const details = readDetails('{}')
  const missing = missingDetails(details)
  expect(missing).toContain('provider_name')
  expect(missing).toContain('conformance')
  expect(missing).toContain('backup_days')
  expect(missing).not.toContain('provider_vat_id')
  expect(missing).not.toContain('legal_basis_de')
  expect(missing).not.toContain('enforcement_name')
  expect(unconfirmedDetails(details)).toEqual(['privacy_authority', 'legal_basis', 'enforcement'])
  expect(answerDays(details)).toBe(42)
})

test('what no longer fits in the database counts as not filled in, and the rest stays', () => {
  const stored = { provider_name: 'Auental', provider_email: 'javascript:alert(1)', conformance: 'perhaps', answer_days: 999, confirmed: ['other'], unknown: 1 }
  expect(readDetails(JSON.stringify(stored))).toMatchObject({ provider_name: 'Auental', provider_email: '', conformance: '', answer_days: null, confirmed: [] })
  for (const odd of ['null', '3', '[]', '"x"']) expect(readDetails(odd)).toEqual(readDetails('{}'))
})

test('what was read, stored and read again is the same', () => {
  const parsed = parse({
    ...Object.fromEntries(Object.entries(demoInstallation).map(([name, value]) => [name, Array.isArray(value) ? value : String(value ?? '')])),
  })
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  expect(parsed.details).toEqual(demoInstallation)
  expect(readDetails(JSON.stringify(parsed.details))).toEqual(parsed.details)
})

test('every field stands in exactly one section of the form', () => {
  const placed = SECTIONS.flatMap((section) => FIELDS[section])
  expect([...placed].sort()).toEqual(Object.keys(demoInstallation).sort())
})

test('the demo has filled in everything, and claims to have confirmed nothing', () => {
  expect(missingDetails(demoInstallation)).toEqual([])
  expect(unconfirmedDetails(demoInstallation)).toHaveLength(3)
})

test('each value that does not fit gets its own sentence', () => {
  expect(
    problems({
      provider_email: 'kein-at',
      enforcement_url: 'javascript:alert(1)',
      assessed_on: '2026-02-30',
      reviewed_on: '2026-11-23',
      answer_days: '43',
      backup_days: '2,5',
      conformance: 'perfect',
      provider_name: 'x'.repeat(301),
      barriers_de: 'x'.repeat(6001),
      hosting_who: ['zwei', 'mal'],
      confirmed: 'other',
    }),
  ).toEqual({
    provider_email: 'email',
    enforcement_url: 'url',
    assessed_on: 'date',
    reviewed_on: 'in_future',
    answer_days: 'days',
    backup_days: 'days',
    conformance: 'invalid',
    provider_name: 'too_long',
    barriers_de: 'too_long',
    hosting_who: 'invalid',
    confirmed: 'invalid',
  })
  expect(problems({ reviewed_on: '2026-11-23', assessed_on: TODAY })).toEqual({ reviewed_on: 'in_future' })
  for (const days of ['0', '-1', 'drei', '1e9', '∞']) expect(problems({ answer_days: days })).toEqual({ answer_days: 'days' })
})

test('a mail address cannot carry headers, and an address of the web cannot carry code or a password', () => {
  for (const email of ['a@b.example\nBcc: x@evil.example', 'a@b.example?bcc=x@evil.example', 'a@b.example,x@evil.example', '"a b"@b.example'])
    expect(problems({ provider_email: email }), email).toEqual({ provider_email: 'email' })
  for (const url of ['ftp://a.example', 'data:text/html,x', '//evil.example', 'https://', 'https://a b.example', 'lbit.hessen.de'])
    expect(problems({ enforcement_url: url }), url).toEqual({ enforcement_url: 'url' })
})

test('a day in the future is told together with what else is wrong', () => {
  expect(problems({ provider_email: 'kein', assessed_on: '2999-01-01' })).toEqual({ provider_email: 'email', assessed_on: 'in_future' })
})

test('line ends and control characters are cleaned, other scripts stay', () => {
  const parsed = parse({ provider_name: '  Amt\u0000 für\r\nNeues ', barriers_de: 'eins\r\nمرحبا 🙂\u0007' })
  expect(parsed).toMatchObject({ details: { provider_name: 'Amt für Neues', barriers_de: 'eins\nمرحبا 🙂' } })
})

test('known barriers are asked for unless the platform conforms fully', () => {
  expect(missingDetails({ ...demoInstallation, barriers_de: '', conformance: 'partly' })).toEqual(['barriers_de'])
  expect(missingDetails({ ...demoInstallation, barriers_de: '', conformance: 'full' })).toEqual([])
})

test('the statement is due for review a year after the last one', () => {
  const reviewed = { ...demoInstallation, reviewed_on: '2025-11-23' }
  expect(isReviewDue(reviewed, '2026-11-22')).toBe(false)
  expect(isReviewDue(reviewed, '2026-11-23')).toBe(true)
  expect(isReviewDue({ ...reviewed, reviewed_on: '2024-02-29' }, '2025-03-01')).toBe(true)
  expect(isReviewDue({ ...reviewed, reviewed_on: '' }, '2026-11-23')).toBe(false)
})

test('the text on the legal basis does not rest on § 23 HDSIG alone', () => {
  const { legal_basis_de, legal_basis_en } = withDefaults(readDetails('{}'))
  for (const text of [legal_basis_de, legal_basis_en]) expect(text).toContain('C-34/21')
  // English texts say Hesse, as everywhere else in the product.
  expect(legal_basis_en).toContain('data protection act of Hesse)')
  expect(legal_basis_de).toContain('§ 23 HDSIG wird nicht allein herangezogen')
  expect(withDefaults({ ...demoInstallation, legal_basis_de: 'Eigener Text' }).legal_basis_de).toBe('Eigener Text')
})
