/**
 * The legal pages of the demo. The office is invented: there is no postal code 00815, 069 90009 is kept free for fiction, `.example`
 * cannot be delivered to. What is said about accessibility is true of the product as it is shipped: tests/journeys/pages.spec.ts.
 */
import type { InstallationDetails } from '#app/domain/installation/details.ts'

/** Everything filled in but what only a real operator can confirm. */
export const demoInstallation: InstallationDetails = {
  provider_name: 'Landkreis Auental, Ausländerbehörde (erfunden)',
  provider_street: 'Lindenallee 12',
  provider_town: '00815 Auental',
  provider_phone: '069 90009-100',
  provider_email: 'auslaenderbehoerde@auental.example',
  provider_represented_by: 'Der Landrat des Landkreises Auental',
  provider_supervision: 'Regierungspräsidium Mittelauen (erfunden)',
  provider_vat_id: '',
  officer_office: 'Behördliche Datenschutzbeauftragte Stelle des Landkreises Auental',
  officer_email: 'datenschutz@auental.example',
  officer_post: 'Landkreis Auental\nDatenschutz\nLindenallee 12\n00815 Auental',
  hosting_who: 'Kommunales Rechenzentrum Mittelauen (erfunden)',
  hosting_where: 'Mittelauen, Deutschland',
  privacy_authority: '',
  legal_basis_de: '',
  legal_basis_en: '',
  backup_days: 30,
  conformance: 'partly',
  method: 'self',
  assessed_on: '2026-11-22',
  assessment_de:
    'Geprüft wurden alle Arten von Seiten in Chromium mit axe-core nach WCAG 2.0 bis 2.2, Stufen A und AA: hell, dunkel, mit erzwungenen Farben, bei 1280, 360 und 320 Pixeln Breite. Dazu kamen Abläufe nur mit der Tastatur und ohne JavaScript. Dabei wurde kein Verstoß gefunden.\nNicht geprüft wurden Screenreader, Firefox und Safari, und keine Menschen mit Behinderungen waren an der Prüfung beteiligt. Automatische Prüfungen finden nur einen Teil der Barrieren.',
  assessment_en:
    'All kinds of pages were tested in Chromium with axe-core against WCAG 2.0 to 2.2, levels A and AA: light, dark, with forced colours, at widths of 1280, 360 and 320 pixels. Tasks were also done with the keyboard alone and without JavaScript. No violation was found.\nScreen readers, Firefox and Safari were not tested, and no people with disabilities took part in the assessment. Automated tests find only some of the barriers.',
  barriers_de:
    'Ob sich alle Seiten mit Screenreadern gut bedienen lassen, ist nicht bekannt. | Es wurde noch nicht mit Screenreadern geprüft. | Melden Sie, was nicht geht; Inhalte bekommen Sie auf Wunsch in einer anderen Form.\nEs gibt keine Erklärungen in Leichter Sprache und in Deutscher Gebärdensprache. | Sie sind noch nicht erstellt. | Die Hilfe erklärt die Bedienung in kurzen Sätzen.\nBrowser, die älter als Mai 2024 sind, zeigen Farben und Begriffserklärungen nicht wie vorgesehen. | Die Seiten nutzen neuere Teile der Webtechnik. | Alle Texte und Formulare bleiben auch dort lesbar und bedienbar.',
  barriers_en:
    'Whether all pages work well with screen readers is not known. | They have not been tested with screen readers yet. | Report what does not work; you can ask for content in another form.\nThere are no explanations in Easy German and in German Sign Language. | They have not been made yet. | The help explains the use of the platform in short sentences.\nBrowsers older than May 2024 do not show colours and explanations of terms as intended. | The pages use newer parts of web technology. | All texts and forms can be read and used there all the same.',
  reviewed_on: '2026-11-22',
  feedback_email: 'barrierefreiheit@auental.example',
  answer_days: 14,
  enforcement_name: '',
  enforcement_address: '',
  enforcement_url: '',
  confirmed: [],
}

/** Two reports, one of which waits. Days before the making of the demo. */
export const demoReports = [
  {
    id: 'demo-report-1',
    reference: 'B-7KQM-4TXN',
    page: '/courses/willkommensbehoerde',
    description:
      'Ich vergrößere die Seite auf 400 Prozent. Die Liste der Module lese ich dann gut, aber ich finde nicht gleich zurück zum Anfang. Gibt es dafür einen kurzen Weg?',
    contact: 'Telefon 069 90009-117, vormittags',
    received: 3,
    answered: null,
  },
  {
    id: 'demo-report-2',
    reference: 'B-R3HD-9WEU',
    page: '/help',
    description: 'Ich hätte die Hilfe gern in größerer Schrift auf Papier. Geht das?',
    contact: '',
    received: 40,
    answered: 36,
  },
] as const
