/**
 * Which addresses a text may hold. An allow-list over the exact characters: what is not plainly https, a page of the
 * platform, a place on the page or an e-mail address is refused, so that no disguise needs to be recognised.
 */
export const isAllowedUrl = (url: string): boolean => {
  if (!/^[\x21-\x7e\u00a1-\uffff]+$/u.test(url) || /[\\"<>`\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/.test(url)) return false
  if (url.startsWith('#')) return /^#[\p{L}\p{N}_-]+$/u.test(url)
  if (url.startsWith('/')) return INTERNAL.test(url)
  if (url.startsWith('mailto:')) return /^mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(url)
  return url.startsWith('https://') && isPublicHost(url)
}

/** Pages a course text may lead to: the catalogue, a course, a module, an item's page, the help. */
export const INTERNAL = /^\/(?:courses(?:\/[a-z0-9-]+){0,2}(?:\/items\/[a-z0-9-]+)?|help)(?:#[\p{L}\p{N}_-]+)?$/u

/** A host with a name, no user in front of it and no port. */
const isPublicHost = (url: string): boolean => {
  if (!URL.canParse(url)) return false
  const { protocol, username, password, port, hostname } = new URL(url)
  return (
    protocol === 'https:' &&
    username === '' &&
    password === '' &&
    port === '' &&
    /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(hostname) &&
    !url.slice(8).split(/[/?#]/)[0]?.includes('@')
  )
}
