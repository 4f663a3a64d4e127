import { useT } from '#app/i18n/translate.ts'
import { Icon } from './icon.tsx'

/** "Gespeichert 10:32". The region is there before the text, so that a later text is announced. `time` is a formatted time of day. */
export const Saved = ({ time, children }: { time: string | null; children?: string | undefined }) => {
  const t = useT()
  return (
    <span className="wb-saved" role="status">
      {time === null ? (
        children
      ) : (
        <>
          <Icon name="check" />
          {t('shell.saved', { time })}
          {children ? ` · ${children}` : null}
        </>
      )}
    </span>
  )
}
