/** Joins the class names that are there: `classes('a', open && 'is-open')`. */
export const classes = (...names: readonly (string | false | null | undefined)[]) => names.filter(Boolean).join(' ')
