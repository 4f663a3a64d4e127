import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { compileProse } from './compile-prose.server.ts'

const treeOf = async (source: string) => (await compileProse({ source, file: 'm.mdx', folder: tmpdir(), courseFolder: tmpdir(), language: 'en' })).tree

const german = (words: string) => ['Foreign', { lang: 'de' }, words]

test('words of another language that fill a paragraph stay a paragraph', async () => {
  expect(await treeOf('<Foreign lang="de">Ein Satz.</Foreign>\n\n<Foreign lang="de">Noch einer.</Foreign>\n\n*In English:* Two.')).toEqual([
    ['p', {}, german('Ein Satz.')],
    ['p', {}, german('Noch einer.')],
    ['p', {}, ['em', {}, 'In English:'], ' Two.'],
  ])
  expect(await treeOf('> <Foreign lang="de">Ein Satz.</Foreign>')).toEqual([['blockquote', {}, ['p', {}, german('Ein Satz.')]]])
})

test('words that share a paragraph keep the space between them', async () => {
  expect(await treeOf('<Foreign lang="de">Ein Satz.</Foreign>\n<Foreign lang="de">Noch einer.</Foreign>')).toEqual([
    ['p', {}, german('Ein Satz.'), ' ', german('Noch einer.')],
  ])
})

test('boxes stay boxes', async () => {
  expect(await treeOf('<Callout kind="note">\n\nA sentence.\n\n</Callout>')).toEqual([['Callout', { kind: 'note' }, ['p', {}, 'A sentence.']]])
})
