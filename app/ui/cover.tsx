import { classes } from './class-names.ts'
import { type CoverShape, drawCover, outlineOf } from './cover-drawing.ts'
import { kept } from './kept-markup.tsx'

interface CoverProps {
  /** Seed of the picture: the course's id. */
  readonly courseId: string
  /** The course's number; decides colour family and rhythm of the shapes. */
  readonly number: number
  /** Format in cells of 40 px: card 8×4 (default), home 6×7, certificate 16×3, sign-in 9×8. */
  readonly cols?: number
  readonly rows?: number
}

/** The generated picture of a course: a way that leads to an open door. Always the same for the same course; decoration. */
export const Cover = kept<CoverProps>(({ courseId, number, cols = 8, rows = 4 }) => {
  const { family, width, height, shapes, way, door } = drawCover(courseId, number, cols, rows)
  return (
    <svg
      className={classes('wb-cover', `f-${family}`)}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="s0" width={width} height={height} />
      {shapes.map((shape) => (
        <path key={`${shape.x} ${shape.y}`} className={shape.tone} d={outlineOf(shape)} transform={turn(shape)} />
      ))}
      <path className="w" d={way} />
      <path className="t" d={`M${door.x} ${door.y}v-34a18 18 0 0 1 36 0v34z`} />
      <path className="l" d={`M${door.x + 9} ${door.y}v-34a9 9 0 0 1 18 0v34z`} />
    </svg>
  )
})

const turn = ({ x, y, size, quarter }: CoverShape) => (quarter === 0 ? undefined : `rotate(${quarter * 90} ${x + size / 2} ${y + size / 2})`)
