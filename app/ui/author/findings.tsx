import type { Finding } from '#app/content/course.ts'
import { useLanguage, useT } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'

interface FindingsProps {
  readonly findings: readonly Finding[]
  /** The module a finding lies in, where there is one to look at. */
  readonly moduleOf?: (finding: Finding) => { readonly number: string; readonly title: string; readonly href: string } | undefined
}

/** Findings of the check: how bad, where, what, and what to do. The place can be pasted into an editor. */
export const Findings = ({ findings, moduleOf }: FindingsProps) => {
  const t = useT()
  const language = useLanguage()
  return (
    <ul className="wb-find">
      {findings.map((finding) => {
        const place = `${finding.file}:${finding.line}:${finding.column}`
        const module = moduleOf?.(finding)
        const line = String(finding.line)
        return (
          <li key={`${place} ${finding.code} ${finding.message.de}`}>
            <Badge kind={finding.severity === 'error' ? 'danger' : 'warning'}>
              {t(finding.severity === 'error' ? 'author.course.error' : 'author.course.warning')}
            </Badge>
            <span>{module === undefined ? t('author.course.place', { line }) : t('author.course.placeIn', { module: module.number, line })}</span>
            <p>
              <b>{finding.message[language]}</b> {finding.hint[language]}{' '}
              {module === undefined ? null : (
                <a href={module.href}>
                  {t('author.course.toPlace')}
                  <span className="kern-sr-only"> {t('author.course.toPlaceAbout', { module: `${module.number} ${module.title}` })}</span>
                </a>
              )}
              <br />
              <code className="t-meta">{place}</code>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
