import { useT } from '#app/i18n/translate.ts'
import { InlineText } from './inline-text.tsx'
import { numbered } from './numbered.ts'

/**
 * A line of a conversation. What stands in quotation marks is said; what stands around it is done and set in italics.
 * A line without any quotation marks is speech and gets them, or with `act` an action.
 */
export const SpokenText = ({ text, act = false }: { readonly text: string; readonly act?: boolean }) => {
  const t = useT()
  if (act)
    return (
      <span className="wb-talk__do">
        <InlineText text={text} />
      </span>
    )
  if (!hasSpeech(text)) return <InlineText text={t('item.dialogue.quoted', { text })} />
  return (
    <>
      {numbered(text.split(QUOTED_PARTS)).map(({ at, value: part }) =>
        at % 2 === 1 || part.trim() === '' ? (
          <InlineText key={at} text={part} />
        ) : (
          <span key={at} className="wb-talk__do">
            <InlineText text={part} />
          </span>
        ),
      )}
    </>
  )
}

/** Whether something is said in the text, in quotation marks. */
export const hasSpeech = (text: string): boolean => QUOTED.test(text)

const QUOTED = /„[^“”]*[“”]|“[^”]*”/
const QUOTED_PARTS = /(„[^“”]*[“”]|“[^”]*”)/
