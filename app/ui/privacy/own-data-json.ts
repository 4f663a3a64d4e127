/** "Meine Daten" as one JSON document, written piece by piece. It ends with `"complete": true`: without that it was cut off. */
import { type OwnPart, type OwnTable, retentionOf } from '#app/domain/privacy/own-data.ts'
import type { Language, Translate } from '#app/i18n/translate.ts'

/** What stands above the data. */
export interface FileHead {
  readonly created_at: string
  readonly language: Language
  readonly name: string
  readonly authority: string
  /** Office address for corrections. */
  readonly contact: string
}

/** Grows only by new members; a changed meaning is a new number. */
const VERSION = 1

/** The pieces of the document, in order. Every table is there, also an empty one. */
export async function* ownDataJson(parts: AsyncIterable<OwnPart>, head: FileHead, t: Translate): AsyncGenerator<string, void> {
  const { created_at, language, authority, contact } = head
  yield `${JSON.stringify({ format: 'wegbereiter-own-data', version: VERSION, created_at, language, authority: { name: authority, contact } }).slice(0, -1)},\n"data": [`
  let open: { table: OwnTable; why: OwnPart['why'] } | undefined
  let hasRows = false
  for await (const { table, why, rows } of parts) {
    let text = ''
    if (open?.table !== table || open.why !== why) {
      if (open !== undefined) text += ']}'
      if (open !== undefined && open.why !== why) text += '\n],\n"own_acts": ['
      else if (open !== undefined) text += ','
      text += `\n${JSON.stringify(aboutTable(t, table, why)).slice(0, -1)},"rows":[`
      open = { table, why }
      hasRows = false
    }
    for (const row of rows) {
      text += `${hasRows ? ',' : ''}\n${JSON.stringify(row)}`
      hasRows = true
    }
    yield text
  }
  yield `]}\n],\n"not_included": ${JSON.stringify([t('privacy.data.secrets'), t('privacy.data.rateLimit'), t('privacy.data.tally'), t('privacy.data.barrier')])},\n"complete": true}\n`
}

const aboutTable = (t: Translate, table: OwnTable, why: OwnPart['why']) =>
  why === 'about'
    ? { table, title: t(`privacy.table.${table}.title`), purpose: t(`privacy.table.${table}.purpose`), kept: t(`privacy.kept.${retentionOf(table)}`) }
    : { table, title: t(`privacy.table.${table}.title`), note: t('privacy.ownActs.text'), kept: t(`privacy.kept.${retentionOf(table)}`) }
