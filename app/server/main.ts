/** Starts and stops the whole product in this process. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { openHouse } from '#app/http/open-house.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { openLog } from '#app/platform/log.server.ts'
import { demoSignIns } from '#db/seed/demo-people.ts'
import { createApp } from './app.ts'
import { keepFiguresDue } from './figures-due.ts'
import { assertFree, listen } from './listen.ts'
import { keepHeapTight } from './tight-heap.ts'

export interface Running {
  /** For people: `http://localhost:3000`. */
  readonly url: string
  /** One for each role while the database is the demo, else none. */
  readonly signIns: readonly { readonly role: string; readonly email: string; readonly password: string }[]
  /** Takes nothing new, lets running requests end, closes the database. */
  stop(signal: string): Promise<void>
}

/** How long running requests may take to end when the program is stopped. Milliseconds. */
const PATIENCE = 10_000

/** Serves the build below `root`. Throws CannotStart for what an operator can put right. */
export const start = async (root: string): Promise<Running> => {
  keepHeapTight()
  const env = readEnv()
  const log = openLog(env.logLevel)
  await assertFree(env.host, env.port)
  const { house, close } = await openHouse(root, env, log)
  try {
    const build = (await import(pathToFileURL(join(root, 'build', 'start', 'pages.js')).href)) as ServerBuild
    const app = createApp({ house, build, clientDir: join(root, 'build', 'client'), publicOrigin: env.publicOrigin, trustProxy: env.trustProxy })
    const listening = await listen(app, env)
    log.info('started', { port: Number(new URL(listening.url).port) })
    const figures = keepFiguresDue(house)
    process.on('unhandledRejection', (error) => log.error('unhandled_rejection', { error }))
    return {
      url: env.publicOrigin ?? listening.url.replace('//127.0.0.1:', '//localhost:'),
      signIns: house.demo ? demoSignIns : [],
      stop: async (signal) => {
        log.info('stopping', { signal })
        await listening.close(PATIENCE)
        await figures.stop()
        await close()
        log.info('stopped')
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}
