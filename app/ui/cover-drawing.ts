/** Where way, door and shapes of a course's cover stand. Pure: the same course always gets the same picture. */
export interface CoverShape {
  readonly kind: 'quarter' | 'half' | 'square' | 'circle' | 'arch' | 'leaf'
  readonly x: number
  readonly y: number
  readonly size: number
  /** Quarter turns clockwise. */
  readonly quarter: number
  readonly tone: 's1' | 's2'
}

interface CoverDrawing {
  readonly family: string
  readonly width: number
  readonly height: number
  readonly shapes: readonly CoverShape[]
  /** SVG path of the way. */
  readonly way: string
  /** Foot of the door's left edge. */
  readonly door: { readonly x: number; readonly y: number }
}

const CELL = 40
const BEND = 16
const FAMILIES = ['blau', 'see', 'moos', 'flieder', 'nacht'] as const
/** Four ways to fill the ground; with five families that differ in period, twenty courses follow before a pair repeats. */
const RHYTHMS = ['scattered', 'large', 'rows', 'leaves'] as const
type Rhythm = (typeof RHYTHMS)[number]

/** Draws the cover of a course on a grid of 40 px cells. Needs at least 5 columns and 2 rows. */
export const drawCover = (courseId: string, number: number, cols: number, rows: number): CoverDrawing => {
  const random = mulberry32(fnv1a(`${courseId}/${cols}x${rows}`))
  const { way, taken, row } = drawWay(random, cols, rows, 1 + (number % 3))
  const end = cols - 2
  return {
    family: FAMILIES[(number - 1) % FAMILIES.length] ?? 'blau',
    width: cols * CELL,
    height: rows * CELL,
    shapes: fillGround(random, RHYTHMS[(number - 1) % RHYTHMS.length] ?? 'scattered', cols, rows, taken),
    way,
    door: { x: middle(end) - 18, y: middle(row) + 4.5 },
  }
}

const middle = (cell: number) => cell * CELL + CELL / 2
const cellKey = (col: number, row: number) => `${col},${row}`

/** The way enters left, bends at right angles and ends in the column before the last, never in the top row: the door needs height. */
const drawWay = (random: () => number, cols: number, rows: number, bends: number) => {
  const taken = new Set<string>()
  const end = cols - 2
  let row = 1 + Math.floor(random() * (rows - 1))
  let col = 0
  const points: [number, number][] = [[-CELL / 2, middle(row)]]
  const bendTo = (at: number, next: number) => {
    points.push([middle(at), middle(row)], [middle(at), middle(next)])
    for (let x = col; x <= at; x++) taken.add(cellKey(x, row))
    for (let y = Math.min(row, next); y <= Math.max(row, next); y++) taken.add(cellKey(at, y))
    row = next
    col = at
  }
  let at = 1 + Math.floor(random() * 2)
  for (let bend = 0; bend < bends && at < end; bend++, at += 2 + Math.floor(random() * 2)) {
    const next = Math.floor(random() * (rows - 1))
    bendTo(at, next >= row ? next + 1 : next)
  }
  if (row === 0) bendTo(Math.min(col + 2, cols - 3) > col ? Math.min(col + 2, cols - 3) : col + 1, 1)
  points.push([middle(end), middle(row)])
  for (let x = col; x <= end; x++) taken.add(cellKey(x, row))
  taken.add(cellKey(end, row - 1)).add(cellKey(end + 1, row))
  return { way: roundCorners(points), taken, row }
}

const roundCorners = (points: readonly (readonly [number, number])[]) => {
  const [[startX, startY] = [0, 0]] = points
  let path = `M${startX},${startY}`
  points.forEach(([x, y], index) => {
    const before = points[index - 1]
    const after = points[index + 1]
    if (before === undefined) return
    if (after === undefined) path += `L${x},${y}`
    else
      path += `L${x - Math.sign(x - before[0]) * BEND},${y - Math.sign(y - before[1]) * BEND}Q${x},${y} ${x + Math.sign(after[0] - x) * BEND},${y + Math.sign(after[1] - y) * BEND}`
  })
  return path
}

const ANY = ['quarter', 'half', 'square', 'circle', 'arch'] as const

const fillGround = (random: () => number, rhythm: Rhythm, cols: number, rows: number, taken: ReadonlySet<string>): CoverShape[] => {
  const shapes: CoverShape[] = []
  const used = new Set(taken)
  const free = (col: number, row: number, span: number) => {
    for (let x = col; x < col + span; x++) for (let y = row; y < row + span; y++) if (x >= cols || y >= rows || used.has(cellKey(x, y))) return false
    return true
  }
  const place = (kind: CoverShape['kind'], col: number, row: number, span: number, quarter: number, tone: CoverShape['tone']) => {
    for (let x = col; x < col + span; x++) for (let y = row; y < row + span; y++) used.add(cellKey(x, y))
    shapes.push({ kind, x: col * CELL, y: row * CELL, size: span * CELL, quarter, tone })
  }
  // every row of the rhythm "rows" repeats one shape
  const rowKinds = Array.from({ length: rows }, () => ({
    kind: pick(random, ['half', 'circle', 'arch', 'quarter'] as const),
    quarter: Math.floor(random() * 4),
  }))
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const chance = random()
      const quarter = Math.floor(random() * 4)
      const tone = random() < 0.62 ? 's1' : 's2'
      if (!free(col, row, 1)) continue
      if (rhythm === 'scattered' && chance < 0.7) place(ANY[Math.floor((chance / 0.7) * ANY.length)] ?? 'circle', col, row, 1, quarter, tone)
      if (rhythm === 'large' && chance < 0.75 && free(col, row, 2))
        place(pick(random, ['quarter', 'circle', 'quarter', 'arch'] as const), col, row, 2, quarter, tone)
      else if (rhythm === 'large' && chance < 0.3) place('circle', col, row, 1, 0, tone)
      if (rhythm === 'rows' && chance < 0.86)
        place(rowKinds[row]?.kind ?? 'half', col, row, 1, rowKinds[row]?.quarter ?? 0, (col + row) % 3 === 0 ? 's2' : 's1')
      if (rhythm === 'leaves' && chance < 0.78) place(chance < 0.1 ? 'circle' : 'leaf', col, row, 1, (col + row) % 2, tone)
    }
  }
  return shapes
}

const pick = <T>(random: () => number, from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0]

const fnv1a = (text: string) => {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0
  return hash
}

const mulberry32 = (seed: number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The shape as an SVG path, before its turn. */
export const outlineOf = ({ kind, x, y, size }: CoverShape): string => {
  const half = size / 2
  switch (kind) {
    case 'quarter':
      return `M${x} ${y}h${size}a${size} ${size} 0 0 1-${size} ${size}z`
    case 'half':
      return `M${x} ${y}h${size}a${half} ${half} 0 0 1-${size} 0z`
    case 'square':
      return `M${x} ${y}h${size}v${size}h-${size}z`
    case 'circle':
      return `M${x} ${y + half}a${half} ${half} 0 0 1 ${size} 0a${half} ${half} 0 0 1-${size} 0z`
    case 'arch':
      return `M${x} ${y + size}v-${half}a${half} ${half} 0 0 1 ${size} 0v${half}z`
    case 'leaf':
      return `M${x} ${y}h${half}a${half} ${half} 0 0 1 ${half} ${half}v${half}h-${half}a${half} ${half} 0 0 1-${half}-${half}z`
  }
}
