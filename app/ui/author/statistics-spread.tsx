import type { AnswerRow, NodeRow, RatedRow, Spread } from '#app/domain/reporting/item-statistics.ts'
import { useT } from '#app/i18n/translate.ts'
import { InlineText, withoutMarks } from '../items/inline-text.tsx'
import { DataTable } from '../table.tsx'
import { Share, shareText } from './statistics-share.tsx'

/** Kinds of item whose parts are told apart in words. */
export type PartsKind = 'multiple' | 'order' | 'match' | 'gap'

interface SpreadTableProps {
  readonly spread: Spread
  /** The item's kind where the spread is about its parts. */
  readonly parts: PartsKind
  /** Short name of the item, for the caption. */
  readonly name: string
}

/** How answers are spread, as a table. */
export const SpreadTable = ({ spread, parts, name }: SpreadTableProps) => {
  const t = useT()
  const title = t(`statistics.spread.${spread.kind === 'parts' ? parts : spread.kind}`)
  return (
    <div className="l-stack l-stack--s">
      <h3 className="t-h4">{title}</h3>
      {spread.kind === 'ratings' ? (
        <Ratings rows={spread.rows} caption={`${name}: ${title}`} />
      ) : spread.kind === 'nodes' ? (
        spread.rows.map((node, at) => <Node key={node.id} node={node} number={at + 1} />)
      ) : (
        <Answers rows={spread.rows} kind={spread.kind === 'parts' ? parts : spread.kind} caption={`${name}: ${title}`} />
      )}
    </div>
  )
}

const Answers = ({ rows, kind, caption }: { readonly rows: readonly AnswerRow[]; readonly kind: AnswerKind; readonly caption: string }) => {
  const t = useT()
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'answer',
          label: t(kind === 'endings' ? 'statistics.ending' : 'statistics.answer'),
          rowHeader: true,
          cell: (row) => <AnswerText row={row} kind={kind} />,
        },
        ...(rows.some(({ right }) => right !== null)
          ? [{ key: 'key', label: t('statistics.key'), cell: ({ right }: AnswerRow) => t(right === true ? 'statistics.right' : 'statistics.wrong') }]
          : []),
        {
          key: 'share',
          label: t(kind === 'nodes' ? 'statistics.nodeShare' : 'statistics.share'),
          nowrap: true,
          cell: ({ figure }) => <Share figure={figure} />,
        },
      ]}
    />
  )
}

type AnswerKind = PartsKind | 'options' | 'verdict' | 'endings' | 'statuses' | 'nodes'

const AnswerText = ({ row: { id, text, other, right }, kind }: { readonly row: AnswerRow; readonly kind: AnswerKind }) => {
  const t = useT()
  const plain = withoutMarks(text)
  switch (kind) {
    case 'verdict':
      return text === '' ? t('statistics.verdictWrong') : t(right === true ? 'statistics.verdictRight' : 'statistics.verdictOther', { text: plain })
    case 'order':
      return t('statistics.follows', { before: plain, after: withoutMarks(other ?? '') })
    case 'match':
      return t('statistics.pair', { left: plain, right: withoutMarks(other ?? '') })
    case 'gap':
      return t('statistics.gap', { label: plain, word: other ?? '' })
    case 'statuses':
      return t(`statistics.status.${id === 'done' || id === 'tried' ? id : 'not_yet'}`)
    default:
      return <InlineText text={text} />
  }
}

const RATINGS = [1, 2, 3, 4, 5] as const

const Ratings = ({ rows, caption }: { readonly rows: readonly RatedRow[]; readonly caption: string }) => {
  const t = useT()
  return (
    <>
      <DataTable
        caption={caption}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'option', label: t('statistics.option'), rowHeader: true, cell: ({ text }) => <InlineText text={text} /> },
          ...RATINGS.map((rating, at) => ({
            key: String(rating),
            label: String(rating),
            cell: ({ figures }: RatedRow) => {
              const figure = figures[at]
              return figure === undefined ? null : <Share figure={figure} />
            },
          })),
          { key: 'authors', label: t('statistics.authors'), numeric: true, cell: ({ authors }) => authors },
          {
            key: 'closeness',
            label: t('statistics.closeness'),
            nowrap: true,
            cell: ({ closeness }) => t('statistics.closenessOf', { score: Math.round(closeness / 10) }),
          },
        ]}
      />
      <p className="t-meta t-measure">{t('statistics.provisional')}</p>
    </>
  )
}

const Node = ({ node, number }: { readonly node: NodeRow; readonly number: number }) => {
  const t = useT()
  const title = t('statistics.node', { number, text: withoutMarks(node.text) })
  return (
    <div className="wb-stat-node l-stack l-stack--s">
      <p className="t-small">
        <b>{title}</b>
        <br />
        {t('statistics.nodeReached', { share: shareText(t, node.reached) })}
      </p>
      <Answers rows={node.choices} kind="nodes" caption={title} />
    </div>
  )
}
