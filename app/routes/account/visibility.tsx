import type { MetaFunction } from '@remix-run/node'
import { z } from 'zod'
import { listOwnTrail } from '#app/domain/privacy/queries.server.ts'
import { defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { NotFound } from '#app/http/refusals.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { Paging } from '#app/ui/paging.tsx'
import { TrailTable } from '#app/ui/privacy/trail-table.tsx'
import { VisibilityMatrix } from '#app/ui/privacy/visibility-matrix.tsx'

export const loader = defineLoader(
  { allow: ['learner'], query: z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) }) },
  async ({ db, actor, house, query, context, request, t, now }) => {
    const viewer = await viewerOf(context, request)
    if (viewer === undefined) throw new NotFound()
    return {
      title: titleOf(context, t, t('privacy.visibility.title')),
      contact: viewer.authority.contact_email,
      unit: viewer.org_unit,
      trail: await listOwnTrail(db, actor, { now, page: query.page }),
      courseNumbers: Object.fromEntries(house.catalogue.courses.map(({ id, number }) => [id, number])),
    }
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Visibility() {
  const t = useT()
  const { contact, unit, trail, courseNumbers } = usePageData<typeof loader>()
  const correction = `mailto:${contact}?subject=${encodeURIComponent(t('privacy.data.correctSubject'))}`
  return (
    <Page title={t('privacy.visibility.title')} lead={t('privacy.visibility.lead')}>
      <section className="l-stack" aria-labelledby="matrix">
        <h2 id="matrix">{t('privacy.visibility.matrix')}</h2>
        <p className="t-meta">{t('privacy.visibility.matrixText')}</p>
        <VisibilityMatrix />
        <ul className="l-stack l-stack--s t-meta t-measure">
          {(['authority', 'sums_from_5', 'nameless', 'on_request', 'code', 'operator'] as const).map((note) => (
            <li key={note}>{t(`privacy.sightNote.${note}`)}</li>
          ))}
        </ul>
      </section>
      <div className="l-split">
        <section className="l-stack" aria-labelledby="log">
          <h2 id="log">{t('privacy.visibility.log')}</h2>
          {trail.total === 0 ? (
            <>
              <h3>{t('privacy.visibility.logEmptyTitle')}</h3>
              <p className="t-measure">{t('privacy.visibility.logEmpty')}</p>
            </>
          ) : (
            <>
              <p className="t-meta">{t('privacy.visibility.logCount', { count: trail.total })}</p>
              <TrailTable entries={trail.entries} courseNumbers={courseNumbers} unit={unit} />
              <Paging page={trail.page} pages={trail.pages} href={(page) => paths.visibility(page === 1 ? undefined : String(page))} />
            </>
          )}
          <p className="t-meta t-measure">{t('privacy.visibility.logNote')}</p>
        </section>
        <aside className="l-stack l-stack--l" aria-label={t('privacy.visibility.rights')}>
          <section className="wb-panel l-stack" aria-labelledby="rights">
            <h2 className="t-h3" id="rights">
              {t('privacy.visibility.rights')}
            </h2>
            <p className="t-small">{t('privacy.visibility.rightsText')}</p>
            <ButtonLink variant="secondary" href={paths.ownData()}>
              {t('privacy.visibility.toData')}
            </ButtonLink>
            <a href={correction}>{t('privacy.visibility.correct')}</a>
            <a href={paths.privacy()}>{t('privacy.visibility.ask')}</a>
          </section>
          <section className="l-stack l-stack--s" aria-labelledby="how-long">
            <h2 className="t-h4" id="how-long">
              {t('privacy.visibility.howLong')}
            </h2>
            <dl className="wb-own__kept t-small">
              <dt>{t('privacy.visibility.howLongAnswers')}</dt>
              <dd>{t('privacy.kept.answer')}</dd>
              <dt>{t('privacy.visibility.howLongCompletions')}</dt>
              <dd>{t('privacy.kept.obligation')}</dd>
              <dt>{t('privacy.visibility.howLongTrail')}</dt>
              <dd>{t('privacy.kept.trail')}</dd>
            </dl>
          </section>
        </aside>
      </div>
    </Page>
  )
}
