/** The certificate as a document: the same words in the same order as on its page. */
import type { CompetenceId } from '#app/content/course.ts'
import type { CertificateContent } from '#app/domain/certificate/certificate.ts'
import { textOf } from '#app/domain/certificate/certificate.ts'
import { formatterFor, type Language, translatorFor } from '#app/i18n/translate.ts'
import { drawQr } from '#app/ui/certificate/qr-drawing.ts'
import { coverPicture, markPicture } from './cover-picture.ts'
import { writeDocument } from './document.server.ts'
import type { Run } from './paper.ts'
import { hasUnprintable } from './typefaces.server.ts'

/** What stands on the paper; everything is from the certificate's own row. */
export interface CertificatePaper {
  readonly course_id: string
  readonly code: string
  readonly holder_name: string
  readonly authority_name: string
  readonly content: CertificateContent
  /** Calendar days, YYYY-MM-DD. */
  readonly completed_on: string
  readonly valid_until: string | null
  /** Instant. */
  readonly issued_at: string
}

/**
 * Writes the certificate as a tagged PDF of one page. `address` is where it can be verified. The same certificate in the same language
 * with the same address gives the same bytes.
 */
export const writeCertificate = async (paper: CertificatePaper, language: Language, address: string): Promise<Buffer> => {
  const t = translatorFor(language)
  const { content } = paper
  const course = textOf(content, language)
  const inCourse = (text: string): Run => (course.language === language ? { text } : { text, lang: course.language })
  const day = dayIn(language)
  const unprintable = await hasUnprintable([paper.holder_name, paper.authority_name, course.title, ...course.modules].join(' '))
  const facts = {
    title: t('certificate.paper.documentTitle', { title: course.title, name: paper.holder_name }),
    lang: language,
    created_at: paper.issued_at,
    author: paper.authority_name,
    footer: `${t('shell.product')} · ${t('shell.claim')}`,
    one_page: true,
  } as const
  return writeDocument(facts, (sheet) => {
    sheet.columns([(left) => left.decoration(markPicture), (right) => right.paragraph(paper.authority_name, { size: 'lead', strong: true })], [1, 22], 6)
    sheet.decoration(coverPicture(paper.course_id, content.course_number, 16, 3))
    sheet.space(26)
    sheet.heading(1, t('certificate.paper.title'), { size: 'heading' })
    sheet.paragraph(paper.holder_name, { size: 'display', strong: true })
    sheet.paragraph(
      [
        `${t('certificate.paper.before')} `,
        { ...inCourse(t('certificate.paper.quoted', { title: course.title })), strong: true },
        ` ${t('certificate.paper.after', { minutes: content.minutes, date: day(paper.completed_on, 'long') })}`,
      ],
      { size: 'lead' },
    )
    sheet.space(20)
    sheet.columns([
      (left) => {
        left.heading(2, t('certificate.paper.contents'), { size: 'lead' })
        left.list(course.modules.map((module) => [inCourse(module)]))
      },
      (right) => {
        right.heading(2, t('certificate.paper.competences'), { size: 'lead' })
        right.list(content.competences.map((id: CompetenceId) => [{ text: id, strong: true }, ` ${t(`shell.competence.${id}`)}`]))
        right.facts([
          {
            label: t('certificate.paper.validUntil'),
            value: paper.valid_until === null ? t('certificate.paper.unlimited') : day(paper.valid_until, 'short'),
          },
          { label: t('certificate.paper.code'), value: paper.code },
        ])
      },
    ])
    sheet.space(16)
    sheet.rule()
    sheet.space(6)
    sheet.columns(
      [
        (left) => left.figure(t('certificate.paper.qr', { address }), qrPicture(address)),
        (right) => {
          right.paragraph([`${t('certificate.paper.verify')} `, { text: address, href: address }], { size: 'small' })
          right.paragraph(
            [
              `${t('certificate.paper.issued', { date: formatterFor(language).dateTime(new Date(paper.issued_at), SHORT) })} `,
              t('certificate.paper.revision', { revision: content.revision, date: day(content.published_on, 'short') }),
            ],
            { size: 'small' },
          )
          right.paragraph(`${t(content.pass_mark ? 'certificate.paper.passed' : 'certificate.paper.attended')} ${t('certificate.paper.noAssessment')}`, {
            size: 'small',
            colour: 'soft',
          })
          if (unprintable) right.paragraph(t('certificate.paper.unprintable'), { size: 'small' })
        },
      ],
      [1, 3.4],
      20,
    )
  })
}

const SHORT = { dateStyle: 'medium' } as const

/** Calendar days in words. Noon, so that no time zone moves them. */
const dayIn = (language: Language) => (day: string, style: 'long' | 'short') =>
  formatterFor(language).dateTime(new Date(`${day}T12:00:00Z`), style === 'long' ? { dateStyle: 'long' } : SHORT)

const qrPicture = (address: string) => {
  const { size, path } = drawQr(address)
  return {
    width: size,
    height: size,
    shown: 104,
    draw: (pen: { path(d: string, look: { readonly fill: string }): void }) => pen.path(path, { fill: 'ink' }),
  }
}
