import { classes } from './class-names.ts'

/** `arrived`: everything is done · `ahead`: nothing has begun · `lost`: the way breaks off. */
export type WayPictureKind = 'arrived' | 'ahead' | 'lost'

/** The small picture of empty states and errors. Decoration; the words beside it carry the meaning. */
export const WayPicture = ({ kind, large = false }: { kind: WayPictureKind; large?: boolean }) => (
  <svg className={classes('wb-way', large && 'wb-way--l')} viewBox="0 0 104 56" aria-hidden="true" focusable="false">
    {kind === 'ahead' ? <path className="e-w" d="M2 46h72" /> : null}
    {kind === 'arrived' ? <path className="e-w2" d="M2 46h30a10 10 0 0 0 10-10v0a10 10 0 0 1 10-10h12a8 8 0 0 1 8 8v4a8 8 0 0 0 8 8h2" /> : null}
    {kind === 'lost' ? (
      <>
        <path className="e-w2" d="M2 46h22a10 10 0 0 0 10-10V24a10 10 0 0 1 10-10h4" />
        <path className="e-w" d="M56 14h26" />
      </>
    ) : null}
    {kind === 'lost' ? null : <path className="e-l" d="M84 54V28a9 9 0 0 1 18 0v26z" />}
    <path className="e-d" d="M84 54V28a9 9 0 0 1 18 0v26" />
  </svg>
)
