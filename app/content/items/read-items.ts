/** `items.<lang>.yaml` → items, each checked on its own so that one fault hides no other. */
import type { Finding } from '../course.ts'
import { itemsFileSchema } from '../course/schemas.ts'
import { readYaml, type YamlSource } from '../course/yaml-source.ts'
import { conform } from '../course/zod-faults.ts'
import { finding } from '../faults/fault.ts'
import { checkItem } from './check-item.ts'
import { type Item, itemSchema } from './item.ts'

export interface ReadItem {
  readonly item: Item
  readonly index: number
}

export interface ItemsFile {
  readonly file: string
  readonly items: readonly ReadItem[]
  /** Ids of all entries, also of those that do not fit their schema. */
  readonly ids: readonly string[]
  readonly source: YamlSource
  readonly findings: readonly Finding[]
}

/** Never throws. */
export const readItems = (text: string, file: string): ItemsFile => {
  const source = readYaml(text, file)
  if (source.findings.length > 0) return { file, items: [], ids: [], source, findings: source.findings }
  const list =
    typeof source.value === 'object' && source.value !== null && 'items' in source.value && Array.isArray(source.value.items)
      ? (source.value.items as readonly unknown[])
      : []
  // The frame is checked with an empty list: entries follow one by one.
  const frame = conform(
    itemsFileSchema,
    isRecord(source.value) && Array.isArray(source.value['items']) ? { ...source.value, items: [] } : source.value,
    source,
    file,
  )
  const findings: Finding[] = [...frame.findings]
  const items: ReadItem[] = []
  const first = new Map<string, number>()
  list.forEach((entry, index) => {
    const result = conform(itemSchema, entry, source, file, ['items', index])
    findings.push(...result.findings)
    const id = isRecord(entry) && typeof entry['id'] === 'string' ? entry['id'] : undefined
    if (id !== undefined && first.has(id))
      findings.push(
        finding('duplicate-id', source.spotOf(['items', index, 'id']), { id, first: `${file}:${source.placeOf(['items', first.get(id) ?? 0, 'id']).line}` }),
      )
    else if (id !== undefined) first.set(id, index)
    if (result.value === undefined) return
    findings.push(...checkItem(result.value, { source, file, base: ['items', index] }))
    items.push({ item: result.value, index })
  })
  return { file, items, ids: [...first.keys()], source, findings }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
