import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHead } from '../course/read-head.ts'
import { moduleHeadSchema } from '../course/schemas.ts'
import { readItems } from '../items/read-items.ts'
import type { ContentNode } from '../tree.ts'
import { compileProse } from './compile-prose.server.ts'
import { propsOf } from './tree-rules.ts'

/** Pieces that a text is made of, in any order: what people write, what slips in, and what an attacker tries. */
const pieces = fc.constantFrom(
  ...[
    'Text. ',
    '\n',
    '\n\n',
    '## ',
    '# ',
    '> ',
    '- ',
    '1. ',
    '| a | b |\n| - | - |\n',
    '[x](',
    'javascript:',
    'https://x.de',
    ')',
    '![',
    '](',
    '<',
    '>',
    '</',
    '/>',
    '{',
    '}',
    '{/*',
    '*/}',
    '"',
    '=',
  ],
  ...[
    '<Callout kind="note">',
    '</Callout>',
    '<Item id="a" />',
    '<Term id="a">',
    '</Term>',
    '<Steps>',
    '</Steps>',
    '<div>',
    '</div>',
    '<script>',
    'import x from "y"\n',
    'export const x = 1\n',
    '&#x6A;',
    '\u0000',
    '\u2028',
    '`',
    '```\n',
    '[^1]',
    '\n[^1]: x\n',
    '**',
    '*',
    '---\n',
    'constructor',
    '__proto__',
  ],
)

const isAllowed = (node: ContentNode): boolean => {
  if (typeof node === 'string') return true
  const [name, props, ...children] = node
  const { src, width, height, ...others } = props
  const own = name === 'Figure' ? { ...others, src: 'x.svg' } : props
  return 'props' in propsOf(name, own) && children.every(isAllowed)
}

test('whatever is written, the compiler answers with findings or with a tree of allowed nodes', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 25 }), async (parts) => {
      const prose = await compileProse({ source: `\n${parts.join('')}`, file: 'm.mdx', folder: tmpdir(), courseFolder: tmpdir(), language: 'de' })
      for (const finding of prose.findings) expect(Number.isInteger(finding.line) && finding.line > 0 && finding.column > 0).toBe(true)
      expect(prose.findings.map((finding) => finding.code)).not.toContain('compile-failed')
      expect(prose.tree.every(isAllowed)).toBe(true)
      if (prose.findings.some((finding) => finding.severity === 'error')) expect(prose.tree).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('whatever stands in a head or an items file, reading ends with findings', { timeout: 120_000 }, () => {
  const yaml = fc.array(
    fc.constantFrom(
      'items:\n',
      '  - ',
      'kind: single\n',
      '    id: a\n',
      ': ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&a ',
      '*a',
      '!!js/function ',
      '\t',
      '- ',
      '|\n',
      '>\n',
      '#',
      '__proto__: 1\n',
      '<<: *a\n',
      '\u0000',
      '%YAML 1.1\n',
      '---\n',
      '...\n',
      '? ',
    ),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(yaml, (parts) => {
      const text = parts.join('')
      for (const finding of [...readItems(text, 'i').findings, ...readHead(`---\n${text}\n---\n`, 'm', moduleHeadSchema).findings])
        expect(finding.line).toBeGreaterThan(0)
    }),
    { numRuns: 600 },
  )
})
