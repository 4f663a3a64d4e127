/** The invented authorities and their people. Places, offices and names are made up; `.example` can never be delivered to. */
import type { Role, RoleProfile } from '../schema.ts'

/** The password of everybody in the demo. */
export const DEMO_PASSWORD = 'Wegbereiter-Demo-2026'

export interface DemoUnit {
  readonly name: string
  /** 0…1: how far the unit has come with its courses. */
  readonly eagerness: number
  /** `Given Family`; the first leads the unit. */
  readonly people: readonly string[]
}

export interface DemoAuthority {
  readonly id: string
  readonly name: string
  readonly short_name: string
  readonly domain: string
  readonly units: readonly DemoUnit[]
  /** Roles beyond learner, by name. The first of each unit is `lead` on top. */
  readonly roles: Readonly<Record<string, readonly Role[]>>
  /** Where the profile is not the usual one of the unit. */
  readonly profiles: Readonly<Record<string, RoleProfile>>
}

const auental: DemoAuthority = {
  id: 'auental',
  name: 'Ausländerbehörde Landkreis Auental',
  short_name: 'Auental',
  domain: 'auental.example',
  units: [
    {
      name: 'Infopunkt',
      eagerness: 0.9,
      people: ['Dilek Aksoy', 'Jonas Reuter', 'Samira Haddad', 'Petra Völker', 'Mehmet Yıldız', 'Lena Brandau', 'Oksana Kovalenko', 'Timo Schreiner'],
    },
    {
      name: 'Aufenthalt A–K',
      eagerness: 0.72,
      people: [
        'Karin Ostheim',
        'Mirjam Kessler',
        'Andreas Wiegand',
        'Fatma Demir',
        'Ralf Hübner',
        'Julia Stamm',
        'Bogdan Marković',
        'Sabine Trautwein',
        'Nadia Benali',
        'Florian Kalbfleisch',
        'Anja Dietz',
        'Thi Lan Nguyen',
      ],
    },
    {
      name: 'Aufenthalt L–Z',
      eagerness: 0.5,
      people: [
        'Holger Pfannkuch',
        'Martina Löw',
        'Emre Karaca',
        'Christine Bausch',
        'Tobias Rehm',
        'Agnieszka Nowak',
        'Stefan Gimbel',
        'Yasmin El-Amrani',
        'Uwe Schmandt',
        'Carola Fink',
        'David Mensah',
        'Lisa-Marie Roth',
      ],
    },
    {
      name: 'Fachkräfteeinwanderung',
      eagerness: 0.8,
      people: [
        'Priya Raman',
        'Matthias Lotz',
        'Elif Şahin',
        'Gudrun Weidmann',
        'Carlos Ferreira',
        'Nina Hartung',
        'Sergej Becker',
        'Johanna Klee',
        'Amir Rostami',
      ],
    },
    {
      name: 'Humanitärer Aufenthalt',
      eagerness: 0.42,
      people: [
        'Ute Reinhardt',
        'Hassan Mahmoud',
        'Silke Nau',
        'Marius Popescu',
        'Bettina Kraft',
        'Selam Tesfay',
        'Jörg Ruppel',
        'Ivana Petrović',
        'Klaus Ebert',
        'Leyla Farahani',
        'Daniel Zinn',
      ],
    },
    {
      name: 'Leitung und Innerer Dienst',
      eagerness: 0.63,
      people: [
        'Renate Vollmar',
        'Beate Tillmann',
        'Sinan Okyay',
        'Gregor Hainbuch',
        'Monika Seipel',
        'Hanna Lindqvist',
        'Peter Appel',
        'Zeynep Kurt',
        'Frank Diehl',
      ],
    },
  ],
  roles: {
    'Renate Vollmar': ['lead'],
    'Beate Tillmann': ['hr'],
    'Sinan Okyay': ['trainer'],
    'Gregor Hainbuch': ['admin'],
    'Monika Seipel': ['council'],
    'Hanna Lindqvist': ['coordinator'],
    'Nadia Benali': ['trainer'],
  },
  profiles: { 'Renate Vollmar': 'head', 'Lisa-Marie Roth': 'trainee', 'Timo Schreiner': 'trainee', 'Daniel Zinn': 'trainee' },
}

const brueckfeld: DemoAuthority = {
  id: 'brueckfeld',
  name: 'Ausländerbehörde Stadt Brückfeld',
  short_name: 'Brückfeld',
  domain: 'brueckfeld.example',
  units: [
    {
      name: 'Infopunkt',
      eagerness: 0.55,
      people: ['Aylin Tosun', 'Marco Heil', 'Birgit Sauer', 'Olena Shevchenko', 'Kevin Dörr', 'Rania Saleh', 'Heike Momberger', 'Luca Bianchi', 'Svenja Krug'],
    },
    {
      name: 'Aufenthalt A–K',
      eagerness: 0.66,
      people: [
        'Thomas Eckhardt',
        'Songül Arslan',
        'Verena Bickel',
        'Piotr Zieliński',
        'Ingrid Hohmann',
        'Ahmad Karimi',
        'Simone Wolff',
        'Jan-Philipp Stroh',
        'Miriam Adler',
        'Nuray Özdemir',
        'Rüdiger Bott',
        'Katharina Muth',
        'Osman Çelik',
      ],
    },
    {
      name: 'Aufenthalt L–Z',
      eagerness: 0.34,
      people: [
        'Dagmar Schäfer',
        'Björn Lange',
        'Hatice Polat',
        'Wolfgang Theis',
        'Natalia Weber',
        'Cem Aydın',
        'Elke Rausch',
        'Moritz Fey',
        'Ana Jurić',
        'Gerhard Naumann',
        'Sophie Lehr',
        'Ibrahim Diallo',
      ],
    },
    {
      name: 'Fachkräfteeinwanderung',
      eagerness: 0.78,
      people: ['Isabel Moreno', 'Christoph Wenzel', 'Derya Güneş', 'Melanie Haas', 'Rajesh Patel', 'Katrin Umbach', 'Viktor Schmidt', 'Pia Lorenz'],
    },
    {
      name: 'Humanitärer Aufenthalt',
      eagerness: 0.48,
      people: [
        'Jutta Kaiser',
        'Abdul Noori',
        'Manuela Grebe',
        'Yonas Haile',
        'Doris Fritsch',
        'Mirela Hodžić',
        'Sven Albrecht',
        'Rojda Bayram',
        'Lothar Metz',
        'Clara Immel',
      ],
    },
    {
      name: 'Leitung und Innerer Dienst',
      eagerness: 0.7,
      people: ['Elisabeth Thiel', 'Murat Ergün', 'Vera Sommerlad', 'Joachim Kreis', 'Ricarda Blum', 'Alina Petrenko', 'Bernd Jost'],
    },
  ],
  roles: {
    'Elisabeth Thiel': ['lead'],
    'Murat Ergün': ['hr'],
    'Vera Sommerlad': ['trainer'],
    'Joachim Kreis': ['admin'],
    'Ricarda Blum': ['council'],
    'Alina Petrenko': ['coordinator'],
  },
  profiles: { 'Elisabeth Thiel': 'head', 'Sophie Lehr': 'trainee', 'Kevin Dörr': 'trainee', 'Clara Immel': 'trainee' },
}

export const demoAuthorities: readonly DemoAuthority[] = [auental, brueckfeld]

const SPELT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ı: 'i' }

/** `vorname.nachname@behoerde.example`, with umlauts and other marks spelt out. */
export const demoEmail = (name: string, domain: string): string => `${slug(name)}@${domain}`

/** The stable id of a person of the demo. */
export const demoId = (name: string, authority: DemoAuthority): string => `${authority.id}-${slug(name).replace('.', '-')}`

/** One sign-in for each role, as the console and the sign-in page list them. */
export const demoSignIns: readonly { readonly role: 'learner' | Role; readonly name: string; readonly email: string; readonly password: string }[] = (
  [
    ['learner', 'Mirjam Kessler'],
    ['trainer', 'Sinan Okyay'],
    ['lead', 'Karin Ostheim'],
    ['hr', 'Beate Tillmann'],
    ['admin', 'Gregor Hainbuch'],
    ['coordinator', 'Hanna Lindqvist'],
    ['council', 'Monika Seipel'],
  ] as const
).map(([role, name]) => ({ role, name, email: demoEmail(name, auental.domain), password: DEMO_PASSWORD }))

/** The last word is the family name; given names are joined by hyphens. */
function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[äöüßı]/g, (letter) => SPELT[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
  const words = plain.split(' ')
  return `${words.slice(0, -1).join('-')}.${words.at(-1)}`
}
