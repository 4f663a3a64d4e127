import { expect, test } from 'vitest'
import { lockText } from '../course/lock.server.ts'
import { compileWith, type Files, ITEMS_FILE, MINIMAL, MODULE_FILE, MODULE_HEAD } from '../fixtures/course-folder.server.ts'
import { type Case, judge } from '../fixtures/judge.server.ts'
import { normParts, unbroken } from './norms.ts'
import { runsOf } from './runs.ts'

const AID_FILE = ITEMS_FILE.replace('items', 'aid')
const [EN_AID, EN_MODULE, EN_ITEMS] = [AID_FILE, MODULE_FILE, ITEMS_FILE].map((file) => file.replace('.de.', '.en.')) as [string, string, string]
const EN_COURSE = '01-erster-kurs/course.en.mdx'
const MODULE = `${MODULE_HEAD}
## Anfang

<LegalReference norm="§ 82 Abs. 1 und 3 AufenthG" stand="2026-08" review="2027-08">
Text.
</LegalReference>

<Item id="frage-1" />
`
const AID = `title: Nachweise anfordern
when: Ein Nachweis fehlt.
steps:
  - do: Benennen Sie ihn.
    why: Nur so kommt der richtige.
  - do: Nennen Sie ein Datum.
  - do: Schreiben Sie es auf.
say:
  - Bitte schicken Sie uns den Vertrag.
avoid:
  - not: „umgehend“
    rather: ein Datum
ask:
  - text: Frist und Folge
    norm: § 82 Abs. 3 AufenthG
    stand: 2026-08
note: Nur ein Beispiel.
`
const german = (aid: string): Files => ({ [MODULE_FILE]: MODULE, [AID_FILE]: aid })
const both = (aid: string | undefined): Files => ({
  ...german(AID),
  [EN_COURSE]: MINIMAL['01-erster-kurs/course.de.mdx'],
  [EN_MODULE]: MODULE,
  [EN_ITEMS]: MINIMAL[ITEMS_FILE],
  [EN_AID]: aid,
})
const here = (line: number, column: number, code: string) => `${AID_FILE}:${line}:${column} ${code}`
const there = (line: number, column: number, code: string) => `${EN_AID}:${line}:${column} ${code}`
const long = (count: number) => 'Wort '.repeat(60).slice(0, count).trim()

const CASES: readonly Case[] = [
  ['a faultless job aid', german(AID)],
  ['the least there can be', german('title: T\nwhen: W.\nsteps: [{ do: A }, { do: B }, { do: C }]\n')],
  ['YAML that is none', german(AID.replace('when: Ein', 'when: Ein: Ein')), here(2, 7, 'yaml-syntax')],
  ['an entry nobody knows', german(AID.replace('note:', 'notice:')), here(17, 1, 'key-unknown')],
  ['two steps', german(AID.replace('  - do: Schreiben Sie es auf.\n', '')), here(4, 3, 'value-short')],
  ['eight steps', german(AID.replace('say:', `${'  - do: Noch einer.\n'.repeat(5)}say:`)), here(4, 3, 'value-long')],
  ['a step without anything to do', german(AID.replace('do: Nennen Sie ein Datum.', 'why: Darum.')), here(6, 5, 'key-missing')],
  ['a step that is too long', german(AID.replace('Nennen Sie ein Datum.', long(115))), here(6, 9, 'value-long')],
  ['a step on two lines', german(AID.replace('do: Nennen', 'do: |\n      Zwei\n      Nennen')), here(6, 9, 'value-format')],
  ['six sentences', german(AID.replace('avoid:', `${'  - Ein Satz.\n'.repeat(5)}avoid:`)), here(9, 3, 'value-long')],
  ['four entries to ask', german(AID.replace('note:', `${'  - text: Leitung\n'.repeat(3)}note:`)), here(14, 3, 'value-long')],
  ['a situation of two sentences', german(AID.replace('Ein Nachweis fehlt.', 'Ein Nachweis fehlt. Sie schreiben.')), here(2, 7, 'aid-when')],
  ['quotation marks of one’s own', german(AID.replace('Bitte schicken Sie uns den Vertrag.', '„Bitte schicken Sie ihn.“')), here(9, 5, 'aid-quotes')],
  ['a norm in running words', german(AID.replace('Nur so kommt der richtige.', 'So will es § 82.')), here(5, 10, 'aid-norm-place')],
  ['a norm without date', german(AID.replace('    stand: 2026-08\n', '')), here(14, 5, 'key-missing')],
  ['a date without norm', german(AID.replace('    norm: § 82 Abs. 3 AufenthG\n', '')), here(14, 5, 'key-missing')],
  ['a date that is no month', german(AID.replace('2026-08', '2026-13')), here(16, 12, 'value-format')],
  ['a norm that the module does not cite', german(AID.replace('§ 82 Abs. 3', '§ 81 Abs. 3')), here(15, 11, 'aid-norm-new')],
  ['a law that the module does not cite', german(AID.replace('AufenthG', 'HVwVfG')), here(15, 11, 'aid-norm-new')],
  ['another date than that of the module', german(AID.replace('2026-08', '2025-08')), here(15, 11, 'aid-norm-new')],
  ['culture as cause', german(AID.replace('Nur so kommt der richtige.', 'In ihrer Kultur ist das so.')), here(5, 10, 'culture-as-cause')],
  ['a wording that is justified', german(`${AID.replace('„umgehend“', '„In ihrer Kultur ist das so.“')}comment: 'begründet: wird abgelehnt'\n`)],
  [
    'more than fits on a page',
    german(
      AID.replace('say:', `${`  - { do: '${long(110)}', why: '${long(110)}' }\n`.repeat(4)}say:`)
        .replace('avoid:', `${`  - ${long(110)}\n`.repeat(4)}avoid:`)
        .replace('ask:', `${`  - { not: '${long(100)}', rather: '${long(110)}' }\n`.repeat(3)}ask:`),
    ),
    here(1, 8, 'aid-long'),
  ],
  ['two languages that agree', both(AID.replace('note: Nur ein Beispiel.', 'note: An example only.'))],
  ['a job aid in German only', both(undefined), `${EN_MODULE}:1:1 language-structure`],
  ['a step more in another language', both(AID.replace('say:', '  - do: One more.\nsay:')), there(8, 5, 'language-structure')],
  ['a reason less in another language', both(AID.replace('    why: Nur so kommt der richtige.\n', '')), there(4, 5, 'language-structure')],
  ['no note in another language', both(AID.replace('note: Nur ein Beispiel.\n', '')), there(1, 1, 'language-structure')],
  ['another norm in another language', both(AID.replace('Abs. 3', 'Abs. 1')), there(15, 11, 'language-structure')],
  ['culture as cause in another language', both(AID.replace('Ein Nachweis fehlt.', 'It is like that in their culture.')), there(2, 7, 'culture-as-cause')],
  [
    'a sheet that is too long with the German sentences beside it',
    {
      ...both(fullestWith('Enough')),
      [AID_FILE]: fullestWith('Genug'),
    },
    there(1, 8, 'aid-long'),
  ],
]

/** 1,955 characters with five sentences: fits, but not with five more. */
function fullestWith(title: string): string {
  const list = (count: number, entry: string) => `${entry}\n`.repeat(count)
  return `title: ${title}\nwhen: W.\nsteps:\n${list(7, `  - { do: '${long(105)}', why: '${long(80)}' }`)}say:\n${list(5, `  - ${long(105)}`)}`
}

test.each(CASES.map(([what, files, ...expected]) => ({ what, files, expected })))('$what is judged at its place', async ({ files, expected }) => {
  const { places, isJust } = await judge(files)
  expect(places).toEqual([...expected].sort())
  expect(isJust).toBe(true)
})

test('the sheet belongs to the revision and its fingerprint to the lock; what is for authors goes to nobody', async () => {
  const compile = async (files: Files) => {
    const compiled = await compileWith(files)
    return { course: compiled.courses[0]?.course, lock: lockText(compiled.lock, compiled.courses) }
  }
  const plain = await compile({ [MODULE_FILE]: MODULE })
  const first = await compile(german(AID))
  const changed = await compile(german(AID.replace('Nur ein Beispiel.', 'Kein Beispiel.')))
  expect(plain.course?.modules[0]?.text.de?.aid).toBeUndefined()
  expect(new Set([plain, first, changed].map(({ course }) => course?.revision)).size).toBe(3)
  expect(new Set([plain, first, changed].map(({ lock }) => lock)).size).toBe(3)
  expect(first.course?.modules[0]?.text.de?.aid).toMatchObject({ title: 'Nachweise anfordern', ask: [{ norm: '§ 82 Abs. 3 AufenthG', stand: '2026-08' }] })
  const commented = await compile(german(`${AID}comment: Nur für uns.\n`))
  expect(JSON.stringify(commented.course)).not.toContain('Nur für uns')
})

test('norms are compared by law and numbers, and not torn apart', () => {
  expect(normParts('§§ 9 Abs. 2, 11 Abs. 1 HessBGG')).toEqual(normParts('§ 11 Abs. 1, § 9 Abs. 2 HessBGG'))
  expect(normParts('§ 40 und § 39 Abs. 1 HVwVfG (inhaltsgleich VwVfG)')).toEqual(normParts('§ 40 and § 39 Abs. 1 HVwVfG (same content as VwVfG)'))
  expect(normParts('§ 12a HessBGG')).not.toEqual(normParts('§ 12 HessBGG'))
  expect(unbroken('§ 82 Abs. 3 AufenthG')).toBe('§\u00A082 Abs.\u00A03 AufenthG')
})

test('what stands between single stars is German in every other language', () => {
  expect(runsOf('the *Bescheid* and **this**', 'en')).toEqual([
    { text: 'the ', mark: 'none' },
    { text: 'Bescheid', mark: 'em', lang: 'de' },
    { text: ' and ', mark: 'none' },
    { text: 'this', mark: 'strong' },
  ])
  expect(runsOf('*so* 2 * 3', 'de')).toEqual([
    { text: 'so', mark: 'em' },
    { text: ' 2 * 3', mark: 'none' },
  ])
})
