/** The document around every page. Nothing is hydrated: no client router, one small script that improves forms. */
import regular from '@fontsource/fira-sans/files/fira-sans-latin-400-normal.woff2?url'
import semibold from '@fontsource/fira-sans/files/fira-sans-latin-600-normal.woff2?url'
import type { ReactNode } from 'react'
import { isOperator } from '#app/domain/installation/queries.server.ts'
import { reportedPage } from '#app/domain/installation/reported-page.ts'
import { type Language, LanguageProvider, type Translate, translatorFor } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import type { DocumentModule } from './http/draw-page.ts'
import { defineLoader, viewerOf } from './http/guard.server.ts'
import { EnhancementScript, usePageContext } from './http/page-context.tsx'
import { useRootData } from './http/page-data.tsx'
import { themeOf, type Viewer } from './http/viewer.server.ts'
import { ErrorPage, knownStatus } from './ui/error-page.tsx'
import { pageTitle } from './ui/page-title.ts'
import { areasOf, pagesOfArea } from './ui/shell/areas.ts'
import { DemoLine } from './ui/shell/demo-line.tsx'
import { Footer } from './ui/shell/footer.tsx'
import { Header } from './ui/shell/header.tsx'
import { SessionWarning } from './ui/shell/session-warning.tsx'
import './ui/styles/index.css'

export const loader = defineLoader({ allow: 'everyone' }, async ({ house, context, request, language, now }) => {
  const viewer = await viewerOf(context, request)
  const shared = { language, now, theme: themeOf(viewer, request), demo: house.demo, requestId: context.requestId }
  if (viewer === undefined) return { ...shared, user: null }
  // Asked only for whom it changes the navigation.
  const operates = viewer.actor.roles.has('admin') && (await isOperator(house.db, viewer.actor))
  return { ...shared, user: { ...userOf(viewer), operates } }
})

/** What the head of the page shows of the person; nothing else of the viewer leaves the server. */
const userOf = ({ person, authority, org_unit, session, actor }: Viewer) => ({
  givenName: person.given_name,
  familyName: person.family_name,
  orgUnit: org_unit,
  authority: authority.name,
  roles: [...actor.roles],
  expiresAt: session.expires_at,
})

export const meta: DocumentModule['meta'] = ({ error, language }) => {
  if (error === undefined) return [{ title: pageTitle() }]
  const t = translatorFor(language)
  return [{ title: pageTitle(t('shell.errorPrefix', { title: t(`error.s${knownStatus(error.status)}.title`) })) }]
}

/** Head, foot and language; also around error pages, where the loader may have failed. */
export const Layout = ({ children }: { children: ReactNode }) => {
  const data = useRootData<typeof loader>()
  const { title, styles, pathname, search, ...page } = usePageContext()
  const language: Language = data?.language ?? page.language
  const t = translatorFor(language)
  const user = data?.user ?? null
  const next = `${pathname}${search}`
  return (
    <html lang={language} data-kern-theme={data?.theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={data?.theme ?? 'light dark'} />
        <meta name="robots" content="noindex" />
        {data && user ? <meta name="session-expires" content={user.expiresAt} data-now={data.now} /> : null}
        <title>{title}</title>
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {[regular, semibold].map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <EnhancementScript />
      </head>
      <LanguageProvider value={language}>
        <body>
          <a className="wb-skip" href="#inhalt">
            {t('shell.skip')}
          </a>
          {user ? <SessionWarning expiresAt={user.expiresAt} action={paths.sessionExtension()} next={next} /> : null}
          <template data-offline="">
            <p>{t('door.offline')}</p>
          </template>
          {data?.demo ? <DemoLine /> : null}
          <Header
            homeHref={user ? paths.home() : paths.signIn()}
            helpHref={paths.help()}
            searchHref={user ? paths.search() : undefined}
            nav={user ? areasOf(t, new Set(user.roles), pathname) : []}
            area={user ? pagesOfArea(t, new Set(user.roles), pathname, user.operates) : undefined}
            user={
              user && {
                ...user,
                theme: data?.theme ?? null,
                signOutAction: paths.signOut(),
                links: [
                  { href: paths.notes(), label: t('shell.user.notes') },
                  { href: paths.ownData(), label: t('shell.user.data') },
                  { href: paths.visibility(), label: t('shell.user.visibility') },
                  { href: paths.account(), label: t('shell.user.account') },
                  { href: paths.sessions(), label: t('shell.user.sessions') },
                ],
              }
            }
            preferences={{ action: paths.preferences(), next }}
          />
          <main id="inhalt" tabIndex={-1}>
            {children}
          </main>
          <Footer owner={user?.authority ?? t('shell.claim')} links={footLinks(t, user !== null, pathname)} />
        </body>
      </LanguageProvider>
    </html>
  )
}

/** Every thrown answer of every page, in words, inside the same frame. */
export const ErrorBoundary = () => {
  const { requestId, error, pathname, search } = usePageContext()
  const status = error?.status ?? 500
  return (
    <ErrorPage status={status} requestId={requestId} homeHref={status === 401 ? paths.signIn(`${pathname}${search}`) : paths.home()} helpHref={paths.help()} />
  )
}

/** The same on every page; a barrier is reported with the path of the page it is on, without ids and codes. */
const footLinks = (t: Translate, signedIn: boolean, pathname: string) => [
  ...(signedIn
    ? [
        { href: paths.glossary(), label: t('shell.nav.glossary') },
        { href: paths.sources(), label: t('shell.nav.sources') },
      ]
    : []),
  { href: paths.help(), label: t('shell.nav.helpAndContact') },
  { href: paths.privacy(), label: t('shell.nav.privacy') },
  { href: paths.accessibility(), label: t('shell.nav.accessibility') },
  { href: paths.barrierReport(reportedPage(pathname)), label: t('shell.nav.barrier') },
  { href: paths.imprint(), label: t('shell.nav.imprint') },
]
