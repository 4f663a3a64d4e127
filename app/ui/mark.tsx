import { classes } from './class-names.ts'

/** The sign of the product: a way that leads to an open door. Stands beside the name, so it is hidden from assistive technology. */
export const Mark = ({ small = false }: { small?: boolean }) => (
  <svg className={classes('wb-mark', small && 'wb-mark--s')} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <path className="mk-a" d="M4 38V18a16 16 0 0 1 32 0v20z" />
    <path className="mk-b" d="M8.5 38C9 28.5 21.5 28 22 19h6c-.3 9.5-6.5 11-7 19z" />
    <path className="mk-c" d="M20.5 19v-5a4.5 4.5 0 0 1 9 0v5z" />
  </svg>
)
