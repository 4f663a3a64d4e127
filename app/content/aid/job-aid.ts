/** The one page an official keeps beside the screen. The schema is what authors write in `aid.<lang>.yaml`, strict and bounded. */
import { z } from 'zod'

/** One line of at most so many characters: the sheet is one page, whatever is written. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\n]*$/, 'line')

export const jobAidSchema = z.strictObject({
  title: line(70).describe('What the sheet is for, in a few words.'),
  when: line(160).describe('One sentence: in which situation.'),
  steps: z
    .array(z.strictObject({ do: line(110).describe('One action.'), why: line(110).optional().describe('What it is good for.') }))
    .min(3)
    .max(7)
    .describe('What to do, in order.'),
  say: z.array(line(110)).max(5).default([]).describe('Sentences that help, without quotation marks.'),
  avoid: z
    .array(z.strictObject({ not: line(100).describe('Better not so.'), rather: line(110).optional().describe('But so.') }))
    .max(4)
    .default([])
    .describe('What to leave, and what to do in its place.'),
  ask: z
    .array(
      z.strictObject({
        text: line(120).describe('Whom to ask, where to look it up, or what the norm says.'),
        norm: line(90).optional().describe('Only a norm that the module cites.'),
        stand: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month')
          .optional()
          .describe('Month of the wording, as in the module. Needed with a norm.'),
      }),
    )
    .max(3)
    .default([])
    .describe('Whom to ask, where to look up.'),
  note: line(180).optional().describe('One limit of the sheet.'),
  /** For authors; never shown. */
  comment: z.string().optional().describe('For the editors only; "justified: …" answers a warning on wording.'),
})

/** What authors write. */
export type WrittenJobAid = z.output<typeof jobAidSchema>
/** What is shown. */
export type JobAid = Omit<WrittenJobAid, 'comment'>

/** Characters of all texts together that fit on one page, whatever their shape; a test prints the fullest sheets there can be. */
export const JOB_AID_LIMIT = 2000

/** A text of the sheet and where it stands in its file. */
export interface JobAidText {
  readonly path: readonly (string | number)[]
  readonly text: string
  /** What one had better not say may be clumsy on purpose. */
  readonly quoted: boolean
}

/** Every text a person reads, norms left out. */
export const jobAidTexts = (aid: JobAid): readonly JobAidText[] => {
  const at = (path: readonly (string | number)[], text: string | undefined, quoted = false): readonly JobAidText[] =>
    text === undefined ? [] : [{ path, text, quoted }]
  return [
    ...at(['title'], aid.title),
    ...at(['when'], aid.when),
    ...aid.steps.flatMap((step, index) => [...at(['steps', index, 'do'], step.do), ...at(['steps', index, 'why'], step.why)]),
    ...aid.say.flatMap((text, index) => at(['say', index], text)),
    ...aid.avoid.flatMap(({ not, rather }, index) => [...at(['avoid', index, 'not'], not, true), ...at(['avoid', index, 'rather'], rather)]),
    ...aid.ask.flatMap(({ text }, index) => at(['ask', index, 'text'], text)),
    ...at(['note'], aid.note),
  ]
}

/** Characters of all texts and norms: what the limit counts. `spoken`: the sentences that stand in German beside those of another language. */
export const jobAidLength = (aid: JobAid, spoken: readonly string[] = []): number =>
  [...jobAidTexts(aid).map(({ text }) => text), ...aid.ask.map(({ norm }) => norm ?? ''), ...spoken].reduce((sum, text) => sum + text.length, 0)

/** The sheet without what is for authors. */
export const toShown = ({ comment: _, ...shown }: WrittenJobAid): JobAid => shown
