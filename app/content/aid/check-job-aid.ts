/** What the schema of a job aid cannot say: its length as a whole, norms with their "Stand", wording; and that all languages agree. */
import { JUSTIFIED } from '../checks/module-text.ts'
import { checkSentence } from '../checks/wording.ts'
import type { ModuleEdition } from '../course/edition.ts'
import type { Path } from '../course/yaml-source.ts'
import type { Finding } from '../course.ts'
import { type FaultCode, type FaultValues, finding } from '../faults/fault.ts'
import { firstDifference } from '../items/item-texts.ts'
import { sentencesOf } from '../prose/sentences.ts'
import { JOB_AID_LIMIT, jobAidLength, jobAidTexts, type WrittenJobAid } from './job-aid.ts'
import { citedNorms, citesNorm, normParts } from './norms.ts'

/** Findings on the sheet of one language. Silent where the module has none or its file does not fit the schema. */
export const checkJobAid = ({ aid: file, language, prose }: ModuleEdition): readonly Finding[] => {
  if (file?.aid === undefined) return []
  const { aid, source } = file
  const at = (code: FaultCode, path: Path, values: FaultValues = {}) => finding(code, source.spotOf(path), values)
  const length = jobAidLength(aid)
  const isJustified = JUSTIFIED.test(aid.comment ?? '')
  const cited = citedNorms(prose.tree)
  return [
    ...(length > JOB_AID_LIMIT ? [at('aid-long', ['title'], { length, limit: JOB_AID_LIMIT })] : []),
    ...(sentencesOf(aid.when).length > 1 ? [at('aid-when', ['when'])] : []),
    ...aid.say.flatMap((text, index) => (/^["„“”«»‚‘']/.test(text) ? [at('aid-quotes', ['say', index])] : [])),
    ...jobAidTexts(aid).flatMap(({ path, text }) => (citesNorm(text) ? [at('aid-norm-place', path)] : [])),
    ...aid.ask.flatMap(({ norm, stand }, index) => {
      if (norm === undefined) return stand === undefined ? [] : [at('key-missing', ['ask', index], { key: 'norm' })]
      if (stand === undefined) return [at('key-missing', ['ask', index], { key: 'stand' })]
      // A module whose text could not be read cites nothing; that is a fault of its own.
      if (prose.tree.length === 0) return []
      const known = new Set(cited.filter((reference) => reference.stand === stand).flatMap((reference) => normParts(reference.norm)))
      return normParts(norm).every((part) => known.has(part)) ? [] : [at('aid-norm-new', ['ask', index, 'norm'], { norm, stand })]
    }),
    ...jobAidTexts(aid).flatMap(({ path, text, quoted }) =>
      sentencesOf(text).flatMap((sentence) =>
        checkSentence(sentence.text, quoted, language, source.spotOf(path)).filter((hit) => !isJustified || hit.code === 'sentence-long'),
      ),
    ),
  ]
}

/** Compares the sheet of another language with that of the first one. Findings stand in the other. */
export const checkJobAidLanguages = (first: ModuleEdition, other: ModuleEdition): readonly Finding[] => {
  const show = (value: unknown) => (value === undefined ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value))
  const differ = (path: Path, spot: Parameters<typeof finding>[1], here: unknown, there: unknown) => {
    const where = path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join('.')
    const what = { de: where === '' ? 'Merkblatt' : `Merkblatt, ${where}`, en: where === '' ? 'job aid' : `job aid, ${where}` }
    return [finding('language-structure', spot, { what, here: show(here), there: show(there), first: first.language })]
  }
  if ((first.aid === undefined) !== (other.aid === undefined))
    return differ(
      [],
      { file: other.aid?.file ?? other.file, line: 1, column: 1 },
      other.aid === undefined ? undefined : '1',
      first.aid === undefined ? undefined : '1',
    )
  if (first.aid?.aid === undefined || other.aid?.aid === undefined) return []
  // In another language the sentences stand there in German too.
  const [own, length] = [jobAidLength(other.aid.aid), jobAidLength(other.aid.aid, first.aid.aid.say)]
  if (length > JOB_AID_LIMIT && own <= JOB_AID_LIMIT) return [finding('aid-long', other.aid.source.spotOf(['title']), { length, limit: JOB_AID_LIMIT })]
  const [a, b] = [skeletonOf(first.aid.aid), skeletonOf(other.aid.aid)]
  const path = firstDifference(a, b)
  return path === undefined ? [] : differ(path, other.aid.source.spotOf(path), at(b, path), at(a, path))
}

/** The sheet with its words blanked: how many steps, which of them say why, which norms. Equal in every language. */
const skeletonOf = ({ steps, say, avoid, ask, note }: WrittenJobAid): unknown => ({
  steps: steps.map(({ why }) => ({ why: why === undefined ? undefined : '…' })),
  say: say.map(() => '…'),
  avoid: avoid.map(({ rather }) => ({ rather: rather === undefined ? undefined : '…' })),
  ask: ask.map(({ norm, stand }) => ({ norm: norm === undefined ? undefined : normParts(norm).join(' '), stand })),
  note: note === undefined ? undefined : '…',
})

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (current, key) => (typeof current === 'object' && current !== null && Object.hasOwn(current, key) ? current[key as keyof typeof current] : undefined),
    value,
  )
