/** Finds German where English should stand: by the product's own words in both languages, and by what only German looks like. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { de } from '#app/i18n/de.ts'
import { en } from '#app/i18n/en.ts'
import { demoAuthorities } from '#db/seed/demo-people.ts'

/** Proper names, which are the same in every language. Everything else that is German is marked as such. */
const NAMES = [
  // Places and districts of the project's history.
  'Gießen',
  'Wetteraukreis',
  'Bergstraße',
  // People in the scenes of the courses, and authors of studies.
  'Jörg',
  'Jürgen',
  'Weiß',
  'Hartung',
  'Krämer',
  'Hülsheger',
  'Grotlüschen',
  'von Gablenz',
  'Russell Sage',
  // Offices whose names are German in every language, in hints that are plain text.
  'Regierungspräsidium',
  'Personalrat',
  // Short names of statutes and associations.
  'FreizügG',
  'BDÜ',
]

/** Words of German that English does not have. */
const FUNCTION_WORDS =
  'und oder nicht mit für von zum zur ist sind wird werden wurde eine einen einem einer auf aus bei nach über ihr ihre ihren ihrem ihnen wir haben kann können bitte noch auch nur wenn dass der das dem ohne gegen durch sich kein keine mehr schon heute jetzt uhr diese dieser dieses welche beim vom seit bis wie ob zwischen'
const ENDINGS =
  /^\p{Lu}\p{Ll}{2,}(?:ung|ungen|keit|heit|schaft|gesetz|amt|pflicht|auftrag|erlaubnis|titel|sprache|recht|dienst|stelle|verfahren|kreis|bescheid|nachweis|kurs|antrag)$/u

const words = (text: string): readonly string[] => text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []

/** All words of the product in one language, in small letters. What an English text marks as German is not English. */
const lexicon = (language: 'de' | 'en'): ReadonlySet<string> => {
  const files = readdirSync('courses', { recursive: true, encoding: 'utf8' }).filter((path) => path.includes(`.${language}.`))
  const texts = files.map((path) => readFileSync(join('courses', path), 'utf8'))
  const unmarked = [...textsIn(language === 'de' ? de : en), ...texts].map((text) =>
    text
      .replace(/<Foreign lang="de">.*?<\/Foreign>/gs, ' ')
      .replace(/\[de:[^\]]*\]|(?:Leichte|Einfache) Sprache/g, ' ')
      // Ids and files are the same in every language.
      .replace(/\(\/courses[^)]*\)/g, ' ')
      .replace(/\b(?:id|next|start|src)(?:: ?|=)["']?[\w.-]+/g, ' '),
  )
  return new Set(unmarked.flatMap(words).map((word) => word.toLowerCase()))
}

const glossary = (): readonly string[] =>
  (parse(readFileSync(join('courses', 'glossary.de.yaml'), 'utf8')) as { readonly term: string }[])
    .map(({ term }) => term)
    .filter((term) => /\p{Ll}{4}/u.test(term))

const people = demoAuthorities.flatMap(({ units }) => units.flatMap((unit) => unit.people.flatMap(words)))
const offices = demoAuthorities.flatMap(({ name, short_name, units }) => [name, short_name, ...units.map((unit) => unit.name)])
/** The longest first, so that a whole name is taken out before a part of it. */
const proper = [...offices, ...people, ...NAMES].sort((a, b) => b.length - a.length)
const anyName = new RegExp(`(?<!\\p{L})(?:${proper.join('|')})(?!\\p{L})|\\S+@\\S*`, 'gu')
const german = lexicon('de')
const english = lexicon('en')
const terms = new Set(glossary().filter((term) => !english.has(term.toLowerCase()) || ENDINGS.test(term) || /[äöüß]/i.test(term)))
const functionWords = new Set(FUNCTION_WORDS.split(' '))

/** The German words in a text that should be English, each once. */
export const germanIn = (text: string): readonly string[] => {
  const found = words(text.replace(anyName, ' ')).filter((word) => {
    if (word.length < 2) return false
    const small = word.toLowerCase()
    return functionWords.has(small) || /[äöüß]/i.test(word) || ENDINGS.test(word) || terms.has(word) || (german.has(small) && !english.has(small))
  })
  return [...new Set(found)]
}

/** Every text a page gives to a reader of English: visible, spoken or shown later, without what is marked as another language. Runs in the browser. */
export const englishTexts = (html: string): readonly string[] => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const texts: string[] = []
  const attributes = ['title', 'aria-label', 'aria-description', 'alt', 'placeholder', 'data-l', 'label', 'content']
  const visit = (node: Node, isEnglish: boolean) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.textContent?.replace(/\s+/g, ' ').trim() ?? ''
      if (isEnglish && text !== '') texts.push(text)
      return
    }
    if (!(node instanceof Element) && !(node instanceof DocumentFragment)) return
    let inside = isEnglish
    if (node instanceof Element) {
      if (['SCRIPT', 'STYLE', 'TEXTAREA', 'CODE'].includes(node.tagName)) return
      // Words that people wrote are in their language, and laid out by it.
      if (node.getAttribute('dir') === 'auto' || node.tagName === 'BDI') return
      const lang = node.getAttribute('lang')
      inside = lang === null ? isEnglish : lang.startsWith('en')
      for (const name of attributes) {
        if (name === 'content' && node.getAttribute('name') !== 'description') continue
        const value = node.getAttribute(name)
        if (inside && value !== null && value !== '') texts.push(value)
      }
      if (node instanceof HTMLInputElement && ['submit', 'button'].includes(node.type) && inside) texts.push(node.value)
      if (node instanceof HTMLTemplateElement) visit(node.content, inside)
    }
    for (const child of node.childNodes) visit(child, inside)
  }
  visit(page.documentElement, true)
  return texts
}
