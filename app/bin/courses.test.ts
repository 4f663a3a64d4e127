import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { type Files, MINIMAL, MODULE_FILE, MODULE_HEAD, writeCourses } from '#app/content/fixtures/course-folder.server.ts'

/** Runs the command line as an author does; the exit code and what it says. */
const run = async (folder: string, ...args: readonly string[]) => {
  const command = [join('node_modules', 'tsx', 'dist', 'cli.mjs'), join('app', 'bin', 'courses.ts'), ...args, '--folder', folder]
  try {
    const { stdout } = await promisify(execFile)(process.execPath, command)
    return { code: 0, said: stdout }
  } catch (failure) {
    const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string }
    return { code, said: `${stdout}${stderr}` }
  }
}

const temporary = (files: Files) => {
  const place = writeCourses(files)
  onTestFinished(place.remove)
  return place
}

test('check names every fault with its place and advice, and ends with 1', { timeout: 60_000 }, async () => {
  const { folder } = temporary({ ...MINIMAL, [MODULE_FILE]: `${MODULE_HEAD}\n# Titel\n\n<div>x</div>\n` })
  const german = await run(folder, 'check')
  expect(german.code).toBe(1)
  expect(german.said).toContain(`courses/${MODULE_FILE}:10:1  Fehler  Eine Überschrift erster Ebene (#) ist im Text nicht erlaubt.  [heading-first]`)
  expect(german.said).toContain('    Der Titel steht im Kopf der Datei. Beginnen Sie mit „##“.')
  expect(german.said).toContain(`courses/${MODULE_FILE}:12:1  Fehler  HTML ist nicht erlaubt: <div>.`)
  expect(german.said).toMatch(/1 Kurs\(e\) geprüft: \d+ Fehler, \d+ Hinweise/)
  expect(german.said).not.toMatch(/\n\s+at /)
})

test('a new course passes the check, is locked, and is listed', { timeout: 60_000 }, async () => {
  const { folder } = temporary({})
  const created = await run(folder, 'new', 'mein-kurs/mein-modul')
  expect(created).toEqual({
    code: 0,
    said: 'courses/01-mein-kurs/course.de.mdx\ncourses/01-mein-kurs/01-mein-modul/module.de.mdx\ncourses/01-mein-kurs/01-mein-modul/items.de.yaml\n',
  })
  expect(await run(folder, 'new', 'mein-kurs/zweites')).toMatchObject({ code: 0, said: expect.stringContaining('02-zweites/module.de.mdx') })
  expect((await run(folder, 'lock')).code).toBe(0)
  expect(readFileSync(join(folder, 'courses.lock'), 'utf8')).toMatch(/- \{ id: mein-kurs, hash: '[0-9a-f]{12}' \}\n- \{ id: mein-kurs\/mein-modul,/)
  expect((await run(folder, 'list')).said).toContain('1.2  Neues Modul  2 Min., 1 Aufgaben')
})

test('an unknown command says what there is', { timeout: 60_000 }, async () => {
  expect(await run('courses', 'chek', '--lang', 'en')).toMatchObject({ code: 1, said: expect.stringContaining('check                checks all courses') })
})
