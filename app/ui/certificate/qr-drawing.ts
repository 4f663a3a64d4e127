/** A QR code as shapes, for page and paper. Pure: the same text always gives the same code. */
import { encode } from 'uqr'

/** Light modules around the code, without which cameras do not find it (ISO/IEC 18004). */
const QUIET = 4

export interface QrDrawing {
  /** Modules along one side, the light border included. */
  readonly size: number
  /** SVG path of everything dark: one rectangle for each run of dark modules in a row. */
  readonly path: string
}

/** The code of a text of up to about 2 KB, readable with 15 % of it damaged. */
export const drawQr = (text: string): QrDrawing => {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  const rectangles = data.flatMap((row, y) => {
    const runs: string[] = []
    for (let x = 0; x < size; x += 1) {
      if (row[x] !== true) continue
      const from = x
      while (row[x + 1] === true) x += 1
      runs.push(`M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`)
    }
    return runs
  })
  return { size, path: rectangles.join('') }
}
