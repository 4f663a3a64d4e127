/**
 * What `npm start` and `npm test` need before anything of the product can run. Only Node itself is used here, because
 * nothing else may be installed yet. Problems are told in one German and one English sentence, never as a stack.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the product. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** A problem in plain words. */
export class Plain extends Error {
  /** @param {string} de @param {string} en */
  constructor(de, en) {
    super(`${de}\n${en}`)
    this.name = 'CannotStart'
  }
}

/** Ends with exit code 1 and the words of what was thrown. @param {unknown} thrown @returns {never} */
export const giveUp = (thrown) => {
  const known = thrown instanceof Error && thrown.name === 'CannotStart'
  const words =
    thrown instanceof Error
      ? thrown.message
          .split('\n')
          .slice(0, known ? 9 : 1)
          .join('\n')
      : String(thrown)
  console.error(known ? `\n${words}` : `\nUnerwarteter Fehler: ${words}\nUnexpected error: ${words}`)
  process.exit(1)
}

/** Node must be new enough. */
export const checkNode = (version = process.versions.node) => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Plain(
    `Node ${version} ist zu alt. Wegbereiter braucht Node 20.19 oder neuer: https://nodejs.org`,
    `Node ${version} is too old. Wegbereiter needs Node 20.19 or newer: https://nodejs.org`,
  )
}

/** Installs the packages where they are missing or differ from the lockfile, and the database driver where it does not fit this Node. */
export const install = async () => {
  if (!isInstalled()) {
    console.log('Pakete werden installiert … / Installing packages …')
    // Not `npm ci`: it refuses where a registry does not carry the optional packages of other platforms. The lockfile holds all the same.
    await npm(['install', '--no-save', '--include=dev', '--no-audit', '--no-fund'])
  }
  if (driverWorks()) return
  console.log('Der Datenbanktreiber wird übersetzt … / Building the database driver …')
  await npm(['rebuild', 'better-sqlite3'])
  if (!driverWorks()) throw new Plain('Der Datenbanktreiber better-sqlite3 lässt sich nicht laden.', 'The database driver better-sqlite3 cannot be loaded.')
}

/** Every package of the lockfile is there in its version. Optional ones belong to other platforms. */
const isInstalled = () => {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) => path === '' || optional === true || devOptional === true || present[path]?.version === version,
  )
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} */
const packagesOf = (file) => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).packages ?? {}) : {})

const driverWorks = () => {
  try {
    const Driver = createRequire(join(root, 'package.json'))('better-sqlite3')
    new Driver(':memory:').close()
    return true
  } catch {
    return false
  }
}

/** @param {string[]} args */
const npm = async (args) => {
  const { code, output } = await run('npm', args, { echo: true })
  if (code !== 0) throw whyInstallFailed(output)
}

/** @param {string} output */
const whyInstallFailed = (output) => {
  /** @param {RegExp} pattern */
  const says = (pattern) => pattern.test(output)
  if (says(/find Python|Could not find any Python/i))
    return new Plain(
      'Zum Übersetzen des Datenbanktreibers fehlt Python 3 (Debian: apt-get install python3).',
      'Python 3 is missing, which is needed to build the database driver (Debian: apt-get install python3).',
    )
  if (says(/not found: make|g\+\+|c\+\+|C\+\+ compiler|CXX|Visual Studio/))
    return new Plain(
      'Zum Übersetzen des Datenbanktreibers fehlt ein C++-Compiler (Debian: apt-get install build-essential python3).',
      'A C++ compiler is missing, which is needed to build the database driver (Debian: apt-get install build-essential python3).',
    )
  if (says(/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|E40[134]|E5\d\d|network|CERT/))
    return new Plain(
      'Die npm-Registry ist nicht zu erreichen. Prüfen Sie Netz und Proxy (npm config get registry).',
      'The npm registry cannot be reached. Check network and proxy (npm config get registry).',
    )
  if (says(/ENOSPC/)) return new Plain('Auf dem Datenträger ist kein Platz mehr frei.', 'There is no space left on the device.')
  if (says(/EACCES|EPERM|EROFS/)) return new Plain(`In den Ordner ${root} kann nicht geschrieben werden.`, `The folder ${root} cannot be written to.`)
  return new Plain('Die Pakete ließen sich nicht installieren; die Gründe stehen oben.', 'The packages could not be installed; the reasons are given above.')
}

/** Builds where the sources have changed since the last build. */
export const buildIfStale = async () => {
  const stamp = join(root, 'build', 'stamp')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash()) return
  console.log('Das Programm wird gebaut … / Building …')
  const { code, output } = await run(process.execPath, [join(root, 'app', 'bin', 'build.mjs')])
  if (code === 0) return
  console.error(output)
  throw new Plain('Das Programm ließ sich nicht bauen; die Gründe stehen oben.', 'The program could not be built; the reasons are given above.')
}

/** Over everything that goes into the build. */
export const sourceHash = () => {
  const hash = createHash('sha256')
  for (const file of [
    ...filesBelow('app'),
    ...filesBelow('db', /^db\/data(\/|$)/),
    ...filesBelow('public'),
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'vite.config.ts',
  ]) {
    if (/\.test\.tsx?$|\.md$/.test(file) || !existsSync(join(root, file))) continue
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} folder @param {RegExp} [except] @returns {string[]} */
const filesBelow = (folder, except) =>
  !existsSync(join(root, folder))
    ? []
    : readdirSync(join(root, folder), { withFileTypes: true })
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((entry) => {
          const path = `${folder}/${entry.name}`
          if (except?.test(path)) return []
          return entry.isDirectory() ? filesBelow(path, except) : [path]
        })

/**
 * Runs a program in the folder of the product and keeps what it says; `echo` also shows it as it comes.
 * @param {string} command @param {readonly string[]} args @param {{ echo?: boolean, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export const run = (command, args, { echo = false, env = {} } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (/** @type {string} */ text) => {
        output += text
        if (echo) process.stdout.write(text)
      })
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
