/** What a schema cannot say about an item: keys that add up, ids that are unique, texts that hold no markup. */
import { JUSTIFIED } from '../checks/module-text.ts'
import type { Finding } from '../course.ts'
import type { Path } from '../course/yaml-source.ts'
import { finding } from '../faults/fault.ts'
import { checkDialogue } from './check-dialogue.ts'
import { checkIds, type ItemPlace, type Report } from './check-ids.ts'
import { textsOf } from './item-texts.ts'
import { CRITERIA, type Item, type ItemOf } from './item.ts'

/** Every fault of an item that fits its schema. */
export const checkItem = (item: Item, place: ItemPlace): readonly Finding[] => {
  const findings: Finding[] = []
  const report: Report = (code, path, values) => findings.push(finding(code, place.source.spotOf([...place.base, ...path]), values))
  for (const { path, text } of textsOf(item)) {
    const found = /<\/?[a-zA-Z][^>]*>?|\]\([^)]*\)|`/.exec(text)?.[0]
    if (found !== undefined) report('item-markup', path, { found })
  }
  switch (item.kind) {
    case 'single':
      checkIds(item.options, 'options', report, place)
      if (rightOnes(item.options) !== 1) report('single-correct', ['options'], { count: rightOnes(item.options) })
      break
    case 'multiple':
      checkIds(item.options, 'options', report, place)
      if (rightOnes(item.options) === 0 || rightOnes(item.options) === item.options.length)
        report('multiple-correct', ['options'], { count: rightOnes(item.options), total: item.options.length })
      break
    case 'truefalse':
      checkIds(item.reasons, 'reasons', report, place)
      if (rightOnes(item.reasons) !== 1) report('reason-correct', ['reasons'], { count: rightOnes(item.reasons) })
      break
    case 'order':
      checkIds(item.entries, 'entries', report, place)
      checkTexts(
        item.entries.map((entry) => entry.text),
        (index) => ['entries', index, 'text'],
        report,
      )
      break
    case 'match':
      checkIds(item.pairs, 'pairs', report, place)
      checkTexts(
        item.pairs.map((pair) => pair.left),
        (index) => ['pairs', index, 'left'],
        report,
      )
      checkTexts(
        item.pairs.map((pair) => pair.right),
        (index) => ['pairs', index, 'right'],
        report,
      )
      break
    case 'gap':
      checkGaps(item, report, place)
      break
    case 'critical-incident':
      checkIds(item.options, 'options', report, place)
      checkIncident(item, report)
      break
    case 'sjt':
      checkIds(item.options, 'options', report, place)
      break
    case 'rewrite':
      checkIds(item.rubric, 'rubric', report, place)
      checkRubric(item, report)
      break
    case 'dialogue':
      checkDialogue(item, report, place)
      break
    case 'reflection':
    case 'transfer':
      break
  }
  return findings
}

const rightOnes = (options: readonly { readonly correct: boolean }[]) => options.filter((option) => option.correct).length

const checkTexts = (texts: readonly string[], pathOf: (index: number) => Path, report: Report) => {
  const plain = texts.map((text) => text.trim().toLowerCase())
  plain.forEach((text, index) => {
    if (plain.indexOf(text) < index) report('text-twice', pathOf(index), { text: texts[index] ?? '' })
  })
}

const checkGaps = (item: ItemOf<'gap'>, report: Report, place: ItemPlace) => {
  checkIds(item.gaps, 'gaps', report, place)
  const placed = [...item.prompt.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => (match[1] ?? '').trim())
  for (const id of new Set(placed)) if (!item.gaps.some((gap) => gap.id === id)) report('gap-without-answer', ['prompt'], { id })
  item.gaps.forEach((gap, index) => {
    const count = placed.filter((id) => id === gap.id).length
    if (count !== 1) report('gap-without-place', ['gaps', index], { id: gap.id, count })
  })
}

/** A self-check asks for all that makes an official letter good (blueprint §5.4); a task about something else says why it does not. */
const checkRubric = (item: ItemOf<'rewrite'>, report: Report) => {
  const missing = CRITERIA.filter((criterion) => !item.rubric.some((point) => point.criterion === criterion))
  if (missing.length > 0 && !JUSTIFIED.test(item.comment ?? '')) report('rubric-criteria', ['rubric'], { missing: missing.join(', ') })
}

/** Explanations from person, situation or power, and institution; habit at most once and never alone at the top (blueprint §6.2). */
const checkIncident = (item: ItemOf<'critical-incident'>, report: Report) => {
  const fields = new Set(item.options.map((option) => option.field))
  const missing = [
    fields.has('person') ? [] : ['person'],
    fields.has('situation') || fields.has('power') ? [] : ['situation'],
    fields.has('institution') ? [] : ['institution'],
  ].flat()
  if (missing.length > 0) report('incident-fields', ['options'], { missing: missing.join(', ') })
  const habits = item.options.filter((option) => option.field === 'habit')
  const best = Math.max(...item.options.map((option) => option.rating))
  if (habits.length > 1 || (habits.length === 1 && item.options.filter((option) => option.rating === best).every((option) => option.field === 'habit')))
    report('incident-habit', ['options'])
}
