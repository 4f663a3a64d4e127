/** The text of a course or module (MDX). */
import type { Fault } from './fault.ts'

export const PROSE_FAULTS = {
  'mdx-syntax': [
    'error',
    ['Schreibfehler im Text: {reason}.', 'Prüfen Sie spitze und geschweifte Klammern in dieser Zeile. Als Schriftzeichen schreiben Sie „\\<“ und „\\{“.'],
    ['The text is not well formed: {reason}.', 'Check angle brackets and braces in this line. As plain characters write "\\<" and "\\{".'],
  ],
  'mdx-tag': [
    'error',
    [
      'Öffnende und schließende Marken passen nicht zusammen: {reason}.',
      'Zu jedem „<Wort …>“ gehört ein „</Wort>“ auf derselben Ebene. Ohne Inhalt schreiben Sie „<Wort … />“.',
    ],
    ['Opening and closing tags do not match: {reason}.', 'Every "<Word …>" needs a "</Word>" on the same level. Without content write "<Word … />".'],
  ],
  'expression-forbidden': [
    'error',
    ['Geschweifte Klammern sind im Text nicht erlaubt.', 'Löschen Sie den Ausdruck oder Kommentar. Eine Klammer als Schriftzeichen schreiben Sie „\\{“.'],
    ['Braces are not allowed in the text.', 'Delete the expression or comment. A brace as a plain character is written "\\{".'],
  ],
  'import-outside': [
    'error',
    [
      '„{path}“ darf hier nicht eingebunden werden.',
      'Erlaubt sind nur Dateien (.tsx, .ts, .jsx, .js) im Ordner desselben Kurses, zum Beispiel „./zeitstrahl.tsx“.',
    ],
    ['"{path}" must not be imported here.', 'Only files (.tsx, .ts, .jsx, .js) in the folder of the same course are allowed, for example "./timeline.tsx".'],
  ],
  'import-missing': [
    'error',
    ['Die eingebundene Datei „{path}“ gibt es nicht.', 'Prüfen Sie den Dateinamen samt Endung.'],
    ['The imported file "{path}" does not exist.', 'Check the file name including its ending.'],
  ],
  'import-form': [
    'error',
    [
      'Diese Form von „import“ ist nicht erlaubt.',
      "Schreiben Sie „import {sample} from './datei.tsx'“ mit einem Namen, der groß beginnt und kein Wort des Wortschatzes ist.",
    ],
    ['This form of "import" is not allowed.', 'Write "import {sample} from \'./file.tsx\'" with a name that begins with a capital and is no vocabulary word.'],
  ],
  'export-forbidden': [
    'error',
    ['„export“ und Programmzeilen sind im Text nicht erlaubt.', 'Löschen Sie die Zeile. Beginnt ein Satz mit „export“ oder „import“, stellen Sie ihn um.'],
    ['"export" and program lines are not allowed in the text.', 'Delete the line. If a sentence begins with "export" or "import", rephrase it.'],
  ],
  'html-forbidden': [
    'error',
    ['HTML ist nicht erlaubt: <{name}>.', 'Nutzen Sie Markdown oder ein Wort des Wortschatzes: {known}.'],
    ['HTML is not allowed: <{name}>.', 'Use Markdown or a vocabulary word: {known}.'],
  ],
  'word-unknown': [
    'error',
    ['Das Wort <{name}> ist nicht bekannt.', '{suggestion}Möglich sind: {known}.'],
    ['The word <{name}> is not known.', '{suggestion}Possible are: {known}.'],
  ],
  'word-fragment': [
    'error',
    ['Eine leere Marke „<>“ ist nicht erlaubt.', 'Löschen Sie „<>“ und „</>“.'],
    ['An empty tag "<>" is not allowed.', 'Delete "<>" and "</>".'],
  ],
  'word-place': ['error', ['<{name}> darf hier nicht stehen.', '{rule}'], ['<{name}> must not stand here.', '{rule}']],
  'word-contents': ['error', ['Der Inhalt von <{name}> passt nicht.', '{rule}'], ['The content of <{name}> does not fit.', '{rule}']],
  'attribute-spread': [
    'error',
    ['„{...}“ in einer Marke ist nicht erlaubt.', 'Schreiben Sie jede Angabe einzeln: name="Wert".'],
    ['"{...}" in a tag is not allowed.', 'Write each attribute on its own: name="value".'],
  ],
  'attribute-expression': [
    'error',
    ['Die Angabe „{name}“ steht in geschweiften Klammern.', 'Schreiben Sie {name}="Wert" in Anführungszeichen.'],
    ['The attribute "{name}" stands in braces.', 'Write {name}="value" in quotes.'],
  ],
  'attribute-unknown': [
    'error',
    ['<{word}> kennt die Angabe „{name}“ nicht.', '{suggestion}Möglich sind: {known}.'],
    ['<{word}> has no attribute "{name}".', '{suggestion}Possible are: {known}.'],
  ],
  'attribute-twice': [
    'error',
    ['Die Angabe „{name}“ steht zweimal.', 'Löschen Sie eine der beiden.'],
    ['The attribute "{name}" is given twice.', 'Delete one of the two.'],
  ],
  'attribute-missing': [
    'error',
    ['<{word}> braucht die Angabe „{name}“.', 'Ergänzen Sie {name}="…" ({expected}).'],
    ['<{word}> needs the attribute "{name}".', 'Add {name}="…" ({expected}).'],
  ],
  'attribute-invalid': [
    'error',
    ['„{value}“ ist für „{name}“ nicht möglich.', 'Erwartet wird: {expected}.'],
    ['"{value}" is not possible for "{name}".', 'Expected: {expected}.'],
  ],
  'heading-first': [
    'error',
    ['Eine Überschrift erster Ebene (#) ist im Text nicht erlaubt.', 'Der Titel steht im Kopf der Datei. Beginnen Sie mit „##“.'],
    ['A first-level heading (#) is not allowed in the text.', 'The title stands in the head of the file. Begin with "##".'],
  ],
  'heading-deep': [
    'error',
    ['Überschriften gehen nur bis zur vierten Ebene (####).', 'Teilen Sie den Abschnitt auf oder nutzen Sie eine Liste.'],
    ['Headings go down to the fourth level (####) only.', 'Split the section or use a list.'],
  ],
  'heading-jump': [
    'error',
    ['Die Überschrift überspringt eine Ebene: von {from} auf {to}.', 'Nehmen Sie die nächste Ebene. Vorleseprogramme nutzen die Ebenen als Gliederung.'],
    ['The heading skips a level: from {from} to {to}.', 'Use the next level. Screen readers use the levels as an outline.'],
  ],
  'heading-empty': [
    'error',
    ['Diese Überschrift ist leer.', 'Schreiben Sie einen Text oder löschen Sie die Zeile.'],
    ['This heading is empty.', 'Write a text or delete the line.'],
  ],
  'link-url': [
    'error',
    ['Die Adresse „{url}“ ist nicht erlaubt.', 'Erlaubt sind https://…, Seiten der Plattform (/courses/…), Stellen auf der Seite (#…) und E-Mail (mailto:…).'],
    ['The address "{url}" is not allowed.', 'Allowed are https://…, pages of the platform (/courses/…), places on the page (#…) and e-mail (mailto:…).'],
  ],
  'link-text': [
    'error',
    ['Dieser Link hat keinen Text.', 'Schreiben Sie in die eckigen Klammern, wohin der Link führt.'],
    ['This link has no text.', 'Write into the square brackets where the link leads.'],
  ],
  'link-broken': [
    'error',
    ['Der Link „{url}“ führt ins Leere.', 'Prüfen Sie Kurs, Modul und Sprungmarke. Die Adresse ist der Ordnername ohne Nummer.'],
    ['The link "{url}" leads nowhere.', 'Check course, module and anchor. The address is the folder name without its number.'],
  ],
  'image-alt': [
    'error',
    ['Die Abbildung hat keinen Alternativtext.', 'Sagen Sie in einem Satz, was zu sehen ist und was es für die Aussage bedeutet.'],
    ['The figure has no alternative text.', 'Say in one sentence what can be seen and what it means.'],
  ],
  'image-reference': [
    'error',
    ['Abbildungen mit Verweis (![…][…]) sind nicht erlaubt.', 'Nutzen Sie <Figure src="datei.svg" alt="…" />.'],
    ['Images by reference (![…][…]) are not allowed.', 'Use <Figure src="file.svg" alt="…" />.'],
  ],
  'image-inline': [
    'error',
    ['Die Abbildung steht mitten im Satz.', 'Stellen Sie sie auf eine eigene Zeile mit Leerzeilen davor und danach.'],
    ['The image stands within a sentence.', 'Put it on a line of its own with empty lines around it.'],
  ],
  'figure-missing': [
    'error',
    [
      'Die Datei „{src}“ gibt es weder im Ordner des Moduls noch im Ordner des Kurses.',
      'Legen Sie die Datei in den Ordner oder berichtigen Sie den Namen (Groß- und Kleinschreibung zählt).',
    ],
    [
      'The file "{src}" is neither in the folder of the module nor in that of the course.',
      'Put the file into the folder or correct its name (capitals matter).',
    ],
  ],
  'figure-name': [
    'error',
    [
      '„{src}“ ist kein erlaubter Dateiname für eine Abbildung.',
      'Erlaubt sind Namen aus Kleinbuchstaben, Ziffern und Bindestrichen mit .svg, .png oder .webp, ohne Ordner und ohne Internetadresse.',
    ],
    [
      '"{src}" is not an allowed file name of a figure.',
      'Allowed are names of small letters, digits and hyphens with .svg, .png or .webp, without folder or internet address.',
    ],
  ],
  'figure-large': [
    'error',
    ['Die Abbildung „{src}“ hat {size} KB; erlaubt sind {limit} KB.', 'Verkleinern Sie das Bild oder zeichnen Sie es als SVG.'],
    ['The figure "{src}" has {size} KB; {limit} KB are allowed.', 'Make the picture smaller or draw it as SVG.'],
  ],
  'figure-unsafe': [
    'error',
    [
      'Die Abbildung „{src}“ enthält {what}.',
      'Speichern Sie sie als einfaches SVG: ohne Skripte, Ereignisse, fremde Adressen, eingebettetes HTML und style-Angaben.',
    ],
    ['The figure "{src}" contains {what}.', 'Save it as plain SVG: no scripts, events, foreign addresses, embedded HTML or style attributes.'],
  ],
  'figure-broken': [
    'error',
    ['Die Abbildung „{src}“ ist beschädigt oder keine {kind}-Datei.', 'Speichern Sie das Bild neu.'],
    ['The figure "{src}" is damaged or no {kind} file.', 'Save the picture again.'],
  ],
  'node-forbidden': [
    'error',
    ['Das ist im Text nicht erlaubt: {what}.', 'Nutzen Sie Absätze, Listen, Tabellen, Zitate, **fett**, *betont* und den Wortschatz.'],
    ['This is not allowed in the text: {what}.', 'Use paragraphs, lists, tables, quotes, **bold**, *emphasis* and the vocabulary.'],
  ],
  'nesting-deep': [
    'error',
    ['Der Text ist tiefer als {limit} Ebenen verschachtelt.', 'Lösen Sie verschachtelte Listen oder Zitate auf.'],
    ['The text is nested deeper than {limit} levels.', 'Resolve nested lists or quotes.'],
  ],
  'note-line': [
    'error',
    ['Zur Anmerkung n="{n}" gibt es im Brief keine Zeile.', 'Geben Sie einer <Line> dieselbe Nummer n="{n}".'],
    ['No line of the letter has the number of the note n="{n}".', 'Give a <Line> the same number n="{n}".'],
  ],
  'component-output': [
    'error',
    ['Die Komponente <{name}> erzeugt etwas Unerlaubtes: {what}.', 'Eine Komponente darf nur die erlaubten Elemente mit einfachen Werten zurückgeben.'],
    ['The component <{name}> makes something that is not allowed: {what}.', 'A component may only return the allowed elements with plain values.'],
  ],
  'compile-failed': [
    'error',
    ['Die Datei ließ sich nicht übersetzen: {reason}.', 'Prüfen Sie eingebundene Dateien. Ohne eigene Komponenten melden Sie den Fehler bitte.'],
    ['The file could not be compiled: {reason}.', 'Check imported files. Without components of your own please report this fault.'],
  ],
  'compile-timeout': [
    'error',
    [
      'Das Übersetzen hat länger als {seconds} Sekunden gedauert und wurde abgebrochen.',
      'Kürzen Sie die Datei oder vereinfachen Sie Listen, Tabellen und Komponenten.',
    ],
    ['Compiling took more than {seconds} seconds and was stopped.', 'Shorten the file or simplify lists, tables and components.'],
  ],
} as const satisfies Record<string, Fault>
