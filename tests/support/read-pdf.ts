/** A PDF as somebody hears it: its tags in reading order with their words, and what nobody would hear or see rightly. For tests alone. */
import { dict, nameOf, type PdfDict, type PdfFile, type PdfValue, Reader, readObjects, textOf } from './pdf-objects.ts'

/** A tag of the structure tree. */
export interface PdfTag {
  readonly tag: string
  /** Its words and those below it, in reading order; `actual` text in place of what is drawn. */
  readonly text: string
  readonly tags: readonly PdfTag[]
  /** Numbers under which its content and that of the tags below it is drawn, in reading order. */
  readonly marks: readonly number[]
  readonly alt: string | undefined
  readonly actual: string | undefined
  readonly lang: string | undefined
  /** Addresses that it leads to. */
  readonly links: readonly string[]
  readonly attributes: PdfDict
}

export interface PdfReading {
  readonly title: string | undefined
  readonly lang: string | undefined
  readonly pages: number
  /** The one root. */
  readonly root: PdfTag
  /** PDF/UA part that the metadata claim. */
  readonly ua: string | undefined
  readonly marked: boolean
  readonly showsTitle: boolean
  /** Names of the typefaces. */
  readonly fonts: readonly string[]
  /** Those whose letters are not embedded. */
  readonly foreignFonts: readonly string[]
  /** Sizes of type in points, from the smallest, each once. */
  readonly sizes: readonly number[]
  /** Drawn or written without a tag and without being marked as decoration: operators. */
  readonly untagged: readonly string[]
  /** Letters drawn as "no such letter". */
  readonly missingLetters: number
  /** What is drawn as decoration, by type. */
  readonly artifacts: readonly string[]
}

/** Reads a PDF that this product has written. */
export const readPdf = (bytes: Buffer): PdfReading => {
  const file = readObjects(bytes)
  const at = (value: PdfValue | undefined): PdfValue | undefined => {
    if (typeof value !== 'object' || value === null || !('ref' in value) || typeof value.ref !== 'number') return value
    return file.objects.get(value.ref)?.value
  }
  const catalogue = dict(at(file.trailer['Root']))
  const kids = dict(at(catalogue['Pages']))['Kids']
  const pages = (Array.isArray(kids) ? kids : []) as readonly { readonly ref: number }[]
  const contents = new Map(pages.map((page) => [page.ref, readContent(file, dict(at(page)), at)]))
  const tree = dict(at(catalogue['StructTreeRoot']))
  const [root] = tagsOf(tree['K'], { at, contents, page: undefined })
  if (root === undefined) throw new Error('a PDF without a tree')
  const fonts = [...file.objects.values()].flatMap(({ value }) => {
    const font = dict(value)
    if (nameOf(font['Type']) !== 'FontDescriptor') return []
    return [{ name: (nameOf(font['FontName']) ?? '?').replace(/^[A-Z]{6}\+/, ''), embedded: font['FontFile2'] !== undefined }]
  })
  const all = [...contents.values()]
  const metadata = [...file.objects.values()].find(({ value }) => nameOf(dict(value)['Type']) === 'Metadata')?.stream?.toString('utf8')
  return {
    title: textOf(at(dict(at(file.trailer['Info']))['Title'])),
    lang: textOf(catalogue['Lang']),
    pages: pages.length,
    root,
    ua: /<pdfuaid:part>(\d)</.exec(metadata ?? '')?.[1],
    marked: dict(at(catalogue['MarkInfo']))['Marked'] === true,
    showsTitle: dict(at(catalogue['ViewerPreferences']))['DisplayDocTitle'] === true,
    fonts: fonts.map(({ name }) => name),
    foreignFonts: fonts.filter(({ embedded }) => !embedded).map(({ name }) => name),
    sizes: [...new Set(all.flatMap(({ sizes }) => sizes))].sort((a, b) => a - b),
    untagged: all.flatMap(({ untagged }) => untagged),
    missingLetters: all.reduce((sum, { missing }) => sum + missing, 0),
    artifacts: all.flatMap(({ artifacts }) => artifacts),
  }
}

/** As it is read aloud, in indented lines: every tag, with its words where none is below it, and what is said in place of pictures. */
export const outlineOf = (tag: PdfTag, depth = 0): string => {
  const words = tag.tags.length === 0 ? tag.text : ''
  const line = `${'  '.repeat(depth)}${tag.tag}${tag.alt === undefined ? '' : ` (${tag.alt})`}${words === '' ? '' : ` ${words}`}`
  return [line, ...tag.tags.map((below) => outlineOf(below, depth + 1))].join('\n')
}

/** Every tag of the tree, in reading order. */
export const everyTag = (tag: PdfTag): readonly PdfTag[] => [tag, ...tag.tags.flatMap(everyTag)]

interface Walk {
  readonly at: (value: PdfValue | undefined) => PdfValue | undefined
  readonly contents: ReadonlyMap<number, Content>
  readonly page: number | undefined
}

const tagsOf = (kids: PdfValue | undefined, walk: Walk): readonly PdfTag[] =>
  listOf(kids).flatMap((kid) => {
    const element = dict(walk.at(kid))
    return nameOf(element['S']) === undefined ? [] : [readTag(element, walk)]
  })

interface Part {
  readonly text: string
  readonly marks: readonly number[]
  readonly tag?: PdfTag
  readonly link?: string
}
const NOTHING: Part = { text: '', marks: [] }

const readTag = (element: PdfDict, walk: Walk): PdfTag => {
  const below = { ...walk, page: refOf(element['Pg']) ?? walk.page }
  const parts = listOf(element['K']).map((kid): Part => {
    const value = walk.at(kid)
    if (typeof value === 'number') return { text: wordsOf(below, below.page, value), marks: [value] }
    const entry = dict(value)
    if (nameOf(entry['S']) !== undefined) {
      const tag = readTag(entry, below)
      return { text: tag.text, marks: tag.marks, tag }
    }
    if (nameOf(entry['Type']) === 'MCR' && typeof entry['MCID'] === 'number') {
      return { text: wordsOf(below, refOf(entry['Pg']), entry['MCID']), marks: [entry['MCID']] }
    }
    const link = textOf(dict(walk.at(dict(walk.at(entry['Obj']))['A']))['URI'])
    return link === undefined ? NOTHING : { ...NOTHING, link }
  })
  const actual = textOf(element['ActualText'])
  return {
    tag: nameOf(element['S']) ?? '',
    text: actual ?? parts.map(({ text }) => text).join(''),
    tags: parts.flatMap(({ tag }) => (tag === undefined ? [] : [tag])),
    marks: parts.flatMap(({ marks }) => marks),
    alt: textOf(element['Alt']),
    actual,
    lang: textOf(element['Lang']),
    links: parts.flatMap(({ link }) => (link === undefined ? [] : [link])),
    attributes: dict(walk.at(element['A'])),
  }
}

const wordsOf = ({ contents }: Walk, page: number | undefined, mark: number): string => contents.get(page ?? -1)?.words.get(mark) ?? ''
const refOf = (value: PdfValue | undefined): number | undefined =>
  typeof value === 'object' && value !== null && 'ref' in value && typeof value.ref === 'number' ? value.ref : undefined
const listOf = (value: PdfValue | undefined): readonly PdfValue[] => (value === undefined ? [] : Array.isArray(value) ? value : [value as PdfValue])

interface Content {
  /** By the number that a tag refers to. */
  readonly words: ReadonlyMap<number, string>
  readonly untagged: readonly string[]
  readonly missing: number
  readonly artifacts: readonly string[]
  readonly sizes: readonly number[]
}

const PAINTS = new Set(['TJ', 'Tj', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Do', 'sh'])

const readContent = (file: PdfFile, page: PdfDict, at: Walk['at']): Content => {
  const stream = file.objects.get(refOf(page['Contents']) ?? -1)?.stream?.toString('latin1') ?? ''
  const fonts = dict(at(dict(at(page['Resources']))['Font']))
  const alphabets = new Map(Object.entries(fonts).map(([name, font]) => [name, alphabetOf(file, dict(at(font)))]))
  const words = new Map<number, string>()
  const untagged: string[] = []
  const artifacts: string[] = []
  const sizes: number[] = []
  const marks: (number | 'artifact' | undefined)[] = []
  let missing = 0
  let alphabet: ReadonlyMap<number, string> = new Map()
  const reader = new Reader(stream)
  let operands: PdfValue[] = []
  for (let token = reader.next(); token !== undefined; token = reader.next()) {
    if (typeof token !== 'object' || token === null || !('operator' in token) || typeof token.operator !== 'string') {
      operands.push(token as PdfValue)
      continue
    }
    const { operator } = token
    if (operator === 'BDC' || operator === 'BMC') {
      const { MCID, Type } = dict(operands[1])
      if (nameOf(operands[0]) === 'Artifact') artifacts.push(nameOf(Type) ?? textOf(Type) ?? '')
      marks.push(nameOf(operands[0]) === 'Artifact' ? 'artifact' : typeof MCID === 'number' ? MCID : undefined)
    }
    if (operator === 'EMC') marks.pop()
    if (operator === 'Tf') {
      alphabet = alphabets.get(nameOf(operands[0]) ?? '') ?? new Map()
      sizes.push(Number(operands[1]))
    }
    if (PAINTS.has(operator) && !marks.some((mark) => mark !== undefined)) untagged.push(operator)
    if (operator === 'TJ' || operator === 'Tj') {
      const glyphs = listOf(operands[0]).flatMap(glyphsOf)
      missing += glyphs.filter((glyph) => glyph === 0).length
      const mark = marks.findLast((one) => typeof one === 'number')
      if (typeof mark === 'number') words.set(mark, (words.get(mark) ?? '') + glyphs.map((glyph) => alphabet.get(glyph) ?? '').join(''))
    }
    operands = []
  }
  return { words, untagged, missing, artifacts, sizes }
}

const glyphsOf = (value: PdfValue): number[] => {
  if (typeof value !== 'object' || value === null || !('bytes' in value) || !Buffer.isBuffer(value.bytes)) return []
  const { bytes } = value
  return Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readUInt16BE(index * 2))
}

/** What each glyph of a font stands for, from its map for copying. */
const alphabetOf = (file: PdfFile, font: PdfDict): ReadonlyMap<number, string> => {
  const map = file.objects.get(refOf(font['ToUnicode']) ?? -1)?.stream?.toString('latin1') ?? ''
  const letters = new Map<number, string>()
  for (const [, from, , list] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    for (const [index, found] of [...(list ?? '').matchAll(/<([0-9a-f\s]*)>/gi)].entries()) {
      letters.set(
        Number.parseInt(from ?? '0', 16) + index,
        Buffer.from((found[1] ?? '').replace(/\s/g, ''), 'hex')
          .swap16()
          .toString('utf16le'),
      )
    }
  }
  return letters
}
