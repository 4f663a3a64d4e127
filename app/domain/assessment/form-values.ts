/** What a form sent, as plain data: one text for a name, or several where the name came more than once. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

/** The value of a field that may come once; undefined where it is missing, empty or came twice. */
export const oneValue = (form: FormValues, name: string): string | undefined => {
  const values = allValues(form, name)
  return values.length === 1 ? values[0] : undefined
}

/** All non-empty values of a field, in the order in which they came. */
export const allValues = (form: FormValues, name: string): readonly string[] => {
  const raw = Object.hasOwn(form, name) ? form[name] : undefined
  return (typeof raw === 'string' ? [raw] : (raw ?? [])).filter((value) => value !== '')
}

/**
 * Free text as it is kept: NFC, line ends as \n, without control characters (tab and line end stay), trimmed.
 * Right-to-left text and emoji stay as they are.
 */
export const plainText = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufeff]/g, '')
    .normalize('NFC')
    .trim()

/** Length as a person counts it, in code points: an emoji is one character and not two. */
export const lengthOf = (text: string): number => [...text].length
