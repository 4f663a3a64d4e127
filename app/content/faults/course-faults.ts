/** Folders, ids, languages, the lock, the glossary. */
import type { Fault } from './fault.ts'

export const COURSE_FAULTS = {
  'folder-name': [
    'error',
    ['Der Ordner „{name}“ hat keinen gültigen Namen.', 'Ordner heißen „NN-name“: zwei Ziffern, Bindestrich, dann Kleinbuchstaben, Ziffern und Bindestriche.'],
    ['The folder "{name}" has no valid name.', 'Folders are called "NN-name": two digits, a hyphen, then small letters, digits and hyphens.'],
  ],
  'folder-number': [
    'error',
    ['Die Nummer {number} ist doppelt vergeben (zuerst: {first}).', 'Nummerieren Sie den Ordner um. Der Lernstand hängt an der id und bleibt erhalten.'],
    ['The number {number} is used twice (first: {first}).', 'Renumber the folder. Progress depends on the id and is kept.'],
  ],
  'folder-reserved': [
    'error',
    ['Der Name „{name}“ ist für eine Seite der Plattform vergeben.', 'Wählen Sie einen anderen Ordnernamen.'],
    ['The name "{name}" is taken by a page of the platform.', 'Choose another folder name.'],
  ],
  'course-file-missing': [
    'error',
    ['Im Ordner fehlt „{name}“.', 'Legen Sie die Datei an. Vorlage: npm run courses -- new <kurs>/<modul>.'],
    ['"{name}" is missing in the folder.', 'Create the file. Template: npm run courses -- new <course>/<module>.'],
  ],
  'modules-missing': [
    'error',
    ['Der Kurs hat kein Modul.', 'Legen Sie einen Ordner „01-name“ mit „module.de.mdx“ an.'],
    ['The course has no module.', 'Create a folder "01-name" with "module.de.mdx".'],
  ],
  'file-unknown': [
    'warning',
    [
      'Die Datei „{name}“ gehört zu keinem Teil des Kurses.',
      'Löschen Sie sie oder prüfen Sie den Namen (course.de.mdx, module.de.mdx, items.de.yaml, Abbildungen).',
    ],
    ['The file "{name}" belongs to no part of the course.', 'Delete it or check its name (course.de.mdx, module.de.mdx, items.de.yaml, figures).'],
  ],
  'figure-unused': [
    'warning',
    ['Die Abbildung „{name}“ kommt in keinem Text vor.', 'Binden Sie sie mit <Figure … /> ein oder löschen Sie sie.'],
    ['The figure "{name}" occurs in no text.', 'Use it with <Figure … /> or delete it.'],
  ],
  'item-in-course': [
    'error',
    ['In der Einführung eines Kurses dürfen keine Aufgaben stehen.', 'Setzen Sie die Aufgabe in ein Modul.'],
    ['The introduction of a course must not contain items.', 'Put the item into a module.'],
  ],
  'language-incomplete': [
    'warning',
    ['Die Sprache „{language}“ ist unvollständig: {missing} fehlt. Der Kurs erscheint in dieser Sprache noch nicht.', 'Ergänzen Sie die fehlende Datei.'],
    ['The language "{language}" is incomplete: {missing} is missing. The course does not appear in this language yet.', 'Add the missing file.'],
  ],
  'language-structure': [
    'error',
    [
      'Die Sprachfassungen weichen voneinander ab: {what} (hier {here}, in „{first}“ {there}).',
      'Gleichen Sie die Fassungen an. Gleich sein müssen ids, Arten, Reihenfolge, Schlüssel und Gliederung.',
    ],
    ['The languages disagree: {what} (here {here}, in "{first}" {there}).', 'Make them agree. Ids, kinds, order, keys and outline must be the same.'],
  ],
  'id-vanished': [
    'error',
    [
      'Die veröffentlichte id „{id}“ gibt es nicht mehr.',
      'Stellen Sie sie wieder her: Lernstände hängen daran. Ist das Ende gewollt, ergänzen Sie hier „retired: true“.',
    ],
    ['The published id "{id}" no longer exists.', 'Restore it: progress depends on it. If the end is intended, add "retired: true" here.'],
  ],
  'id-retired': [
    'error',
    ['Die id „{id}“ ist als beendet eingetragen, wird aber benutzt.', 'Vergeben Sie eine neue id oder löschen Sie „retired: true“.'],
    ['The id "{id}" is entered as retired, but it is in use.', 'Choose a new id or delete "retired: true".'],
  ],
  'lock-outdated': [
    'warning',
    ['„courses.lock“ ist nicht auf dem Stand dieses Kurses ({what}).', 'Rufen Sie npm run courses -- lock auf und prüfen Sie den Unterschied.'],
    ['"courses.lock" is not up to date with this course ({what}).', 'Run npm run courses -- lock and review the difference.'],
  ],
  'term-unknown': [
    'error',
    ['Den Begriff „{id}“ gibt es im Glossar nicht.', '{suggestion}Ergänzen Sie ihn in glossary.{language}.yaml.'],
    ['There is no term "{id}" in the glossary.', '{suggestion}Add it to glossary.{language}.yaml.'],
  ],
  'module-unknown': [
    'error',
    ['Das Modul „{id}“ gibt es nicht.', '{suggestion}Gemeint sind die ids von Kurs und Modul: kurs/modul.'],
    ['There is no module "{id}".', '{suggestion}What is meant are the ids of course and module: course/module.'],
  ],
  'date-order': [
    'error',
    ['Die Wiedervorlage liegt vor dem Stand.', 'Setzen Sie „review“ auf einen späteren Tag.'],
    ['The review date lies before the date it was checked.', 'Set "review" to a later day.'],
  ],
} as const satisfies Record<string, Fault>
