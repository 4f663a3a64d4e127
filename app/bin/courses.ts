/** `npm run courses -- check | new <course>/<module> | lock | list | schema`: the course folder from the command line. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Finding, Language } from '#app/content/course.ts'
import { type CompiledCourses, compileCourses } from '#app/content/course/compile-courses.server.ts'
import { isSameLock, LOCK_FILE, lockText } from '#app/content/course/lock.server.ts'
import { readNumberedFolders } from '#app/content/course/read-folder.server.ts'
import { newFiles } from '#app/content/course/templates.ts'
import { jsonSchemas } from '#app/content/json-schemas.ts'
import { systemClock } from '#app/platform/clock.ts'
import { PlainFailure, runPlainly } from './plain-failure.ts'

const USAGE: Readonly<Record<Language, string>> = {
  de: `npm run courses -- <Befehl> [--lang en]
  check                prüft alle Kurse; jede Meldung mit Datei, Zeile und Rat (Ende mit 1 bei Fehlern)
  new <kurs>/<modul>   legt ein Modul an, und den Kurs, wenn es ihn noch nicht gibt
  lock                 schreibt courses.lock: die Liste aller veröffentlichten ids
  list                 zeigt Kurse, Module und Aufgaben
  schema               schreibt die Schemas für Editoren nach courses/.schema`,
  en: `npm run courses -- <command> [--lang en]
  check                checks all courses; each finding with file, line and advice (exit code 1 on errors)
  new <course>/<module>  creates a module, and the course where there is none yet
  lock                 writes courses.lock: the list of all published ids
  list                 shows courses, modules and items
  schema               writes the schemas for editors to courses/.schema`,
}

const main = async () => {
  const { language, folder, command, argument } = readArguments()
  switch (command) {
    case 'check':
      return runCheck(folder, language)
    case 'new':
      return runNew(folder, argument, language)
    case 'lock':
      return runLock(folder, language)
    case 'list':
      return runList(folder, language)
    case 'schema':
      return runSchema(folder, language)
    default:
      throw new PlainFailure(USAGE[language])
  }
}

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({
      options: { lang: { type: 'string', default: 'de' }, folder: { type: 'string', default: 'courses' } },
      allowPositionals: true,
    })
    const language: Language = values.lang === 'en' ? 'en' : 'de'
    return { language, folder: resolve(values.folder), command: positionals[0], argument: positionals[1] }
  } catch {
    throw new PlainFailure(USAGE.de)
  }
}

/** Every run compiles afresh: the answer must not depend on a cache. */
const compile = (folder: string) => compileCourses(folder, { today: today(), cache: null, isolate: false })

/** The calendar date in Europe/Berlin, some days from now. */
const today = (days = 0): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date(systemClock().getTime() + days * 86_400_000))

const runCheck = async (folder: string, language: Language) => {
  const compiled = await compile(folder)
  report(compiled.findings, language)
  const { errors, warnings } = countsOf(compiled.findings)
  const courses = compiled.courses.length
  const summary =
    language === 'de'
      ? `${courses} Kurs(e) geprüft: ${errors} Fehler, ${warnings} Hinweise`
      : `${courses} course(s) checked: ${errors} errors, ${warnings} warnings`
  console.log(summary)
  if (errors > 0) process.exitCode = 1
}

const report = (findings: readonly Finding[], language: Language) => {
  const words = language === 'de' ? { error: 'Fehler', warning: 'Hinweis' } : { error: 'error', warning: 'warning' }
  for (const entry of findings) {
    console.log(`courses/${entry.file}:${entry.line}:${entry.column}  ${words[entry.severity]}  ${entry.message[language]}  [${entry.code}]`)
    console.log(`    ${entry.hint[language]}`)
  }
  if (findings.length > 0) console.log('')
}

const countsOf = (findings: readonly Finding[]) => ({
  errors: findings.filter((entry) => entry.severity === 'error').length,
  warnings: findings.filter((entry) => entry.severity === 'warning').length,
})

const runNew = async (folder: string, argument: string | undefined, language: Language) => {
  const [, courseSlug, moduleSlug] = /^([a-z0-9][a-z0-9-]{0,57})\/([a-z0-9][a-z0-9-]{0,57})$/.exec(argument ?? '') ?? []
  if (courseSlug === undefined || moduleSlug === undefined) throw new PlainFailure(USAGE[language])
  const courses = readNumberedFolders(folder, '').folders
  const known = courses.find((course) => course.slug === courseSlug)
  const courseFolder = known?.name ?? `${nextNumber(courses)}-${courseSlug}`
  const modules = readNumberedFolders(join(folder, courseFolder), courseFolder).folders
  if (modules.some((module) => module.slug === moduleSlug)) {
    throw new PlainFailure(language === 'de' ? `Das Modul „${argument}“ gibt es schon.` : `The module "${argument}" exists already.`)
  }
  const files = newFiles(
    { folder: courseFolder, slug: courseSlug, isNew: known === undefined },
    { folder: `${nextNumber(modules)}-${moduleSlug}`, slug: moduleSlug },
    today(),
    today(365),
  )
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text, { flag: 'wx' })
    console.log(`courses/${path}`)
  }
}

const nextNumber = (folders: readonly { readonly number: number }[]) => String(Math.max(0, ...folders.map((entry) => entry.number)) + 1).padStart(2, '0')

const runLock = async (folder: string, language: Language) => {
  const compiled = await compile(folder)
  const errors = compiled.findings.filter((entry) => entry.severity === 'error')
  if (errors.length > 0) {
    report(errors, language)
    throw new PlainFailure(
      language === 'de' ? `${LOCK_FILE} ist unverändert: Beheben Sie zuerst die Fehler.` : `${LOCK_FILE} is unchanged: mend the errors first.`,
    )
  }
  const text = lockText(compiled.lock, compiled.courses)
  const isSame = isSameLock(folder, text)
  if (!isSame) writeFileSync(join(folder, LOCK_FILE), text)
  if (language === 'de')
    console.log(isSame ? `${LOCK_FILE} ist aktuell.` : `${LOCK_FILE} ist geschrieben. Prüfen Sie den Unterschied (git diff courses/${LOCK_FILE}).`)
  else console.log(isSame ? `${LOCK_FILE} is up to date.` : `${LOCK_FILE} is written. Review the difference (git diff courses/${LOCK_FILE}).`)
}

const runList = async (folder: string, language: Language) => {
  const compiled = await compile(folder)
  for (const course of compiled.courses) console.log(describe(course, compiled, language))
}

const describe = ({ folder, course }: CompiledCourses['courses'][number], compiled: CompiledCourses, language: Language): string => {
  const words = language === 'de' ? { broken: 'hat Fehler', items: 'Aufgaben', minutes: 'Min.' } : { broken: 'has errors', items: 'items', minutes: 'min' }
  if (course === undefined || !compiled.publishable.has(folder)) return `${folder}  ${words.broken}`
  const shown = course.languages.includes(language) ? language : (course.languages[0] ?? 'de')
  const lines = course.modules.map(
    (module) => `  ${module.number}  ${module.text[shown]?.title ?? module.slug}  ${module.minutes} ${words.minutes}, ${module.items.length} ${words.items}`,
  )
  return [
    `${course.number}  ${course.text[shown]?.title ?? course.slug}  ${course.minutes} ${words.minutes}  [${course.languages.join(', ')}]  ${course.revision.slice(0, 12)}`,
    ...lines,
  ].join('\n')
}

const runSchema = async (folder: string, language: Language) => {
  mkdirSync(join(folder, '.schema'), { recursive: true })
  for (const [name, text] of Object.entries(jsonSchemas())) writeFileSync(join(folder, '.schema', name), text)
  console.log(language === 'de' ? 'Die Schemas stehen in courses/.schema.' : 'The schemas are in courses/.schema.')
}

await runPlainly(main)
