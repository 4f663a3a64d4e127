/** Reads the objects of a PDF as this product writes it: one classic file, no encryption, no object streams. For tests alone. */
import { inflateSync } from 'node:zlib'

export type PdfValue = number | boolean | null | PdfName | PdfString | PdfRef | readonly PdfValue[] | PdfDict
/** `/Name`. */
export interface PdfName {
  readonly name: string
}
export interface PdfString {
  readonly bytes: Buffer
}
export interface PdfRef {
  readonly ref: number
}
export interface PdfDict {
  readonly [key: string]: PdfValue
}

export interface PdfObject {
  readonly value: PdfValue
  /** Decompressed. */
  readonly stream: Buffer | undefined
}

export interface PdfFile {
  readonly objects: ReadonlyMap<number, PdfObject>
  readonly trailer: PdfDict
}

/** All objects by number. Throws on what it does not understand. */
export const readObjects = (bytes: Buffer): PdfFile => {
  const source = bytes.toString('latin1')
  const objects = new Map<number, PdfObject>()
  for (const found of source.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const reader = new Reader(source, found.index + found[0].length)
    const value = reader.value()
    objects.set(Number(found[1]), { value, stream: streamAfter(source, bytes, reader.at, value) })
  }
  const trailer = new Reader(source, source.lastIndexOf('trailer') + 'trailer'.length).value()
  return { objects, trailer: dict(trailer) }
}

const streamAfter = (source: string, bytes: Buffer, at: number, value: PdfValue): Buffer | undefined => {
  const start = /^\s*stream\r?\n/.exec(source.slice(at, at + 20))
  if (start === null) return undefined
  const { Length, Filter } = dict(value)
  if (typeof Length !== 'number') throw new Error('a stream without length')
  const raw = bytes.subarray(at + start[0].length, at + start[0].length + Length)
  return Filter === undefined ? raw : inflateSync(raw)
}

/** The value as a dictionary; empty where it is none. */
export const dict = (value: PdfValue | undefined): PdfDict =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('name' in value) && !('bytes' in value) && !('ref' in value)
    ? (value as PdfDict)
    : {}

export const nameOf = (value: PdfValue | undefined): string | undefined =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? value.name : undefined

/** A text string: UTF-16 with a mark, else one byte a letter. */
export const textOf = (value: PdfValue | undefined): string | undefined => {
  if (typeof value !== 'object' || value === null || !('bytes' in value) || !Buffer.isBuffer(value.bytes)) return undefined
  const { bytes } = value
  return bytes[0] === 0xfe && bytes[1] === 0xff ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1')
}

/** Reads values one after the other; also the operands of a page's content. */
export class Reader {
  at: number
  readonly #source: string
  constructor(source: string, at = 0) {
    this.#source = source
    this.at = at
  }

  /** The next value, or the next operator as a plain word; undefined at the end. */
  next(): PdfValue | { readonly operator: string } | undefined {
    this.#skip()
    if (this.at >= this.#source.length) return undefined
    const word = this.#match(/[A-Za-z'"*]+/y)
    if (word === undefined) return this.value()
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? null : { operator: word }
  }

  value(): PdfValue {
    this.#skip()
    const rest = this.#source[this.at]
    if (this.#source.startsWith('<<', this.at)) return this.#dictionary()
    if (rest === '[') return this.#array()
    if (rest === '(') return this.#literal()
    if (rest === '<') return { bytes: Buffer.from((this.#match(/<([0-9A-Fa-f\s]*)>/y) ?? '').replace(/[<>\s]/g, ''), 'hex') }
    if (rest === '/') return { name: (this.#match(/\/[^\s()<>[\]{}/%]*/y) ?? '/').slice(1) }
    const ref = this.#match(/\d+ \d+ R/y)
    if (ref !== undefined) return { ref: Number.parseInt(ref, 10) }
    const number = this.#match(/[-+]?\d*\.?\d+/y)
    if (number !== undefined) return Number(number)
    const word = this.#match(/true|false|null/y)
    if (word !== undefined) return word === 'null' ? null : word === 'true'
    throw new Error(`unreadable at ${this.at}: ${this.#source.slice(this.at, this.at + 40)}`)
  }

  #dictionary(): PdfDict {
    const entries: [string, PdfValue][] = []
    this.at += 2
    for (this.#skip(); !this.#source.startsWith('>>', this.at); this.#skip()) {
      const key = nameOf(this.value())
      entries.push([key ?? '', this.value()])
    }
    this.at += 2
    return Object.fromEntries(entries)
  }

  #array(): PdfValue[] {
    const values: PdfValue[] = []
    this.at += 1
    for (this.#skip(); this.#source[this.at] !== ']'; this.#skip()) values.push(this.value())
    this.at += 1
    return values
  }

  #literal(): PdfString {
    const bytes: number[] = []
    let depth = 0
    for (;;) {
      const letter = this.#source[this.at] ?? ''
      this.at += 1
      if (letter === '\\') {
        const octal = this.#match(/[0-7]{1,3}/y)
        const escaped = octal === undefined ? (this.#source[this.at++] ?? '') : undefined
        bytes.push(octal === undefined ? (ESCAPES[escaped ?? ''] ?? (escaped ?? '').charCodeAt(0)) : Number.parseInt(octal, 8))
        continue
      }
      if (letter === '(' && depth++ === 0) continue
      if (letter === ')' && --depth === 0) return { bytes: Buffer.from(bytes) }
      if (letter === '') throw new Error('an open string')
      bytes.push(letter.charCodeAt(0))
    }
  }

  #skip() {
    this.#match(/\s+/y)
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.#source)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }
