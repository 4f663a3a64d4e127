/** Practice items: keys, ids, dialogues, critical incidents. */
import type { Fault } from './fault.ts'

export const ITEM_FAULTS = {
  'duplicate-id': [
    'error',
    ['Die id „{id}“ ist doppelt vergeben (zuerst: {first}).', 'Vergeben Sie eine neue id. Schon veröffentlichte ids bleiben, wie sie sind.'],
    ['The id "{id}" is used twice (first: {first}).', 'Choose a new id. Ids already published stay as they are.'],
  ],
  'single-correct': [
    'error',
    ['Bei „single“ muss genau eine Antwort richtig sein; hier sind es {count}.', 'Setzen Sie „correct: true“ bei genau einer Antwort.'],
    ['With "single" exactly one option must be correct; here it is {count}.', 'Put "correct: true" on exactly one option.'],
  ],
  'multiple-correct': [
    'error',
    [
      'Bei „multiple“ muss mindestens eine Antwort richtig und eine falsch sein; hier sind {count} von {total} richtig.',
      'Prüfen Sie „correct: true“. Ist nur eine richtig, passt meist „single“ besser.',
    ],
    [
      'With "multiple" at least one option must be correct and one wrong; here {count} of {total} are correct.',
      'Check "correct: true". If only one is correct, "single" usually fits better.',
    ],
  ],
  'reason-correct': [
    'error',
    ['Genau eine Begründung muss richtig sein; hier sind es {count}.', 'Setzen Sie „correct: true“ bei genau einer Begründung.'],
    ['Exactly one reason must be correct; here it is {count}.', 'Put "correct: true" on exactly one reason.'],
  ],
  'text-twice': [
    'error',
    ['Der Text „{text}“ kommt zweimal vor, die Zuordnung ist nicht eindeutig.', 'Formulieren Sie einen der beiden Texte um.'],
    ['The text "{text}" occurs twice, so the key is ambiguous.', 'Rephrase one of the two texts.'],
  ],
  'gap-without-answer': [
    'error',
    ['Zur Lücke {{{id}}} im Text gibt es keinen Eintrag unter „gaps“.', 'Ergänzen Sie unter „gaps“ einen Eintrag mit dieser id.'],
    ['There is no entry under "gaps" for the gap {{{id}}} of the text.', 'Add an entry with this id under "gaps".'],
  ],
  'gap-without-place': [
    'error',
    ['Die Lücke „{id}“ kommt im Text {count}-mal vor, erwartet wird einmal.', 'Schreiben Sie {{{id}}} genau einmal in „prompt“.'],
    ['The gap "{id}" occurs {count} times in the text; once is expected.', 'Write {{{id}}} exactly once into "prompt".'],
  ],
  'item-markup': [
    'error',
    ['Im Text der Aufgabe steht „{found}“.', 'In Aufgaben sind nur *betont* und **fett** erlaubt, keine Marken und keine Links.'],
    ['The text of the item contains "{found}".', 'Items allow *emphasis* and **bold** only, no tags and no links.'],
  ],
  'item-unknown': [
    'error',
    ['Die Aufgabe „{id}“ gibt es in der Datei der Aufgaben nicht.', '{suggestion}Berichtigen Sie die id oder legen Sie die Aufgabe an.'],
    ['There is no item "{id}" in the file of items.', '{suggestion}Correct the id or add the item.'],
  ],
  'item-unused': [
    'error',
    ['Die Aufgabe „{id}“ kommt im Text nicht vor.', 'Setzen Sie <Item id="{id}" /> an ihre Stelle im Text.'],
    ['The item "{id}" does not occur in the text.', 'Put <Item id="{id}" /> at its place in the text.'],
  ],
  'item-twice': [
    'error',
    ['Die Aufgabe „{id}“ steht zweimal im Text.', 'Jede Aufgabe steht genau einmal. Löschen Sie eine der Stellen.'],
    ['The item "{id}" stands in the text twice.', 'Every item stands exactly once. Delete one of the places.'],
  ],
  'dialogue-start': [
    'error',
    ['Der Anfang „{id}“ ist kein Knoten des Gesprächs.', 'Tragen Sie unter „start“ die id eines Knotens ein.'],
    ['The start "{id}" is no node of the conversation.', 'Put the id of a node under "start".'],
  ],
  'dialogue-next': [
    'error',
    ['„next: {id}“ führt ins Leere.', '{suggestion}Nötig ist die id eines Knotens oder eines Endes.'],
    ['"next: {id}" leads nowhere.', '{suggestion}It takes the id of a node or of an ending.'],
  ],
  'dialogue-unreachable': [
    'error',
    ['„{id}“ ist vom Anfang aus nicht zu erreichen.', 'Lassen Sie eine Antwort dorthin führen oder löschen Sie die Stelle.'],
    ['"{id}" cannot be reached from the start.', 'Let a choice lead there or delete it.'],
  ],
  'dialogue-endless': [
    'error',
    ['Von „{id}“ führt kein Weg zu einem Ende.', 'Lassen Sie mindestens eine Antwort auf dem Weg zu einem Ende führen.'],
    ['No way leads from "{id}" to an ending.', 'Let at least one choice on the way lead to an ending.'],
  ],
  'dialogue-same': [
    'error',
    ['Alle Antworten von „{id}“ haben dieselbe Folge und dieselben Punkte.', 'Eine Wahl ohne Unterschied lehrt nichts. Ändern Sie „next“ oder „points“.'],
    ['All choices of "{id}" have the same consequence and the same points.', 'A choice without a difference teaches nothing. Change "next" or "points".'],
  ],
  'dialogue-consequence': [
    'error',
    ['Die Antwort „{id}“ hat weder Rückmeldung noch eine eigene Folge.', 'Ergänzen Sie „feedback:“ oder lassen Sie das Gespräch anders weitergehen.'],
    ['The choice "{id}" has neither feedback nor a consequence of its own.', 'Add "feedback:" or let the conversation go on differently.'],
  ],
  'dialogue-silent': [
    'error',
    ['Der Knoten „{id}“ hat weder „says“ noch „scene“.', 'Schreiben Sie, was die andere Person sagt oder was geschieht.'],
    ['The node "{id}" has neither "says" nor "scene".', 'Write what the other person says or what happens.'],
  ],
  'rubric-criteria': [
    'warning',
    [
      'In der Selbstprüfung fehlt: {missing}.',
      'Ein Schreiben wird an sechs Merkmalen geprüft: addressee (Adressat und Anlass), request (eine Hauptaufforderung), deadline (Frist und Weg), consequence (Folge ohne Drohung), sentences (Satzlänge und Wörter), legal (rechtlicher Gehalt). Ergänzen Sie „criterion“ oder begründen Sie es im Kommentar.',
    ],
    [
      'The self-check lacks: {missing}.',
      'A letter is checked by six criteria: addressee (addressee and occasion), request (one main request), deadline (time limit and way), consequence (consequence without threat), sentences (length of sentences and words), legal (legal content). Add "criterion" or give the reason in the comment.',
    ],
  ],
  'incident-fields': [
    'warning',
    [
      'Es fehlt eine Erklärung aus dem Bereich: {missing}.',
      'Eine kritische Situation hat mindestens je eine Erklärung aus Person, Lage (situation oder power) und Behörde (institution).',
    ],
    [
      'An explanation is missing from the field: {missing}.',
      'A critical incident has at least one explanation each from person, situation (situation or power) and institution.',
    ],
  ],
  'incident-habit': [
    'warning',
    [
      'Gewohnheit oder Kultur (habit) ist mehrfach oder als einzige beste Erklärung genannt.',
      'Höchstens eine Erklärung ist „habit“, und nie ist sie die einzig beste.',
    ],
    [
      'Habit or culture (habit) is named several times or as the only best explanation.',
      'At most one explanation is "habit", and it is never the only best one.',
    ],
  ],
} as const satisfies Record<string, Fault>
