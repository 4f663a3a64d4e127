import { Fragment } from 'react'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { dateAndTime } from './short-date.ts'

interface StandProps {
  /** What the report is about, in a few words each. */
  readonly of: readonly string[]
  /** The instant at which it was read. */
  readonly at: string
}

/** The line under a report's title: what it is about and from when. No line of it begins with a dot. */
export const Stand = ({ of, at }: StandProps) => {
  const [t, format] = [useT(), useFormat()]
  return (
    <>
      {of.map((part) => (
        <Fragment key={part}>
          {part}
          {'\u00a0· '}
        </Fragment>
      ))}
      <b>{t('hr.stand', { time: dateAndTime(format, at) })}</b>
    </>
  )
}
