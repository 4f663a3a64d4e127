import { COUNTING_KINDS } from '#app/content/items/item.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { withoutMarks } from '../items/inline-text.tsx'
import { DataTable } from '../table.tsx'
import { type StatedItem, statedId } from './statistics-item.tsx'
import { shareText } from './statistics-share.tsx'

interface StatisticsTableProps {
  readonly caption: string
  /** Slug of the module. */
  readonly module: string
  readonly items: readonly StatedItem[]
  /** Language of the items, where it differs from the page's. */
  readonly lang: string | undefined
}

/** The items of a module at a glance, in the order of the course. Each name leads to its details. */
export const StatisticsTable = ({ caption, module, items, lang }: StatisticsTableProps) => {
  const t = useT()
  const format = useFormat()
  const right = ({ kind, right: figure }: StatedItem) =>
    !COUNTING_KINDS.has(kind) ? t('statistics.noScore') : figure === null ? t('statistics.noShare') : shareText(t, figure)
  const people = ({ people: count }: StatedItem) => (count === null ? t('statistics.notCounted') : count === 0 ? t('statistics.tooFew') : format.number(count))
  const look = ({ hints, flags }: StatedItem) => [
    ...new Set(hints.map(({ code }) => t(`statistics.hintShort.${code}`))),
    ...(flags?.counts.map((one) => t('statistics.flagCount', { people: one.people, reason: t(`statistics.reason.${one.reason}`) })) ?? []),
  ]
  return (
    <DataTable
      caption={caption}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'item',
          label: t('statistics.column.item'),
          rowHeader: true,
          cell: ({ id, name, question }) => (
            <>
              <a href={`#${statedId(module, id)}`}>{name}</a>
              <small lang={lang}>{shortened(withoutMarks(question))}</small>
            </>
          ),
        },
        { key: 'people', label: t('statistics.column.people'), numeric: true, cell: people },
        { key: 'right', label: t('statistics.column.right'), numeric: true, cell: right },
        {
          key: 'look',
          label: t('statistics.column.look'),
          cell: (item) => {
            const lines = look(item)
            return lines.length === 0 ? t('statistics.noShare') : lines.join(' · ')
          },
        },
      ]}
    />
  )
}

/** The beginning of a question, up to a word's end. */
const shortened = (text: string): string => (text.length <= QUESTION_LENGTH ? text : `${text.slice(0, text.lastIndexOf(' ', QUESTION_LENGTH))} …`)
const QUESTION_LENGTH = 110
