/** One item of every kind with its key, for tests of scoring and of the pages. */
import { type Item, type ItemKind, type ItemOf, itemSchema } from '#app/content/items/item.ts'

const SOURCES = {
  single: {
    id: 'app-am-schalter',
    kind: 'single',
    competences: ['K5'],
    prompt: 'Eine Übersetzungs-App am Schalter …',
    options: [
      { id: 'ersetzt', text: 'ersetzt Dolmetschen bei Anhörungen', feedback: 'Bei Anhörungen hängt von jedem Wort etwas ab. Dafür reicht eine App nicht.' },
      {
        id: 'hilft',
        text: 'kann bei einfachen Wegauskünften helfen, nicht bei Rechtsfolgen – und nur, wenn *Datenschutz* geklärt ist',
        correct: true,
        feedback: 'Der Zweck entscheidet, und die Daten bleiben im Haus.',
      },
      { id: 'verboten', text: 'ist verboten', feedback: 'Ein allgemeines Verbot gibt es nicht. Entscheidend ist, wofür sie dient.' },
    ],
    feedback: 'Legen Sie im Team fest, wofür die App gedacht ist.',
  },
  multiple: {
    id: 'kernbereiche',
    kind: 'multiple',
    competences: ['K1'],
    prompt: 'Welche drei Kernbereiche nannte das BAMF zum Projektstart?',
    options: [
      { id: 'ablaeufe', text: 'interne Abläufe und Serviceorientierung', correct: true, feedback: 'Ja, das war der erste Bereich.' },
      { id: 'personal', text: 'Personalentwicklung, interkulturelle Kompetenz', correct: true, feedback: 'Ja, das war der zweite Bereich.' },
      { id: 'netz', text: 'Vernetzung mit Akteuren vor Ort', correct: true, feedback: 'Ja, das war der dritte Bereich.' },
      { id: 'weniger', text: 'weniger Ablehnungen', feedback: 'Das Projekt änderte keine Rechtsgrundlagen.' },
      { id: 'titel', text: 'neue Aufenthaltstitel', feedback: 'Titel schafft nur das Gesetz.' },
    ],
    feedback: 'Es ging um Organisation, Können und Netzwerk.',
  },
  truefalse: {
    id: 'service-ordnung',
    kind: 'truefalse',
    competences: ['K1'],
    prompt: '„Wer serviceorientiert arbeitet, vernachlässigt den Ordnungsauftrag.“',
    answer: false,
    feedback_right: 'Beratung und Auskunft sind selbst Rechtspflicht.',
    feedback_wrong: 'Vollständige Anträge und klare Mitwirkung dienen auch der Kontrolle.',
    reasons: [
      { id: 'pflicht', text: 'Beratung ist Teil des gesetzlichen Auftrags.', correct: true, feedback: 'Das steht so im Verwaltungsverfahrensgesetz.' },
      { id: 'freundlich', text: 'Freundlichkeit kostet nichts.', feedback: 'Das stimmt, trägt das Urteil aber nicht.' },
      { id: 'zeit', text: 'Für beides fehlt die Zeit.', feedback: 'Zeit ist ein echter Konflikt, aber kein Grund für das Urteil.' },
    ],
  },
  order: {
    id: 'reihenfolge',
    kind: 'order',
    competences: ['K4'],
    prompt: 'Bringen Sie die Schritte in eine sinnvolle Reihenfolge.',
    entries: [
      { id: 's1', text: 'Anliegen in eigenen Worten zusammenfassen' },
      { id: 's2', text: 'sagen, was Sie heute entscheiden können' },
      { id: 's3', text: 'fehlende Nachweise zeigen' },
      { id: 's4', text: 'Frist und Folgen nennen' },
      { id: 's5', text: 'Verstehen prüfen' },
    ],
    feedback: 'Rahmen vor Forderung: Wer weiß, worum es geht, hört Fristen besser.',
  },
  match: {
    id: 'auftraege',
    kind: 'match',
    competences: ['K1'],
    prompt: 'Ordnen Sie jedem Auftrag ein Beispiel zu.',
    pairs: [
      { id: 'ordnung', left: 'Ordnungsauftrag', right: 'Voraussetzungen prüfen' },
      { id: 'dienst', left: 'Dienstleistungsauftrag', right: 'über Unterlagen und Dauer informieren' },
      { id: 'lotse', left: 'Lotsenauftrag', right: 'an die Migrationsberatung verweisen' },
      { id: 'keiner', left: 'kein Auftrag der Ausländerbehörde', right: 'Asylgründe bewerten' },
    ],
    feedback: 'Über Asylanträge entscheidet das BAMF.',
  },
  gap: {
    id: 'leitziele',
    kind: 'gap',
    competences: ['K1'],
    prompt: 'Der Wetteraukreis nannte als Leitziele: Transparenz, {{ziel-a}} und {{ziel-b}}.',
    gaps: [
      { id: 'ziel-a', label: 'Zweites Leitziel', answers: ['Orientierung'] },
      { id: 'ziel-b', label: 'Drittes Leitziel', answers: ['Beratung', 'Begrüßung für Übergänge'] },
    ],
    feedback: 'Drei Ziele, die auch bei einem Nein einlösbar sind.',
  },
  'critical-incident': {
    id: 'hinter-der-scheibe',
    kind: 'critical-incident',
    competences: ['K2', 'K4'],
    title: 'Hinter der Scheibe',
    situation:
      'Montagmorgen, volle Wartehalle. Hinter der Trennscheibe erklärt Tobias Lenz Frau Rahimi, 58, wie sie ihren elektronischen Aufenthaltstitel abholt. Sie schaut nicht ihn an, sondern auf seine Hände und dann auf den Boden. Auf Fragen antwortet sie knapp, manchmal passt die Antwort nicht. Herr Lenz spricht lauter. Hinter ihr drängt jemand, ein Kind weint, der Drucker läuft.\n\nHerr Lenz hat in einem Seminar gelernt, dass Frauen „aus manchen Ländern“ Männern nicht in die Augen sehen. Er beschließt, *nicht weiter* nachzufragen, und schiebt ihr das Merkblatt durch. Zwei Tage später kommt sie ohne Pass zur Abholung.',
    question: 'Wie plausibel waren diese Erklärungen schon am Montag?',
    options: [
      {
        id: 'a',
        field: 'person',
        rating: 5,
        text: 'Frau Rahimi hört ihn schlecht – wegen Lärm, Scheibe oder eingeschränktem Hörvermögen.',
        feedback:
          'Unpassende Antworten, der Blick auf Hände und Mund und der Lärm passen zusammen. Bei Hörproblemen hilft lauter wenig; deutlich, zugewandt, mit Blatt und Stift hilft mehr.',
      },
      {
        id: 'b',
        field: 'situation',
        rating: 4,
        text: 'Sie ist angespannt und möchte den Kontakt schnell hinter sich bringen.',
        feedback: 'Gut möglich: Viele Menschen sind in Behörden nervös. Ein Satz wie „Wir haben Zeit“ kostet drei Sekunden.',
      },
      {
        id: 'c',
        field: 'habit',
        rating: 2,
        text: 'In ihrer Herkunftskultur gilt Blickkontakt mit fremden Männern als unhöflich.',
        feedback: 'Gestützt ist sie hier kaum, und sie hat geschadet: Weil sie alles zu erklären schien, wurde nicht nachgefragt.',
      },
      {
        id: 'd',
        field: 'person',
        rating: 1,
        text: 'Sie hat etwas zu verbergen.',
        feedback: 'Blickverhalten ist kein brauchbares Zeichen für Unwahrheit. Zweifel an Angaben klärt man mit Unterlagen.',
      },
    ],
    follow_up: 'Schreiben Sie zwei Sätze, mit denen Herr Lenz ohne Bloßstellung hätte prüfen können, ob sie ihn versteht.',
  },
  sjt: {
    id: 'ablehnung',
    kind: 'sjt',
    competences: ['K4'],
    title: 'Eine Ablehnung steht fest',
    prompt: 'Wie wirksam sind diese Handlungen?',
    options: [
      {
        id: 'gruende',
        rating: 5,
        text: 'Gründe in drei Sätzen sagen, Rechtsbehelf und möglichen anderen Weg nennen',
        feedback: 'Gründe und Weg machen ein Nein nachvollziehbar.',
      },
      { id: 'anders', rating: 1, text: '„Ich persönlich hätte anders entschieden.“', feedback: 'Das wirkt nett und untergräbt Vertrauen.' },
      { id: 'bescheid', rating: 2, text: 'nur auf den Bescheid verweisen', feedback: 'Der Bescheid ersetzt kein Gespräch.' },
      { id: 'fragen', rating: 5, text: 'Gelegenheit geben, Fragen zu stellen, und Beratungsstelle nennen', feedback: 'So bleibt die Person handlungsfähig.' },
    ],
    feedback: 'Bedenken gehören auf den Dienstweg.',
  },
  dialogue: {
    id: 'nummer-73',
    kind: 'dialogue',
    competences: ['K4', 'K6'],
    title: 'Nummer 73',
    counterpart: 'Herr Bekele',
    start: 'n1',
    role: 'Sie sitzen am Infopunkt. Es ist 11:52 Uhr, Annahme ist bis 12 Uhr. Herr Bekele, etwa 50, hält Nummer 73; auf der Anzeige steht 76. Er spricht Deutsch mit Akzent, gut verständlich.',
    nodes: [
      {
        id: 'n1',
        scene: 'Hinter ihm warten noch vier Personen.',
        says: '„Entschuldigung. Ich habe 73. Jetzt ist 76. Ich war hier!“',
        choices: [
          {
            id: 'a',
            text: '„Da ist etwas schiefgegangen. Ich schaue nach.“',
            next: 'n2',
            points: { K4: 2 },
            feedback: 'Sie behandeln einen Fehler des Systems als solchen.',
          },
          {
            id: 'b',
            text: '„Da müssen Sie eine neue Nummer ziehen.“',
            next: 'n3',
            points: { K4: 0 },
            feedback: 'Sachlich richtig, hilft ihm aber nicht: In acht Minuten ist zu.',
          },
        ],
      },
      {
        id: 'n2',
        says: 'Er atmet durch. „Gut. Was jetzt?“',
        choices: [
          {
            id: 'a',
            text: '„Jetzt das Kurze, oder morgen 8:20 Uhr beides mit der Kollegin.“',
            next: 'e1',
            points: { K6: 2, K8: 1 },
            feedback: 'Zwei Möglichkeiten geben ihm einen Teil der Kontrolle zurück.',
          },
          { id: 'b', text: 'Sie rufen die nächste Nummer auf.', act: true, next: 'e2', points: { K4: 0 } },
        ],
      },
      {
        id: 'n3',
        scene: 'Die Leute schauen herüber. Seine Stimme ist lauter geworden.',
        says: 'Er beugt sich vor: „Sie behandeln uns wie Tiere. Immer!“',
        choices: [
          {
            id: 'a',
            text: 'Ruhig, langsamer: „Sie warten drei Stunden und sollen jetzt leer ausgehen. Ich möchte das lösen.“',
            next: 'n2',
            points: { K6: 2, K4: 2 },
            feedback: 'Gefühl benannt, Grund genannt, Absicht gesagt. Den Vorwurf lassen Sie stehen.',
          },
          { id: 'b', text: '„Noch ein Wort, und Sie gehen.“', next: 'e2', points: { K6: 0 }, feedback: 'Hier kippt das Gespräch.' },
          {
            id: 'c',
            text: '„Ich habe die Regeln nicht gemacht.“',
            next: 'n1',
            points: { K1: 0 },
            feedback: 'Wer sich von der Regel distanziert, nimmt sich die Möglichkeit zu helfen.',
          },
        ],
      },
    ],
    endings: [
      {
        id: 'e1',
        outcome: 'good',
        title: 'Gelungen, mit Umweg',
        text: '„Okay. Das ist gut.“',
        feedback: 'Sie haben einen Fehler des Systems als solchen behandelt, ohne jemanden vorzuziehen: sichtbar, begründet, kurz.',
      },
      { id: 'e2', outcome: 'poor', title: 'Ohne Lösung', feedback: 'Er geht ohne Klarheit; morgen steht er wieder da.' },
    ],
  },
  rewrite: {
    id: 'brief',
    kind: 'rewrite',
    competences: ['K5'],
    title: 'Ein Anforderungsschreiben',
    prompt: 'Schreiben Sie den Absatz so, dass er beim ersten Lesen klar ist.',
    original:
      'Sie werden aufgefordert, zur Vermeidung von Rechtsnachteilen die noch ausstehenden Nachweise Ihrer Einkommensverhältnisse unverzüglich, spätestens jedoch bis zum 15.03., beizubringen.',
    sample: 'Bitte schicken Sie uns bis 15. März Ihre Lohnabrechnungen für Dezember, Januar und Februar.',
    rubric: [
      { id: 'wer', criterion: 'addressee', text: 'Wer fragt wen, und warum?' },
      { id: 'was', criterion: 'request', text: 'Es gibt genau eine Hauptaufforderung.' },
      { id: 'frist', criterion: 'deadline', text: 'Frist und Weg stehen da.' },
    ],
    feedback: 'Verständlich heißt nicht unverbindlich.',
  },
  reflection: {
    id: 'war-fair',
    kind: 'reflection',
    competences: ['K8'],
    prompt: 'Denken Sie an ein Gespräch, nach dem Sie dachten: *Das war fair, obwohl ich ablehnen musste.* Woran haben Sie es gemerkt?',
  },
  transfer: {
    id: 'servicezusage',
    kind: 'transfer',
    competences: ['K8'],
    title: 'Eine Servicezusage in fünf Sätzen',
    weeks: 2,
    task: 'Formulieren Sie mit zwei Kolleginnen oder Kollegen eine Servicezusage in fünf Sätzen, die auch bei Ablehnung gilt.',
    evidence: 'Text plus eine Zeile: Was haben wir gestrichen und warum?',
  },
} as const satisfies Record<ItemKind, unknown>

/** The sample item of a kind, checked against the schema. */
export const anItem = <K extends ItemKind>(kind: K): ItemOf<K> => itemSchema.parse(SOURCES[kind]) as ItemOf<K>

/** One of each kind. */
export const oneOfEachKind = (): readonly Item[] => (Object.keys(SOURCES) as ItemKind[]).map((kind) => anItem(kind))
