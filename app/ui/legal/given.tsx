/** Values that an operator filled in, or the words that it has not. */
import type { ReactNode } from 'react'
import { keptTogether } from '../kept-together.ts'
import { type Language, useFormat, useLanguage, useT } from '#app/i18n/translate.ts'

/** Stands where a value of the operator is missing. */
const NotGiven = () => <span className="wb-missing">{useT()('legal.notGiven')}</span>

/** A value in the operator's own words, whatever their language and direction; or that there is none. */
export const Given = ({ value }: { value: string }) => (value === '' ? <NotGiven /> : <bdi>{value}</bdi>)

/** An e-mail address to write to, or that there is none. */
export const Mail = ({ address }: { address: string }) => (address === '' ? <NotGiven /> : <a href={`mailto:${address}`}>{address}</a>)

/** A calendar day in words, or that there is none. `day`: YYYY-MM-DD. */
export const Day = ({ day }: { day: string }) => {
  const format = useFormat()
  // Noon, so that no time zone makes it the day before.
  return day === '' ? <NotGiven /> : <time dateTime={day}>{format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: 'long' })}</time>
}

/** Text of several lines as paragraphs; a line that is a web address becomes a link. */
export const Lines = ({ text, lang }: { text: string; lang?: Language | undefined }) =>
  text === '' ? (
    <p>
      <NotGiven />
    </p>
  ) : (
    <div className="wb-lines" lang={lang}>
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing but their place
          <p key={position} dir="auto">
            {WEB_ADDRESS.test(line) ? (
              <a href={line} rel="noreferrer">
                {line}
              </a>
            ) : (
              keptTogether(line)
            )}
          </p>
        ))}
    </div>
  )

/** An address, line by line. */
export const Address = ({ text }: { text: string }) => (
  <address>
    <Lines text={text} />
  </address>
)

const WEB_ADDRESS = /^https?:\/\/[^\s]+$/

/** Labels and values, below each other. */
export const Values = ({ values }: { values: readonly { readonly label: string; readonly value: ReactNode }[] }) => (
  <dl className="wb-values">
    {values.map(({ label, value }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** A text that exists in two languages: the reader's, or the other one, marked as such. */
export const useInLanguage = (texts: Readonly<Record<Language, string>>): { readonly text: string; readonly lang: Language | undefined } => {
  const language = useLanguage()
  const other = language === 'de' ? 'en' : 'de'
  return texts[language] !== '' || texts[other] === '' ? { text: texts[language], lang: undefined } : { text: texts[other], lang: other }
}
