import type { Path, YamlSource } from '../course/yaml-source.ts'
import type { FaultCode, FaultValues } from '../faults/fault.ts'

/** Where an item stands in its file. */
export interface ItemPlace {
  readonly source: YamlSource
  readonly file: string
  readonly base: Path
}

export type Report = (code: FaultCode, path: Path, values?: FaultValues) => void

/** Reports ids used twice in one list. */
export const checkIds = (list: readonly { readonly id: string }[], key: string, report: Report, place: ItemPlace, prefix: Path = []): void => {
  list.forEach((entry, index) => {
    const first = list.findIndex((other) => other.id === entry.id)
    if (first < index)
      report('duplicate-id', [...prefix, key, index, 'id'], {
        id: entry.id,
        first: `${place.file}:${place.source.placeOf([...place.base, ...prefix, key, first, 'id']).line}`,
      })
  })
}
