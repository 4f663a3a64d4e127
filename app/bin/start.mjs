/** `npm start`: installs what is missing, builds what is stale, serves. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale, checkNode, giveUp, install, root } from './ready.mjs'

try {
  process.chdir(root)
  checkNode()
  await install()
  await buildIfStale()
  process.env['NODE_ENV'] = 'production'
  const { start } = await import(pathToFileURL(join(root, 'build', 'start', 'main.js')).href)
  const { url, signIns, stop } = await start(root)
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      stop(signal).then(() => process.exit(0), giveUp)
    })
  }
  console.log(`\nWegbereiter: ${url}\n`)
  if (signIns.length > 0) {
    console.log('Demo-Anmeldungen / Demo sign-ins')
    for (const { role, email, password } of signIns) console.log(`  ${role.padEnd(14)} ${email.padEnd(44)} ${password}`)
    console.log('')
  }
} catch (thrown) {
  giveUp(thrown)
}
