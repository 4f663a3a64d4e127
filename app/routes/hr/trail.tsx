import type { MetaFunction } from '@remix-run/node'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { trailLoader } from '#app/http/trail.server.ts'
import { paths } from '#app/paths.ts'
import { TrailPage } from '#app/ui/trail/trail-page.tsx'

export const loader = trailLoader('hr', rolesWhoSee('trail', 'all'))

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Trail() {
  const { title: _, ...page } = usePageData<typeof loader>()
  return <TrailPage reader="hr" href={paths.hrTrail} {...page} />
}
