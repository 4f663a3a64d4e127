import type { JobAid } from '#app/content/aid/job-aid.ts'
import { insideMonth, unbroken } from '#app/content/aid/norms.ts'
import type { Language } from '#app/content/course.ts'
import { translatorFor } from '#app/i18n/translate.ts'
import { numbered } from '../items/numbered.ts'
import { AidText } from './aid-text.tsx'

interface JobAidBodyProps {
  readonly aid: JobAid
  /** Language of the sheet; its headings speak it too. */
  readonly language: Language
  /** The helpful sentences as they are said in German, beside those of another language. In the order of `aid.say`. */
  readonly spoken?: readonly string[] | undefined
}

/** What stands below the title of a job aid: what to do, what to say, what rather not, whom to ask. Printed, it fits on one page with its title. */
export const JobAidBody = ({ aid, language, spoken = [] }: JobAidBodyProps) => {
  const t = translatorFor(language)
  const text = (line: string) => <AidText text={line} language={language} />
  return (
    <>
      <section className="wb-aid__steps" aria-labelledby="aid-steps">
        <h2 id="aid-steps">{t('aid.steps')}</h2>
        <ol>
          {aid.steps.map((step) => (
            <li key={step.do}>
              <b>{text(step.do)}</b> {step.why === undefined ? null : <span>{text(step.why)}</span>}
            </li>
          ))}
        </ol>
      </section>
      <div className="wb-aid__two">
        {aid.say.length === 0 ? null : (
          <section aria-labelledby="aid-say">
            <h2 id="aid-say">{t('aid.say')}</h2>
            <ul>
              {numbered(aid.say).map(({ at, value: sentence }) => (
                <li key={at}>
                  {text(t('aid.quoted', { text: sentence }))}
                  {spoken[at] === undefined ? null : (
                    <>
                      {' '}
                      <span className="wb-aid__spoken" lang="de">
                        <AidText text={translatorFor('de')('aid.quoted', { text: spoken[at] })} language="de" />
                      </span>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {aid.avoid.length === 0 ? null : (
          <section aria-labelledby="aid-avoid">
            <h2 id="aid-avoid">{t('aid.avoid')}</h2>
            <ul>
              {aid.avoid.map(({ not, rather }) => (
                <li key={not}>
                  <span>
                    {t('aid.not')} {text(not)}
                  </span>{' '}
                  {rather === undefined ? null : (
                    <b>
                      {t('aid.rather')} {text(rather)}
                    </b>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {aid.ask.length === 0 ? null : (
        <section className="wb-aid__ask" aria-labelledby="aid-ask">
          <h2 id="aid-ask">{t('aid.ask')}</h2>
          <ul>
            {aid.ask.map(({ text: line, norm, stand }) => (
              <li key={line}>
                {text(line)}{' '}
                {norm === undefined || stand === undefined ? null : (
                  <span>{t('aid.normAsOf', { norm: unbroken(norm), month: t('shell.month', { month: insideMonth(stand) }) })}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {aid.note === undefined ? null : <p className="wb-aid__note">{text(aid.note)}</p>}
    </>
  )
}
