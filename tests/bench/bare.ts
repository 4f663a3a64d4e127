/** What the machine gives at best: a route that does nothing, commits that hold nothing else. */
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { openDb } from '#db/client.server.ts'
import { type Load, load } from './load.ts'

/** An express route that sends as many bytes as the measured page. */
export const bareRoute = (bytes: number, cookies: readonly string[], seconds: number): Promise<Load> =>
  withBareServer(`const body = 'x'.repeat(${bytes}); app.get('/bare', (request, response) => response.type('html').send(body))`, (url) =>
    load({ url, path: '/bare', cookies, seconds }),
  )

/** An express route that reads a form as long as an answer's, commits one row and redirects: what any program could reach that takes answers by HTTP. */
export const bareForm = async (form: () => Readonly<Record<string, string>>, cookies: readonly string[], seconds: number): Promise<Load> => {
  const folder = mkdtempSync(join(tmpdir(), 'wegbereiter-bare-'))
  try {
    return await withBareServer(
      `const db = new (require('better-sqlite3'))(${JSON.stringify(join(folder, 'form.db'))})
       db.pragma('journal_mode = wal'); db.pragma('synchronous = full')
       db.exec('create table form (id integer primary key, text text not null) strict')
       const insert = db.prepare('insert into form (text) values (?)')
       app.post('/bare', express.urlencoded({ extended: false }), (request, response) => {
         insert.run(JSON.stringify(request.body))
         response.redirect(303, '/bare')
       })`,
      (url) => load({ url, path: '/bare', cookies, seconds, form, expected: [303] }),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Runs express with these routes in a thread of its own, as the product has a process of its own. */
const withBareServer = async (routes: string, measure: (url: string) => Promise<Load>): Promise<Load> => {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads')
     const express = require('express')
     const app = express().disable('x-powered-by').disable('etag')
     ${routes}
     const server = app.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address()))`,
    { eval: true },
  )
  const { port } = await new Promise<AddressInfo>((resolve) => worker.once('message', resolve))
  try {
    return await measure(`http://127.0.0.1:${port}`)
  } finally {
    await worker.terminate()
  }
}

/** Commits of one small row each through a connection opened like the product's (WAL, synchronous = full), a second. */
export const bareCommits = async (seconds: number): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'wegbereiter-bare-'))
  const { raw, close } = openDb(join(folder, 'bare.db'))
  try {
    raw.exec('create table bare (id integer primary key, text text not null) strict')
    const [begin, insert, commit] = [raw.prepare('begin immediate'), raw.prepare('insert into bare (text) values (?)'), raw.prepare('commit')]
    const text = 'x'.repeat(300)
    const until = performance.now() + seconds * 1000
    let count = 0
    for (; performance.now() < until; count += 1) {
      begin.run()
      insert.run(text)
      commit.run()
    }
    return count / seconds
  } finally {
    await close()
    rmSync(folder, { recursive: true })
  }
}
