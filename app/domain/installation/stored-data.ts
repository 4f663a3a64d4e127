/** What is stored about people, read from the data map and the policy: the privacy page can promise neither less nor more than the database holds. */
import type { ColumnFacts, DataKind, Retention } from '#db/data-facts.ts'
import { dataMap } from '#db/data-map.ts'
import { DATA_KINDS, ONLOOKERS, type Onlooker, type Sight, sightOf } from '../privacy/policy.ts'

/** One kind of data, how long its values are kept, and who sees how much of it. */
export interface StoredKind {
  readonly kind: DataKind
  readonly retention: readonly Retention[]
  /** Without those who see nothing. */
  readonly seen: readonly { readonly by: Onlooker; readonly sight: Exclude<Sight, 'never'> }[]
}

/** Every kind of personal data, in the order of "Wer sieht was von mir?". */
export const storedKinds = (): readonly StoredKind[] => {
  const kinds = new Map<DataKind, Set<Retention>>()
  const columns = Object.values(dataMap).flatMap((table): readonly ColumnFacts[] => Object.values(table))
  for (const column of columns) if (column.personal) kinds.set(column.kind, (kinds.get(column.kind) ?? new Set()).add(column.retention))
  return DATA_KINDS.flatMap((kind) => {
    const retention = kinds.get(kind)
    return retention === undefined ? [] : [{ kind, retention: [...retention], seen: seenBy(kind) }]
  })
}

const seenBy = (kind: DataKind): StoredKind['seen'] =>
  ONLOOKERS.flatMap((by) => {
    const sight = sightOf(kind, by)
    return sight === 'never' ? [] : [{ by, sight }]
  })
