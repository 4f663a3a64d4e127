/** Values of a form that was sent back. */
type Values = Readonly<Record<string, string | readonly string[]>> | undefined

/** The text of a field, '' where there is none. */
export const textOf = (values: Values, name: string): string => listOf(values, name)[0] ?? ''

/** All values of a field. */
export const listOf = (values: Values, name: string): readonly string[] => {
  const value = values === undefined || !Object.hasOwn(values, name) ? undefined : values[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
