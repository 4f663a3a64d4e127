import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { de } from '#app/i18n/de.ts'
import { en } from '#app/i18n/en.ts'

interface Messages {
  readonly [key: string]: string | Messages
}
const flat = (messages: Messages, prefix = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )
const german = new Map(flat(de as Messages))
const english = new Map(flat(en as Messages))

/** `name` or `name:plural`, also within plurals, choices and tags. */
const argumentsOf = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.argument:
        return [element.value]
      case TYPE.number:
      case TYPE.date:
      case TYPE.time:
        return [`${element.value}:${TYPE[element.type]}`]
      case TYPE.select:
        return [
          `${element.value}:select(${Object.keys(element.options).sort().join(',')})`,
          ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value)),
        ]
      case TYPE.plural:
        return [`${element.value}:plural`, ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value))]
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsOf(element.children)]
      default:
        return []
    }
  })
const signature = (message: string | undefined) => [...new Set(argumentsOf(parse(message ?? '')))].sort()

test('every message exists in both languages (architecture, rule 9)', () => {
  expect([...english.keys()].sort()).toEqual([...german.keys()].sort())
})

test('every message can be read', () => {
  const broken = [...german, ...english].filter(([, message]) => {
    try {
      parse(message)
      return false
    } catch {
      return true
    }
  })
  expect(broken).toEqual([])
})

test('a message takes the same arguments in both languages', () => {
  const differing = [...german].filter(([key, message]) => JSON.stringify(signature(message)) !== JSON.stringify(signature(english.get(key))))
  expect(differing.map(([key, message]) => `${key}: ${signature(message)} / ${signature(english.get(key))}`)).toEqual([])
})

test('messages are trimmed and calm', () => {
  const loud = [...german, ...english].filter(([, message]) => message !== message.trim() || /!|\.\.\./.test(message))
  expect(loud).toEqual([])
})
