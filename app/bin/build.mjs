/** `npm run build`: pages and their files with Vite, the server with esbuild. Writes build/stamp last, so a broken build is never served. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { root, run, sourceHash } from './ready.mjs'

const out = join(root, 'build')
const assets = join(out, 'client', 'assets')

/** Pages are documents: of the scripts, only the entry and what it imports is ever asked for. Stylesheets, fonts and pictures stay. */
const dropUnusedScripts = () => {
  const scripts = readdirSync(assets).filter((file) => file.endsWith('.js'))
  const needed = new Set(scripts.filter((file) => file.startsWith('entry.client-')))
  for (const file of needed) {
    const text = readFileSync(join(assets, file), 'utf8')
    for (const other of scripts) if (text.includes(basename(other))) needed.add(other)
  }
  for (const file of scripts) if (!needed.has(file)) rmSync(join(assets, file))
}

/** Texts are compressed once and thoroughly, not for every reader again (`app/server/static-files.ts`). Fonts are compressed already. */
const compressTexts = () => {
  for (const file of readdirSync(assets).filter((name) => /\.(css|js|svg)$/.test(name)))
    writeFileSync(join(assets, `${file}.br`), brotliCompressSync(readFileSync(join(assets, file))))
}

/** Stays in node_modules: native drivers, and the compiler of courses, which a warm start never loads. */
const EXTERNAL = ['better-sqlite3', '@node-rs/argon2', 'esbuild', 'mdx-bundler', 'pino', 'remark-*', 'tsx', 'unified']

/** What packages of the older kind expect to find. */
const OLDER_KIND = `import { createRequire as makeRequire } from 'node:module'; import { dirname as folderOf } from 'node:path'; import { fileURLToPath as fileOf } from 'node:url'
const require = makeRequire(import.meta.url), __filename = fileOf(import.meta.url), __dirname = folderOf(__filename)`

const hash = sourceHash()
for (const old of ['stamp', 'client', 'server', 'start']) rmSync(join(out, old), { recursive: true, force: true })
const vite = await run(process.execPath, [join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js'), 'vite:build', '--logLevel', 'warn'], {
  env: { NODE_ENV: 'production' },
})
if (vite.code !== 0 || !existsSync(assets)) {
  console.error(vite.output)
  process.exit(1)
}
dropUnusedScripts()
compressTexts()
// Server, pages and their packages in a few files: read from hundreds of files, they would take twice as long to start.
await build({
  absWorkingDir: root,
  entryPoints: { main: './app/server/main.ts', pages: './build/server/index.js' },
  outdir: join(out, 'start'),
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external: EXTERNAL,
  banner: { js: OLDER_KIND },
  define: { 'process.env.NODE_ENV': '"production"' },
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: true,
  logLevel: 'warning',
})
writeFileSync(join(out, 'stamp'), hash)
