/** What `courses -- new` writes: texts that pass the check and show an author the form. */

export interface NewFile {
  readonly path: string
  readonly text: string
}

/** Files of a new module, and of its course where that is new too. `day` is today, `review` a year on. */
export const newFiles = (
  course: { readonly folder: string; readonly slug: string; readonly isNew: boolean },
  module: { readonly folder: string; readonly slug: string },
  day: string,
  review: string,
): readonly NewFile[] => [
  ...(course.isNew ? [{ path: `${course.folder}/course.de.mdx`, text: courseText(course.slug, day, review) }] : []),
  { path: `${course.folder}/${module.folder}/module.de.mdx`, text: moduleText(module.slug, `${module.slug}-1`) },
  { path: `${course.folder}/${module.folder}/items.de.yaml`, text: itemsText(`${module.slug}-1`) },
]

const courseText = (slug: string, day: string, review: string) => `---
id: ${slug}
title: 'Neuer Kurs'
summary: Worum es geht, in einem oder zwei Sätzen.
minutes: 2
competences: [K1]
core_for: [case_work]
optional_for: []
pass_mark: 70
published_on: ${day}
review_on: ${review}
objectives:
  - Sie können …
---

Worum es in diesem Kurs geht und was Sie danach anders machen.
`

const moduleText = (slug: string, item: string) => `---
id: ${slug}
title: 'Neues Modul'
summary: Der Kern des Moduls in einem Satz.
minutes: 2
sources: []
justified:
  - code: module-minutes
    reason: Vorlage ohne Text. Diesen Eintrag nach dem Schreiben löschen.
---

## Erste Überschrift

Schreiben Sie hier. Ein Absatz hat einen Gedanken.

<Callout kind="work" title="Am Arbeitsplatz">
Was sich morgen tun lässt.
</Callout>

## Probe

<Item id="${item}" />
`

const itemsText = (item: string) => `# yaml-language-server: $schema=../../.schema/items.schema.json
items:
  - kind: single
    id: ${item}
    competences: [K1]
    prompt: Was trifft zu?
    options:
      - { id: a, text: 'Die erste Antwort.', correct: true, feedback: 'Richtig, weil …' }
      - { id: b, text: 'Die zweite Antwort.', feedback: 'Nicht ganz: …' }
`
