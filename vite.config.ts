import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vitest/config'
import { purgedKern } from './app/ui/styles/kern-plugin.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig({
  plugins: [
    purgedKern(),
    // The tests build the server from the routes themselves (tests/support/app.ts).
    process.env['VITEST'] === undefined &&
      remix({
        future: {
          v3_fetcherPersist: true,
          v3_relativeSplatPath: true,
          v3_throwAbortReason: true,
          v3_singleFetch: true,
          v3_routeConfig: true,
          // Its endpoint lists routes to anybody, and was a way to tie up the server.
          v3_lazyRouteDiscovery: false,
        },
        ignoredRouteFiles: ['**/*.test.*'],
      }),
  ],
  build: {
    target: 'es2022',
    // Nothing as a data: URL: the content security policy has no place for it.
    assetsInlineLimit: 0,
    // Compiled courses are kept in build/ as well; app/bin/build.mjs clears what is to be written anew.
    emptyOutDir: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  test: {
    include: ['app/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'tests/{architecture,http,endurance}/**/*.test.{ts,tsx}'],
    alias: { '@remix-run/route-config': fileURLToPath(new URL('./tests/support/route-config.ts', import.meta.url)) },
    // Tests keep nothing in modules, so files share them: loading all routes anew for every file took most of the time.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
