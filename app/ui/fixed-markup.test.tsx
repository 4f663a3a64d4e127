import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LanguageProvider, useLanguage } from '#app/i18n/translate.ts'
import { FixedMarkup, MarkupStore, MarkupStoreProvider } from './fixed-markup.tsx'

let drawings = 0
const Text = ({ words }: { readonly words: string }) => {
  drawings++
  return (
    <p lang={useLanguage()}>
      {words} &amp; <b>mehr</b>
    </p>
  )
}

/** A page as entry.server draws it. */
const pageOf = (
  content: object,
  words: string,
  { secret = 'secret', language = 'de' as const, typed = '' }: { secret?: string; language?: 'de' | 'en'; typed?: string } = {},
) => {
  const store = new MarkupStore(secret)
  const html = store.fill(
    renderToStaticMarkup(
      <LanguageProvider value={language}>
        <MarkupStoreProvider value={store}>
          <main>
            <FixedMarkup of={content}>{() => <Text words={words} />}</FixedMarkup>
            <i>{typed}</i>
          </main>
        </MarkupStoreProvider>
      </LanguageProvider>,
    ),
  )
  store.draw(renderToStaticMarkup)
  return html
}

test('the second page is the first, letter by letter, and is not drawn again', () => {
  const content = {}
  const first = pageOf(content, 'Frist')
  const before = drawings
  expect(pageOf(content, 'never drawn')).toBe(first)
  expect(drawings).toBe(before)
  expect(first).toContain('<p lang="de">Frist &amp; <b>mehr</b></p>')
})

test('each language and each content has its own', () => {
  const [content, other] = [{}, {}]
  pageOf(content, 'Frist')
  pageOf(content, 'deadline', { language: 'en' })
  pageOf(other, 'Bescheid')
  expect(pageOf(content, '', { language: 'en' })).toContain('<p lang="en">deadline')
  expect(pageOf(content, '')).toContain('<p lang="de">Frist')
  expect(pageOf(other, '')).toContain('Bescheid')
})

test('who types the sign that stands for markup gets it back as text', () => {
  const content = {}
  pageOf(content, 'Frist')
  const typed = '\uE000guess:0\uE000 \uE000'
  expect(pageOf(content, 'Frist', { secret: 'another', typed })).toContain(`<i>${typed}</i>`)
})
