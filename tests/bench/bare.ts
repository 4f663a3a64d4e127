/** What the machine gives at best: a route that does nothing, commits that hold nothing else. */
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { openDb } from '#db/client.server.ts'
import { type Load, load } from './load.ts'

/** An express route that sends as many bytes as the measured page, in a thread of its own as the product has a process of its own. */
export const bareRoute = async (bytes: number, cookies: readonly string[], seconds: number): Promise<Load> => {
  const worker = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads')
     const express = require('express')
     const app = express().disable('x-powered-by').disable('etag')
     const body = 'x'.repeat(workerData)
     app.get('/bare', (request, response) => response.type('html').send(body))
     const server = app.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address()))`,
    { eval: true, workerData: bytes },
  )
  const { port } = await new Promise<AddressInfo>((resolve) => worker.once('message', resolve))
  try {
    return await load({ url: `http://127.0.0.1:${port}`, path: '/bare', cookies, seconds })
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
