import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Request } from 'express'

/** Below this a page fits into one packet anyway. Bytes. */
const WORTH_IT = 1024

interface Sent {
  readonly body: Buffer
  readonly encoding: 'br' | 'gzip' | undefined
}

/**
 * A page as small as the reader understands and as quickly as can be: in one go, since it is there as a whole. Brotli's lowest setting makes
 * 10.8 KB of 29 KB in 0.07 ms, the third 9.7 KB in 0.15 ms. In another thread it takes longer than here, also where eight wait (two processors).
 */
export const compressPage = (request: Request, html: string): Sent => {
  const page = Buffer.from(html)
  if (page.length < WORTH_IT) return { body: page, encoding: undefined }
  if (request.acceptsEncodings('br') === 'br')
    return { body: brotliCompressSync(page, { params: { ...QUICK, [constants.BROTLI_PARAM_SIZE_HINT]: page.length } }), encoding: 'br' }
  if (request.acceptsEncodings('gzip') === 'gzip') return { body: gzipSync(page, { level: constants.Z_BEST_SPEED }), encoding: 'gzip' }
  return { body: page, encoding: undefined }
}

const QUICK = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MIN_QUALITY, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT }
