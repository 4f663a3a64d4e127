import { constants, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { JOB_AID_LIMIT, jobAidLength, jobAidSchema, jobAidTexts } from '#app/content/aid/job-aid.ts'
import { findJobAid, type JobAidSheet } from '#app/domain/catalogue/job-aid.ts'
import { everyTag, readPdf } from '#tests/support/read-pdf.ts'
import { shippedCatalogue } from '#tests/support/shipped-courses.ts'
import { writeDocument } from './document.server.ts'
import { writeJobAid } from './job-aid.server.ts'
import { drawJobAid } from './job-aid.ts'

/** All sheets are written here. Milliseconds. */
const PATIENCE = 120_000

/** So many characters of words of usual length. */
const filler = (length: number): string =>
  'Auskunft über Nachweise geben '
    .repeat(10)
    .slice(0, length - 1)
    .trimEnd()
    .padEnd(length, 'n')

/** A sheet with every list full and texts of these lengths; the note takes what is left of the limit. */
const full = (steps: number, why: number, say: number, avoid: number, ask: number, isForeign = false) => {
  const aid = {
    title: filler(70),
    when: filler(160),
    steps: Array.from({ length: 7 }, () => ({ do: filler(steps), why: filler(why) })),
    say: Array.from({ length: 5 }, () => filler(say)),
    avoid: Array.from({ length: 4 }, () => ({ not: filler(avoid), rather: filler(avoid) })),
    ask: Array.from({ length: 3 }, () => ({ text: filler(ask), norm: '§ 25 Abs. 1 und 2 HVwVfG', stand: '2026-08' })),
  }
  const spoken = isForeign ? aid.say : []
  return { aid: { ...aid, note: filler(JOB_AID_LIMIT - jobAidLength(aid, spoken)) }, spoken }
}
/** Shapes in which the limit may be used up. */
const FULLEST = {
  even: full(65, 45, 75, 42, 45),
  'long steps': full(100, 80, 40, 15, 20),
  'long columns': full(38, 18, 110, 80, 20),
  'two languages': full(62, 38, 54, 34, 45, true),
} as const

const shippedSheets = async () => {
  const { courses } = await shippedCatalogue()
  return courses.flatMap((course) =>
    course.modules.flatMap((module) =>
      (['de', 'en'] as const).flatMap((language) => {
        const sheet = findJobAid(course, module, language)
        return sheet === undefined ? [] : [{ course, module, language, sheet, name: `${module.number} ${language}` }]
      }),
    ),
  )
}

test(
  'every shipped module has a job aid in both languages: one tagged page, letters embedded and large enough, words in the order of the sheet',
  async () => {
    const sheets = await shippedSheets()
    const { courses } = await shippedCatalogue()
    expect(sheets.map(({ name }) => name)).toEqual(courses.flatMap(({ modules }) => modules.flatMap(({ number }) => [`${number} de`, `${number} en`])))
    for (const { course, sheet, language, name } of sheets) {
      const bytes = await writeJobAid(course.revision, sheet)
      const pdf = readPdf(bytes)
      expect(pdf, name).toMatchObject({ pages: 1, lang: language === 'de' ? 'de-DE' : 'en-GB', ua: '1', marked: true, showsTitle: true })
      expect(pdf, name).toMatchObject({ foreignFonts: [], untagged: [], missingLetters: 0 })
      expect(
        pdf.root.tags.map(({ tag }) => tag),
        name,
      ).toEqual(expectedTags(sheet))
      expect(readingSize(bytes), name).toBeGreaterThanOrEqual(10)
      expectWords(pdf.root.text.replaceAll('\u00A0', ' '), sheet, name)
      expect(
        everyTag(pdf.root)
          .flatMap(({ tag, lang, text }) => (tag === 'Span' && lang === 'de' ? [text.trim()] : []))
          .join(' '),
        name,
      ).toBe(germanWords(sheet).join(' '))
    }
  },
  PATIENCE,
)

test('each item of a list has its mark and its text', async () => {
  const [first] = await shippedSheets()
  if (first === undefined) throw new Error('no sheet')
  const { root } = readPdf(await writeJobAid(first.course.revision, first.sheet))
  const lists = everyTag(root).filter(({ tag }) => tag === 'L')
  const { steps, say, avoid, ask } = first.sheet.aid
  expect(lists.map(({ tags }) => tags.length)).toEqual([steps, say, avoid, ask].map(({ length }) => length))
  for (const item of lists.flatMap(({ tags }) => tags)) expect([item.tag, ...item.tags.map(({ tag }) => tag)]).toEqual(['LI', 'Lbl', 'LBody'])
})

test('the same revision and language give the same bytes, another course date others', async () => {
  const [first] = await shippedSheets()
  if (first === undefined) throw new Error('no sheet')
  const facts = { title: 'x', lang: 'de', created_at: '2026-05-04T00:00:00.000Z', one_page: true } as const
  const draw = () => writeDocument(facts, (paper) => drawJobAid(first.sheet, paper))
  expect((await draw()).equals(await draw())).toBe(true)
  const earlier = await writeJobAid('one revision', first.sheet)
  expect((await writeJobAid('another revision', first.sheet)).equals(earlier)).toBe(true)
  expect((await writeJobAid('a third revision', { ...first.sheet, published_on: '2027-01-01' })).equals(earlier)).toBe(false)
})

test.each(Object.entries(FULLEST))('the fullest sheet that the check lets through is one page: %s', async (shape, { aid, spoken }) => {
  expect(jobAidSchema.safeParse(aid).success).toBe(true)
  expect(jobAidLength(aid, spoken)).toBe(JOB_AID_LIMIT)
  const sheet = {
    aid,
    spoken,
    course_number: 12,
    module_number: '12.10',
    module_title: 'Ein Titel mit vielen Wörtern, der zwei Zeilen braucht',
    published_on: '2026-05-04',
  }
  const bytes = await writeJobAid(`fullest ${shape}`, { ...sheet, language: spoken.length > 0 ? 'en' : 'de' })
  expect(readPdf(bytes).pages).toBe(1)
  expect(readingSize(bytes)).toBeGreaterThanOrEqual(9)
})

const expectedTags = ({ aid }: JobAidSheet): readonly string[] => [
  ...['P', 'H1', 'P', 'H2', 'L'],
  ...[aid.say, aid.avoid, aid.ask].flatMap(({ length }) => (length === 0 ? [] : ['H2', 'L'])),
  ...(aid.note === undefined ? [] : ['P']),
  'P',
]

/** Every word of the sheet in its order, with norms, German sentences and date. */
const expectWords = (words: string, { aid, language, spoken, published_on }: JobAidSheet, name: string) => {
  let from = 0
  for (const { text } of jobAidTexts(aid)) {
    const plain = text.replaceAll('*', '')
    const at = words.indexOf(plain, from)
    expect(at, `${name}: ${plain}`).toBeGreaterThanOrEqual(from)
    from = at + plain.length
  }
  for (const { norm, stand } of aid.ask) {
    if (norm !== undefined && stand !== undefined) expect(words).toContain(`${norm}, ${asOf(stand, language)}`)
  }
  for (const sentence of spoken) expect(words).toContain(`„${sentence}“`)
  expect(words).toContain(published_on.slice(0, 4))
}

/** What is to be spoken as German in a sheet of another language: German words between stars, and the sentences. */
const germanWords = ({ aid, language, spoken }: JobAidSheet): readonly string[] => {
  if (language === 'de') return []
  const marked = (text: string | undefined) => [...(text ?? '').matchAll(/(?<!\*)\*([^*]+)\*(?!\*)/g)].map((match) => match[1] ?? '')
  return [
    ...[aid.title, aid.when].flatMap(marked),
    ...aid.steps.flatMap((step) => [...marked(step.do), ...marked(step.why)]),
    ...aid.say.flatMap((sentence, index) => [...marked(sentence), `„${spoken[index]}“`]),
    ...aid.avoid.flatMap(({ not, rather }) => [...marked(not), ...marked(rather)]),
    ...aid.ask.flatMap(({ text }) => marked(text)),
    ...marked(aid.note),
  ]
}

/** The size in which steps and sentences are set: the fourth, after the foot, the fine print and the kicker. Points. */
const readingSize = (bytes: Buffer): number => {
  const raw = bytes.toString('latin1')
  const sizes = [...raw.matchAll(/\/FlateDecode[^>]*>>\nstream\n/g)].flatMap((match) => {
    const content = inflateSync(bytes.subarray(match.index + match[0].length), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1')
    return [...content.matchAll(/\/F\d+ ([\d.]+) Tf/g)].map((size) => Number(size[1]))
  })
  return [...new Set(sizes)].sort((a, b) => a - b)[3] ?? 0
}

/** Stand 08/2026, as of Aug 2026. */
const asOf = (stand: string, language: string): string =>
  language === 'de'
    ? `Stand ${stand.slice(5)}/${stand.slice(0, 4)}`
    : `as of ${new Date(`${stand}-15T12:00:00Z`).toLocaleDateString('en-GB', { month: 'short', year: 'numeric' })}`
