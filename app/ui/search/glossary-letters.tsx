import type { TermEntry, TermLetter } from '#app/domain/catalogue/terms.ts'
import { useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { moduleText } from '../learn/step-title.ts'
import { GermanWords } from './german-words.tsx'

/** Anchor of a letter. Terms have their own id, which has at least two characters. */
const anchorOf = (letter: string) => `letter-${letter === '#' ? 'other' : letter.toLowerCase()}`

/** A row of letters that lead to their terms. */
export const LetterJumps = ({ letters }: { readonly letters: readonly TermLetter[] }) => (
  <nav className="wb-letters no-print" aria-label={useT()('search.letters')}>
    <ul>
      {letters.map(({ letter }) => (
        <li key={letter}>
          <a href={`#${anchorOf(letter)}`}>{letter}</a>
        </li>
      ))}
    </ul>
  </nav>
)

/** Every term with its explanation and the modules that use it; each has its id as anchor. */
export const GlossaryLetters = ({ letters }: { readonly letters: readonly TermLetter[] }) => (
  <div className="l-stack l-stack--xl">
    {letters.map(({ letter, terms }) => (
      <section key={letter} className="wb-terms-of" aria-labelledby={anchorOf(letter)}>
        <h2 id={anchorOf(letter)}>{letter}</h2>
        <dl>
          {terms.map((term) => (
            <Term key={term.id} term={term} />
          ))}
        </dl>
      </section>
    ))}
  </div>
)

const Term = ({ term }: { readonly term: TermEntry }) => {
  const t = useT()
  const language = useLanguage()
  return (
    <div id={term.id}>
      <dt>
        <span className="t-h4" lang={term.lang}>
          {term.name}
        </span>
        {term.german === undefined ? null : (
          <span className="t-meta">
            {t('search.germanTerm')} <span lang="de">{term.german}</span>
          </span>
        )}
      </dt>
      <dd>
        <GermanWords text={term.definition} words={term.germanWords} />
      </dd>
      {term.usedIn.length === 0 ? null : (
        <dd className="t-small wb-used">
          {t('search.usedIn')}{' '}
          <ul>
            {term.usedIn.map(({ course, module }) => (
              <li key={`${course.id} ${module.id}`}>
                <a href={paths.module(course.slug, module.slug)} lang={course.languages.includes(language) ? undefined : course.languages[0]}>
                  {module.number} {moduleText(course, module, language).title}
                </a>
              </li>
            ))}
          </ul>
        </dd>
      )}
    </div>
  )
}
