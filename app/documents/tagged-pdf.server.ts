/** The PDF library behind a narrow door: a tree of tags, text and shapes. Its declared types know neither PDF/UA nor attributes of tags. */
import type { Readable } from 'node:stream'
import type { Font } from 'fontkit'

export type Doc = PDFKit.PDFDocument
export type Tag = PDFKit.PDFStructureElement

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const

/** An empty document of one page, with the promise of its bytes; they come once `end()` was called. */
export const openPdf = async (facts: {
  readonly title: string
  readonly lang: string
  readonly created_at: string
  readonly author: string | undefined
  readonly font: Font
}): Promise<{ readonly doc: Doc; readonly bytes: Promise<Buffer> }> => {
  const { default: PDFDocument } = await import('pdfkit')
  const options = {
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: facts.lang,
    displayTitle: true,
    bufferPages: true,
    // Otherwise Helvetica is read from a file that the built program does not carry.
    font: facts.font,
    info: {
      Title: facts.title,
      ...(facts.author === undefined ? {} : { Author: facts.author }),
      Producer: 'Wegbereiter',
      Creator: 'Wegbereiter',
      CreationDate: new Date(facts.created_at),
    },
  }
  const doc = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions)
  return { doc, bytes: collected(doc) }
}

const collected = async (doc: Doc): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of doc as Readable) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

/** What a tag says beside its kind. `actual` replaces what is drawn when it is copied or read aloud. */
export interface TagFacts {
  readonly alt?: string
  readonly lang?: string
  readonly actual?: string
  /** Left, top, right, bottom on the page. */
  readonly bbox?: readonly [number, number, number, number]
  /** How the items of a list are marked. */
  readonly numbering?: 'Disc' | 'Decimal' | 'None'
}

/** A new tag below another (or at the root), open until `end()`. */
export const openTag = (doc: Doc, parent: Tag | null, kind: string, { bbox, numbering, ...said }: TagFacts = {}): Tag => {
  const tag = doc.struct(kind, { ...said, ...(bbox === undefined ? {} : { bbox: [...bbox], placement: 'Block' }) })
  if (numbering !== undefined) {
    const { dictionary } = tag as unknown as { readonly dictionary: { readonly data: Record<string, unknown> } }
    dictionary.data['A'] = { O: 'List', ListNumbering: numbering }
  }
  if (parent === null) doc.addStructure(tag)
  else parent.add(tag)
  return tag
}

/** Draws what is not part of the text: screen readers pass over it. */
export const drawArtifact = (doc: Doc, kind: 'Layout' | 'Pagination', draw: () => void): void => {
  doc.markContent('Artifact', { type: kind })
  draw()
  doc.endMarkedContent()
}

/** Makes an area of the page lead to an address. `contents` says where to. */
export const addLink = (doc: Doc, tag: Tag, area: { x: number; y: number; width: number; height: number }, href: string, contents: string): void => {
  // The library takes a primitive string for a name.
  const options = { structParent: tag, Contents: new String(contents) }
  doc.link(area.x, area.y, area.width, area.height, href, options as unknown as PDFKit.Mixins.AnnotationOption)
}
