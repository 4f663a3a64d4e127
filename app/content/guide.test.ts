import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COURSE_FILE, compileWith, ITEMS_FILE, MODULE_FILE, MODULE_HEAD, shown } from './fixtures/course-folder.server.ts'
import { itemSchema } from './items/item.ts'
import { VOCABULARY } from './prose/vocabulary.ts'

const guide = readFileSync('courses/README.md', 'utf8')
const blocks = (language: string) => [...guide.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1] ?? '')
const items = blocks('yaml')
  .filter((block) => block.startsWith('  - kind:'))
  .join('\n')
const ids = [...items.matchAll(/^ {4}id: (\S+)/gm)].map((match) => match[1] ?? '')

test('every sample of the guide for authors passes the check as it stands', async () => {
  const heads = blocks('yaml').filter((block) => block.startsWith('---'))
  const glossary = blocks('yaml').find((block) => block.startsWith('- id:')) ?? ''
  const compiled = await compileWith({
    [COURSE_FILE]: (heads[0] ?? '').replace(/^---.*/, '---'),
    [MODULE_FILE]: `${MODULE_HEAD}\n${blocks('mdx').join('\n')}\n${ids.map((id) => `<Item id="${id}" />`).join('\n\n')}\n`,
    [ITEMS_FILE]: `items:\n${items}`,
    'glossary.de.yaml': glossary,
    [ITEMS_FILE.replace('items', 'aid')]: blocks('yaml').find((block) => block.startsWith('# aid.de.yaml')) ?? '',
    '01-erster-kurs/01-erstes-modul/zeitleiste.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"></svg>',
  })
  expect(shown(compiled)).toEqual([`${COURSE_FILE}:5:10 course-minutes`])
  expect(heads).toHaveLength(2)
})

test('the guide has a sample of every word and every kind of item', () => {
  for (const word of Object.keys(VOCABULARY)) expect(guide, word).toContain(`<${word}`)
  for (const option of itemSchema.options) expect(items).toContain(`kind: ${[...option.shape.kind.values][0]}`)
})
