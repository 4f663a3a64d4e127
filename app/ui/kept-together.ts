/**
 * What a line must not tear apart: § 25, Abs. 1, 20 Minuten, 40 %, 15. März, z. B., 2013–2015, E-Mail, C-34/21. Courses are typed with
 * ordinary spaces; here these become non-breaking.
 */
export const keptTogether = (text: string): string =>
  text
    .replace(BEFORE, '$1\u00a0')
    .replace(AFTER, '$1\u00a0')
    .replace(SHORT, '$1\u00a0')
    .replace(DAY, '$1\u00a0')
    .replace(DASH, '\u00a0')
    .replace(INSIDE, '$1\u2060')

/** A sign or short word with the number after it. */
const BEFORE = /(§§?|(?<!\p{L})(?:Abs|Art|Nr|Buchst|ca|No)\.|(?<!\p{L})(?:Modul|Kurs|Module|Course|Section)) (?=\d)/gu

/** A number with its unit. */
const AFTER = /(\d) (?=%|(?:Prozent|Euro|Uhr|Min|Minuten?|Stunden?|Tagen?|Wochen?|Monaten?|Jahren?|minutes?|hours?|days?|weeks?|months?|years?)(?!\p{L}))/gu

/** Abbreviations of two letters. */
const SHORT = /((?<!\p{L})(?:z|u|d|i)\.) (?=[aBhdR]\.)/gu

/** A day with its month. */
const DAY =
  /((?<!\d)\d{1,2}\.?) (?=(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December)(?!\p{L}))/gu

/** No line begins with a dash. */
const DASH = / (?=–(?: |$))/gu

/** The dash or hyphen between two numbers, in E-Mail and in the number of a case of the Court of Justice. */
const INSIDE = /(\d–(?=\d)|(?<!\p{L})(?:E-(?=Mail)|[CT]-(?=\d+\/\d)))/gu
