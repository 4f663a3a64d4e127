import type { ServerBuild } from '@remix-run/node'
import * as root from '#app/root.tsx'
import routes from '#app/routes.ts'
import { assembleBuild, type RouteModule } from './assemble-build.ts'

const modules = import.meta.glob<RouteModule>(['/app/routes/**/*.{ts,tsx}', '!/app/routes/**/*.test.*'])

/** The product's pages, put together from routes.ts. */
export const buildForTests = async (): Promise<ServerBuild> =>
  assembleBuild(
    root as unknown as RouteModule,
    await Promise.all(
      routes.map(async ({ path, file, index }) => {
        const load = modules[`/app/${file}`]
        if (load === undefined) throw new Error(`app/routes.ts names ${file}, which does not exist`)
        return { id: file.replace(/\.tsx?$/, ''), path, index, module: await load() }
      }),
    ),
  )
