/** Sentences in the reader's language. One translator a language, made once: its ICU messages stay parsed. */
import type { GetICUArgs } from '@schummar/icu-type-parser'
import { createContext, useContext } from 'react'
import { createFormatter, createTranslator, type DateTimeFormatOptions } from 'use-intl/core'
import { de } from './de.ts'
import { en } from './en.ts'

export type Language = 'de' | 'en'
export const LANGUAGES: readonly Language[] = ['de', 'en']

/** Keys of all messages, dotted. */
type KeyOf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeyOf<T[K]>}` }[keyof T & string]
export type MessageKey = KeyOf<typeof de>

type MessageAt<T, K extends string> = K extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? MessageAt<T[Head], Rest>
    : never
  : K extends keyof T
    ? T[K]
    : never
/** Plain `{x}` takes a text or a number; a missing or misspelt argument does not compile. */
type Values<Message> = Message extends string ? GetICUArgs<Message, { ICUArgument: string | number; ICUNumberArgument: number; ICUDateArgument: Date }> : never
/** For a key that is one of several, the arguments of all of them. */
type AllValues<Message> = (Message extends unknown ? (values: Values<Message>) => void : never) extends (values: infer V) => void ? V : never
type Arguments<V> = Partial<V> extends V ? [values?: V] : [values: V]

/** The sentence of a key in the language of the translator. */
export type Translate = <K extends MessageKey>(key: K, ...values: Arguments<AllValues<MessageAt<typeof de, K>>>) => string

const LOCALE = { de: 'de-DE', en: 'en-GB' } as const
const TIME_ZONE = 'Europe/Berlin'

/** Most sentences have no arguments and are always the same: they are looked up once. */
const remembering = (translate: (key: string, values?: object) => string) => {
  const known = new Map<string, string>()
  return (key: string, values?: object): string => {
    if (values !== undefined) return translate(key, values)
    const sentence = known.get(key) ?? translate(key)
    known.set(key, sentence)
    return sentence
  }
}

/** Lines do not end within a date: a day stays with its month, a month with its year. */
const WITHIN_A_DATE = /(?<=\b\d{1,2}\.?) (?=\p{L})|(?<=\p{L}\.?) (?=\d{4}\b)/gu

const formatter = (language: Language) => {
  const format = createFormatter({ locale: LOCALE[language], timeZone: TIME_ZONE })
  /** By their options: looking one up as the library does takes longer than writing the date. */
  const formats = new Map<string, Intl.DateTimeFormat>()
  const dateTime = (value: Date | number, options: DateTimeFormatOptions = {}) => {
    const key = Object.entries(options).join()
    const known = formats.get(key) ?? new Intl.DateTimeFormat(LOCALE[language], { timeZone: TIME_ZONE, ...options })
    formats.set(key, known)
    return known.format(value).replace(WITHIN_A_DATE, '\u00a0')
  }
  return { ...format, dateTime }
}

const make = (language: Language) => ({
  t: remembering(
    createTranslator({ locale: LOCALE[language], messages: language === 'de' ? de : en, timeZone: TIME_ZONE }) as (key: string, values?: object) => string,
  ) as Translate,
  format: formatter(language),
})
const made = { de: make('de'), en: make('en') }

export type Format = (typeof made)['de']['format']

/** The sentences of a language. */
export const translatorFor = (language: Language): Translate => made[language].t
/** Dates, times and numbers of a language, in Europe/Berlin. */
export const formatterFor = (language: Language): Format => made[language].format

const LanguageContext = createContext<Language>('de')
export const LanguageProvider = LanguageContext.Provider
export const useLanguage = () => useContext(LanguageContext)
export const useT = () => translatorFor(useContext(LanguageContext))
export const useFormat = () => formatterFor(useContext(LanguageContext))
