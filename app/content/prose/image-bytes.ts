/** Size and safety of pictures, read from their bytes. */
import type { Bilingual } from '../faults/fault.ts'

export interface ImageSize {
  readonly width?: number
  readonly height?: number
}

/** Pixels of an SVG, PNG or WEBP; undefined where the bytes are none. An SVG without size gives an empty object. */
export const imageSize = (bytes: Buffer, kind: string): ImageSize | undefined => {
  if (kind === 'PNG')
    return bytes.length >= 24 && bytes.subarray(0, 8).equals(PNG) ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : undefined
  if (kind === 'WEBP') return webpSize(bytes)
  return svgSize(bytes.toString('utf8'))
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const webpSize = (bytes: Buffer): ImageSize | undefined => {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    case 'VP8L': {
      const packed = bytes.readUInt32LE(21)
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    default:
      return undefined
  }
}

const svgSize = (text: string): ImageSize | undefined => {
  const tag = /<svg\b[^>]*>/.exec(text)?.[0]
  if (tag === undefined || !text.trimEnd().endsWith('</svg>')) return undefined
  const number = (name: string) => Number(new RegExp(`\\s${name}="([0-9.]+)(?:px)?"`).exec(tag)?.[1])
  const box = /\sviewBox="\s*[-0-9.]+[\s,]+[-0-9.]+[\s,]+([0-9.]+)[\s,]+([0-9.]+)\s*"/.exec(tag)
  const width = number('width') || Number(box?.[1])
  const height = number('height') || Number(box?.[2])
  return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : {}
}

const DANGERS: readonly (readonly [RegExp, Bilingual])[] = [
  [/<!(?:DOCTYPE|ENTITY)/i, { de: 'eine Dokumenttyp-Angabe', en: 'a document type' }],
  [
    /<(?:[a-z0-9]+:)?(?:script|foreignObject|iframe|embed|object|audio|video|style|link|handler|set|animate[a-z]*)\b/i,
    {
      de: 'ein nicht erlaubtes Element (Skript, Stil, Animation oder eingebettetes HTML)',
      en: 'an element that is not allowed (script, style, animation or embedded HTML)',
    },
  ],
  [/\son[a-z]+\s*=/i, { de: 'ein Ereignis (on…=)', en: 'an event handler (on…=)' }],
  [/\sstyle\s*=/i, { de: 'eine style-Angabe', en: 'a style attribute' }],
  [/\s(?:xlink:)?href\s*=\s*["']?\s*(?!["']?#)/i, { de: 'eine Adresse (href)', en: 'an address (href)' }],
  [/url\(\s*["']?\s*(?!["']?#)/i, { de: 'eine Adresse (url)', en: 'an address (url)' }],
  [/<\?xml-stylesheet/i, { de: 'ein Stylesheet', en: 'a style sheet' }],
]

/** What in an SVG could run code or fetch something, or undefined. */
export const svgDanger = (text: string): Bilingual | undefined => DANGERS.find(([pattern]) => pattern.test(text))?.[1]
