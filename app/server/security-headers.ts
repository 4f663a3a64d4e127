import type { RequestHandler } from 'express'
import { knownOf } from './known.ts'

/** Rules for the browser, on every answer: pages, files, redirects and errors alike. */
export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(knownOf(response).nonce))
  for (const [name, value] of FIXED) response.setHeader(name, value)
  next()
}

/** Nothing by default; own files only; scripts only with the nonce of this answer; no string ever becomes code or markup. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

const FIXED = [
  // Browsers heed it over https alone. No includeSubDomains: below the authority's domain others have their own say.
  ['Strict-Transport-Security', 'max-age=31536000'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  [
    'Permissions-Policy',
    'accelerometer=(), bluetooth=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(self), serial=(), usb=()',
  ],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  // For browsers that do not know frame-ancestors.
  ['X-Frame-Options', 'DENY'],
] as const
