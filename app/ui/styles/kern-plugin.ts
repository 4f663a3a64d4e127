/** At build, KERN's stylesheet (340 KB) is cut down to what our pages can use. In dev and tests the whole file is served. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PurgeCSS } from 'purgecss'
import type { Plugin } from 'vite'

const KERN_IMPORT = '@import "@kern-ux/native/dist/kern.css" layer(kern);'

/** Vite plugin: replaces the import of KERN in `index.css` by its used part, in the same cascade layer. Reads `app/` below the project root. */
export const purgedKern = (): Plugin => {
  let root = process.cwd()
  return {
    name: 'purged-kern',
    enforce: 'pre',
    apply: 'build',
    configResolved: (config) => {
      root = config.root
    },
    transform: async (code, id) => {
      if (!id.split('?', 1)[0]?.endsWith('app/ui/styles/index.css')) return undefined
      if (!code.includes(KERN_IMPORT)) throw new Error(`index.css must import KERN by the line ${KERN_IMPORT}`)
      // Imports must come first, so the inlined part stands at the end; the order of layers is declared at the top.
      return { code: `${code.replace(KERN_IMPORT, '')}\n@layer kern {\n${await purgeKern(root)}\n}\n`, map: null }
    },
  }
}

/** The part of KERN that the components, routes and our own styles below `root/app` refer to. */
export const purgeKern = async (root: string): Promise<string> => {
  const pages = filesBelow(join(root, 'app'), /(?<!\.test)\.tsx?$/)
  const own = filesBelow(join(root, 'app/ui/styles'), /\.css$/)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const kern = readFileSync(join(root, 'node_modules/@kern-ux/native/dist/kern.css'), 'utf8')
    .replace('@charset "UTF-8";', '')
    // In forced colours KERN paints icons white, which is invisible on a white contrast theme.
    .replace(/var\(--kern-color-white\) !important/g, 'CanvasText !important')
    // PurgeCSS drops this rule, and with it the tokens by which components follow the theme. All our pages are level 0.
    .replace(/:is\(body,[^{]*?\):not\(\[class\*=kern-level-\]\),\s*\.kern-layer\.kern-level-0/, 'body')
    // Paper is light, whatever the device or the person has chosen for the screen.
    .replace('@media (prefers-color-scheme: dark)', '@media screen and (prefers-color-scheme: dark)')
    .replace('@media (prefers-color-scheme: light)', '@media print, (prefers-color-scheme: light)')
    .replace(/\[data-kern-theme=dark\],\s*\.kern-dark \{[^}]*\}/, (rule) => `@media screen {\n${rule}\n}`)
  const used = [...new Set(own.match(/var\(--kern-[\w-]+/g))].map((name) => `${name})`)
  const [result] = await new PurgeCSS().purge({
    content: pages,
    css: [{ raw: `${kern}\n${USES}{content:${used.join(' ')}}` }],
    variables: true,
    keyframes: true,
    safelist: { standard: [USES, 'html', 'body', 'data-kern-theme', 'type', 'open', ...COMPOSED] },
  })
  if (result === undefined) throw new Error('PurgeCSS returned nothing for KERN')
  return slim(result.css.replace(new RegExp(`${USES}\\s*\\{[^}]*\\}`), '').replace(/\/\*[\s\S]*?\*\//g, ''))
}

/** Without disabled fields, which no page has, and without KERN's fallback values where the custom property is defined. */
const slim = (css: string) => {
  const defined = new Set(css.match(/--kern-[\w-]+(?=\s*:)/g))
  return css
    .replace(/(?<=[{};]\s*)[^{};@]+\{[^{}]*\}/g, (rule) =>
      rule
        .split('{', 1)[0]
        ?.split(',')
        .every((selector) => UNUSED.test(selector))
        ? ''
        : rule,
    )
    .replace(/var\((--kern-[\w-]+),\s*[^()]*\)/g, (use, name: string) => (defined.has(name) ? `var(${name})` : use))
}

const UNUSED = /(input|select|textarea)\[(aria-)?disabled|readonly/

/** A selector that keeps the custom properties our own styles use. */
const USES = 'wb-uses'

/** Class names that components put together from parts; keep in step with button, alert, badge, icon and field. */
const COMPOSED = [
  /^kern-btn--(primary|secondary|tertiary)$/,
  /^kern-(alert|badge|icon)--(info|success|warning|danger)$/,
  /^kern-icon--(arrow-down|arrow-up|check|download|small)$/,
  /^kern-form-check__(radio|checkbox)(--error)?$/,
]

const filesBelow = (folder: string, name: RegExp): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
