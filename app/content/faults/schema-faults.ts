/** Front matter and YAML: shape and types. */
import type { Fault } from './fault.ts'

export const SCHEMA_FAULTS = {
  'file-unreadable': [
    'error',
    ['Die Datei lässt sich nicht lesen: {reason}.', 'Prüfen Sie, ob die Datei vorhanden und als UTF-8-Text gespeichert ist.'],
    ['The file cannot be read: {reason}.', 'Check that the file exists and is saved as UTF-8 text.'],
  ],
  'file-too-large': [
    'error',
    ['Die Datei ist {size} KB groß; erlaubt sind {limit} KB.', 'Teilen Sie den Inhalt auf zwei Module auf.'],
    ['The file has {size} KB; {limit} KB are allowed.', 'Split the content into two modules.'],
  ],
  'character-forbidden': [
    'error',
    [
      'Hier steht ein unsichtbares Zeichen ({sign}), das den Text anders aussehen lässt, als er ist.',
      'Löschen Sie das Zeichen, am einfachsten die Stelle neu schreiben. Wörter in anderer Schreibrichtung stehen in <Foreign lang="…">.',
    ],
    [
      'There is an invisible character ({sign}) that makes the text look different from what it is.',
      'Delete the character; writing the words anew is easiest. Words in another direction of writing stand in <Foreign lang="…">.',
    ],
  ],
  'front-matter-missing': [
    'error',
    ['Der Kopf der Datei fehlt.', 'Die erste Zeile ist „---“, danach folgen Angaben wie „id:“ und „title:“, dann wieder „---“.'],
    ['The head of the file is missing.', 'The first line is "---", then come entries such as "id:" and "title:", then "---" again.'],
  ],
  'front-matter-open': [
    'error',
    ['Der Kopf der Datei ist nicht abgeschlossen.', 'Setzen Sie nach der letzten Angabe eine Zeile „---“.'],
    ['The head of the file is not closed.', 'Put a line "---" after the last entry.'],
  ],
  'front-matter-engine': [
    'error',
    ['Nach „---“ steht „{engine}“. Der Kopf darf nur YAML enthalten.', 'Löschen Sie „{engine}“ in der ersten Zeile. Programmcode im Kopf ist nicht erlaubt.'],
    ['"{engine}" follows "---". The head may only hold YAML.', 'Delete "{engine}" from the first line. Program code is not allowed in the head.'],
  ],
  'yaml-syntax': [
    'error',
    [
      'YAML-Schreibfehler: {reason}.',
      'Prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen in dieser Zeile. Text mit „: “ oder „#“ gehört in Anführungszeichen.',
    ],
    ['YAML is not well formed: {reason}.', 'Check indentation, colons and quotes in this line. Text with ": " or "#" belongs in quotes.'],
  ],
  'yaml-anchor': [
    'error',
    [
      'YAML-Anker und Verweise (& und *) sind nicht erlaubt.',
      'Schreiben Sie den Text an jeder Stelle aus. Beginnt ein Text mit „*“ oder „&“, gehört er in Anführungszeichen.',
    ],
    ['YAML anchors and aliases (& and *) are not allowed.', 'Write the text out each time. A text that begins with "*" or "&" belongs in quotes.'],
  ],
  'key-unknown': [
    'error',
    ['Die Angabe „{key}“ ist hier nicht bekannt.', '{suggestion}Möglich sind: {known}.'],
    ['The entry "{key}" is not known here.', '{suggestion}Possible are: {known}.'],
  ],
  'text-unquoted': [
    'error',
    ['Der Text ist am Komma abgeschnitten: „{key}“ gilt als eigene Angabe.', "Setzen Sie den ganzen Text in Anführungszeichen: text: '…, …'."],
    ['The text is cut at the comma: "{key}" counts as an entry of its own.', "Put the whole text in quotes: text: '…, …'."],
  ],
  'key-missing': ['error', ['Die Angabe „{key}“ fehlt.', 'Ergänzen Sie „{key}:“ an dieser Stelle.'], ['The entry "{key}" is missing.', 'Add "{key}:" here.']],
  'value-type': [
    'error',
    ['„{key}“ hat die falsche Art von Wert.', 'Erwartet wird: {expected}.'],
    ['"{key}" has the wrong kind of value.', 'Expected: {expected}.'],
  ],
  'value-choice': [
    'error',
    ['„{value}“ ist für „{key}“ nicht möglich.', '{suggestion}Möglich sind: {known}.'],
    ['"{value}" is not possible for "{key}".', '{suggestion}Possible are: {known}.'],
  ],
  'competence-unknown': [
    'error',
    ['Die Kompetenz „{value}“ gibt es nicht.', 'Möglich sind K1 bis K8.'],
    ['There is no competence "{value}".', 'Possible are K1 to K8.'],
  ],
  'value-short': ['error', ['„{key}“ ist leer oder zu kurz.', 'Mindestens {minimum}.'], ['"{key}" is empty or too short.', 'At least {minimum}.']],
  'value-long': ['error', ['„{key}“ ist zu lang oder zu groß.', 'Höchstens {maximum}.'], ['"{key}" is too long or too large.', 'At most {maximum}.']],
  'value-format': [
    'error',
    ['„{key}“ hat nicht die richtige Form.', 'Erwartet wird: {expected}.'],
    ['"{key}" does not have the right form.', 'Expected: {expected}.'],
  ],
  'option-feedback': [
    'error',
    ['Diese Antwort hat keine Rückmeldung.', 'Ergänzen Sie „feedback:“. Jede Antwort sagt, warum sie trägt oder nicht trägt.'],
    ['This option has no feedback.', 'Add "feedback:". Every option says why it holds or does not hold.'],
  ],
} as const satisfies Record<string, Fault>
