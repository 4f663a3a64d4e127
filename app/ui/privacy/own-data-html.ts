/**
 * "Meine Daten" as one file to read: needs no network and no style sheet, runs nothing, and is written piece by piece because React would
 * take seconds for tens of thousands of rows. Everything that is not from here goes through `escaped`.
 */
import { givenColumns, type OwnPart, type OwnTable, retentionOf, SECTIONS, type Section } from '#app/domain/privacy/own-data.ts'
import type { FileHead } from './own-data-json.ts'
import { valueInWords, type Words } from './own-data-words.ts'

/** The only style of the file. Its hash stands in the file's own policy, so that nothing else can style or run anything. */
export const FILE_STYLE =
  ':root{color-scheme:light dark;font:100%/1.5 "Fira Sans",system-ui,sans-serif}body{margin:0 auto;padding:1.5rem;max-width:72rem;overflow-wrap:break-word}' +
  'h1,h2,h3{line-height:1.2;margin:2.5rem 0 .75rem}h1{margin-top:0}p,ul{max-width:44rem}.wide{overflow-x:auto}' +
  'table{border-collapse:collapse;font-size:.9375rem}' +
  'th,td{padding:.375rem .75rem;border:1px solid;text-align:start;vertical-align:top;white-space:pre-wrap;min-width:5rem;max-width:30rem}' +
  '@media print{.wide{overflow:visible}thead{display:table-header-group}tr{break-inside:avoid}}'

/** @param hash of `FILE_STYLE`: SHA-256, base64 */
export const filePolicy = (hash: string): string => `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`

/** The pieces of the file, in order. Every table is there, also an empty one. */
export async function* ownDataHtml(parts: AsyncIterable<OwnPart>, head: FileHead, words: Words, policy: string): AsyncGenerator<string, void> {
  const { t } = words
  yield start(head, words, policy)
  let open: Pick<OwnPart, 'table' | 'why'> | undefined
  let inTable = false
  for await (const { table, why, rows } of parts) {
    let text = ''
    if (open?.table !== table || open.why !== why) {
      if (open !== undefined) text += inTable ? TABLE_END : none(words)
      if (why === 'acted' && open?.why !== 'acted')
        text += `<h2 id="own-acts">${escaped(t('privacy.ownActs.title'))}</h2>\n<p>${escaped(t('privacy.ownActs.text'))}</p>\n`
      const section = why === 'about' ? sectionThatBeginsWith(table) : undefined
      if (section !== undefined) text += `<h2 id="${section}">${escaped(t(`privacy.section.${section}`))}</h2>\n`
      text += tableHead(words, table, why)
      open = { table, why }
      inTable = false
    }
    if (rows.length > 0) {
      const columns = givenColumns(table).filter(({ name }) => why === 'about' || rows.some((row) => name in row))
      if (!inTable) text += tableStart(words, table, why, columns)
      inTable = true
      const cell = (name: (typeof columns)[number]['name'], row: OwnPart['rows'][number]) =>
        `<td dir="auto">${escaped(valueInWords(words, table, name, row))}</td>`
      for (const row of rows) {
        if (table === 'person')
          for (const { name } of columns) text += `<tr><th scope="row">${escaped(t(`privacy.column.${name}`))}</th>${cell(name, row)}</tr>\n`
        else text += `<tr>${columns.map(({ name }) => cell(name, row)).join('')}</tr>\n`
      }
    }
    yield text
  }
  yield `${inTable ? TABLE_END : none(words)}${end(words)}`
}

const TABLE_END = '</tbody></table></section>\n'
const none = ({ t }: Words) => `<p>${escaped(t('privacy.file.none'))}</p>\n`

const SECTION_NAMES = Object.keys(SECTIONS) as Section[]
const sectionThatBeginsWith = (table: OwnTable) => SECTION_NAMES.find((section) => SECTIONS[section][0] === table)

const start = ({ created_at, language, name, authority, contact }: FileHead, { t, format }: Words, policy: string): string => {
  const time = format.dateTime(new Date(created_at), { dateStyle: 'long', timeStyle: 'short' })
  const link = (to: string, label: string) => `<li><a href="#${to}">${escaped(label)}</a></li>\n`
  const contents = [
    ...SECTION_NAMES.map((section) => link(section, t(`privacy.section.${section}`))),
    link('own-acts', t('privacy.ownActs.title')),
    link('not-included', t('privacy.file.notIncluded')),
  ]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(t('privacy.file.title'))}</title>
<style>${FILE_STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(t('privacy.file.title'))}</h1>
<p dir="auto">${escaped(t('privacy.file.made', { time, name, authority }))}</p>
<p>${escaped(t('privacy.file.intro'))}</p>
<p>${escaped(t('privacy.file.contact', { contact }))}</p>
<nav aria-labelledby="contents">
<h2 id="contents">${escaped(t('privacy.file.contents'))}</h2>
<ul>
${contents.join('')}</ul>
</nav>
`
}

const idOf = (table: OwnTable, why: OwnPart['why']) => `${why}-${table}`

const tableHead = ({ t }: Words, table: OwnTable, why: OwnPart['why']): string => {
  const title = `<h3 id="${idOf(table, why)}">${escaped(t(`privacy.table.${table}.title`))}</h3>\n`
  if (why === 'acted') return title
  const purpose = t('privacy.file.purpose', { purpose: t(`privacy.table.${table}.purpose`) })
  return `${title}<p>${escaped(purpose)}<br>${escaped(t('privacy.file.kept', { kept: t(`privacy.kept.${retentionOf(table)}`) }))}</p>\n`
}

const tableStart = ({ t }: Words, table: OwnTable, why: OwnPart['why'], columns: ReturnType<typeof givenColumns>): string => {
  const id = idOf(table, why)
  const heads = columns.map(({ name }) => `<th scope="col">${escaped(t(`privacy.column.${name}`))}</th>`).join('')
  const head = table === 'person' ? '' : `<thead><tr>${heads}</tr></thead>`
  return `<section class="wide" aria-labelledby="${id}" tabindex="0"><table aria-labelledby="${id}">${head}<tbody>\n`
}

const end = ({ t }: Words): string => `<h2 id="not-included">${escaped(t('privacy.file.notIncluded'))}</h2>
<ul>
${[t('privacy.data.secrets'), t('privacy.data.rateLimit'), t('privacy.data.tally'), t('privacy.data.barrier')].map((one) => `<li>${escaped(one)}</li>\n`).join('')}</ul>
<p>${escaped(t('privacy.file.end'))}</p>
</main>
</body>
</html>
`

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
