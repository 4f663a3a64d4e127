/** The HTML of a page as the server sends it, against the standard. */
import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // How React writes what the standard lets one write in several ways.
    'attr-case': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'void-style': 'off',
    // Scripts and styles come from our own host only, as the policy of every page says.
    'require-sri': 'off',
    // A rule of search engines, which do not come here; titles name page, course and product.
    'long-title': 'off',
    // Lists may be named, and ours are.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Boxes of one group have one name, as radios do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
  },
})

/** Every departure from the standard, in one line each. */
export const faults = async (html: string): Promise<string[]> => {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column, selector }) => `html ${line}:${column} ${ruleId}: ${message} (${selector ?? ''})`),
  )
}
