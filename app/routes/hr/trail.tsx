import { data, type MetaFunction } from '@remix-run/node'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { trailProblems, trailSearch } from '#app/domain/privacy/search-trail.ts'
import { searchTrail } from '#app/domain/privacy/search-trail.server.ts'
import { listUnits } from '#app/domain/reporting/course-list.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { noteProblem, titleOf } from '#app/http/refuse-form.server.ts'
import { paths } from '#app/paths.ts'
import { TrailPage } from '#app/ui/trail/trail-page.tsx'

export const loader = defineLoader({ allow: rolesWhoSee('trail', 'all'), query: trailSearch('hr') }, async ({ db, actor, house, query, context, t }) => {
  const problems = trailProblems(query)
  const refused = Object.keys(problems).length > 0
  if (refused) noteProblem(context)
  return data(
    {
      title: titleOf(context, t, t('trail.title')),
      search: query,
      problems,
      found: await searchTrail(db, actor, 'hr', query),
      courseNumbers: Object.fromEntries(house.catalogue.courses.map(({ id, number }) => [id, number])),
      unitNames: Object.fromEntries((await listUnits(db, actor)).map(({ id, name }) => [id, name])),
    },
    { status: refused ? 422 : 200 },
  )
})

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Trail() {
  const { search, problems, found, courseNumbers, unitNames } = usePageData<typeof loader>()
  return <TrailPage reader="hr" href={paths.hrTrail} {...{ search, problems, found, courseNumbers, unitNames }} />
}
