import { type Block, blocksOf } from './blocks.ts'
import { drawBlocks, heightOf } from './layout.server.ts'
import type { DocumentFacts, Paper } from './paper.ts'
import type { Cursor } from './place.ts'
import { type Doc, drawArtifact, openPdf, openTag, PAGE } from './tagged-pdf.server.ts'
import { INK } from './text-setting.server.ts'
import { type Typefaces, typefaces } from './typefaces.server.ts'

const MARGIN = { side: 54, top: 50, bottom: 62 }
const BODY = { width: PAGE.width - 2 * MARGIN.side, height: PAGE.height - MARGIN.top - MARGIN.bottom }
const SCALES = [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.73, 0.7] as const

/**
 * Writes a tagged PDF (PDF/UA-1, A4) and returns its bytes. Tags follow the order of writing, letters are embedded, and the same facts
 * and drawing always give the same bytes. Takes tenths of a second of computing: never call it inside a transaction.
 */
export const writeDocument = async (facts: DocumentFacts, draw: (paper: Paper) => void): Promise<Buffer> => {
  const faces = await typefaces()
  const blocks = blocksOf(draw)
  const scale = facts.one_page === true ? fittingScale(blocks, faces) : 1
  const { doc, bytes } = await openPdf({ title: facts.title, lang: LANG[facts.lang], created_at: facts.created_at, author: facts.author, font: faces.regular })
  const root = openTag(doc, null, 'Document')
  drawBlocks(blocks, { doc, look: { faces, scale }, x: MARGIN.side, width: BODY.width, cursor: pages(doc) }, root)
  root.end()
  if (facts.footer !== undefined) drawFooters(doc, facts.footer, faces)
  doc.end()
  return bytes
}

const LANG = { de: 'de-DE', en: 'en-GB' } as const

const fittingScale = (blocks: readonly Block[], faces: Typefaces): number =>
  SCALES.find((scale) => heightOf(blocks, BODY.width, { faces, scale }) <= BODY.height) ?? SCALES[SCALES.length - 1] ?? 1

/** From the top of the first page on to as many as it takes. */
const pages = (doc: Doc): Cursor => {
  const bottom = PAGE.height - MARGIN.bottom
  let y = MARGIN.top
  return {
    take: (height, keep = 0) => {
      // What is marked goes on being marked on the next page.
      if (y > MARGIN.top && y + height + keep > bottom + 0.01) {
        doc.continueOnNewPage()
        y = MARGIN.top
      }
      const top = y
      y += height
      return top
    },
    page: BODY.height,
  }
}

/** On every page; with the number of the page where there is more than one. */
const drawFooters = (doc: Doc, text: string, faces: Typefaces): void => {
  const { start, count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(start + page)
    drawArtifact(doc, 'Pagination', () => {
      const y = PAGE.height - 34
      doc
        .font(faces.regular as unknown as string)
        .fontSize(8)
        .fillColor(INK.soft)
      doc.text(text, MARGIN.side, y, { lineBreak: false, baseline: 'alphabetic' })
      if (count === 1) return
      const number = `${page + 1} / ${count}`
      doc.text(number, PAGE.width - MARGIN.side - doc.widthOfString(number), y, { lineBreak: false, baseline: 'alphabetic' })
    })
  }
}
