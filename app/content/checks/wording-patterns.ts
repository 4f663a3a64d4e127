/**
 * Wordings that explain behaviour by nation, origin or culture. A small list that an editor can read through: each
 * pattern is a reason to look again, not a verdict. Sources: checklist of the course concept, "Erklärungen" and "Personen".
 */
import type { Language } from '../course.ts'
import type { FaultCode } from '../faults/fault.ts'

type WordingCode = Extract<FaultCode, 'culture-as-cause' | 'typical-for-group' | 'these-people' | 'mentality-word'>

const GROUP_DE =
  '(?:\\p{L}*(?:kultur|familie|frauen|männer|menschen|leute|migrant|geflüchtet|flüchtling|ausländer|herkunft|türk|arab|syr|afghan|afrikan|russ|ukrain|muslim|roma|polen|polnisch|rumän|bulgar|asiat|orient|südländ)\\p{L}*)'

export const WORDING_PATTERNS: Readonly<Record<Language, readonly { readonly code: WordingCode; readonly pattern: RegExp }[]>> = {
  de: [
    // "in ihrer Kultur", "aufgrund seiner Herkunft", "wegen der anderen Kultur"
    {
      code: 'culture-as-cause',
      pattern:
        /(?<!\p{L})(?:in|aus|wegen|aufgrund|durch|bedingt durch)\s+(?:ihrer|seiner|deren|dessen|dieser|der|anderen|manchen|vielen|einigen|solchen|fremden|eurer)\s+(?:(?:anderen|fremden|eigenen|jeweiligen)\s+)?(?:Kultur(?:en)?|Herkunft|Herkunftskultur|Kulturkreis(?:e|en|es)?)(?!\p{L})/iu,
    },
    // "kulturell bedingt", "liegt an der Kultur"
    {
      code: 'culture-as-cause',
      pattern: /(?<!\p{L})(?:kulturell\s+(?:bedingt|geprägt|begründet)|kulturbedingt\p{L}*|lieg(?:t|en)\s+an\s+(?:der|ihrer|seiner)\s+(?:Kultur|Herkunft))/iu,
    },
    // "typisch für Familien aus …", "typisch arabisch"
    { code: 'typical-for-group', pattern: new RegExp(`(?<!\\p{L})typisch(?:\\s+(?:für|bei))?\\s+(?:\\p{L}+\\s+){0,2}?${GROUP_DE}`, 'iu') },
    // "diese Leute", "solche Familien"
    {
      code: 'these-people',
      pattern:
        /(?<!\p{L})(?:diese[nr]?|solche[nr]?|jene[nr]?)\s+(?:Leute[n]?|Familien|Ausländer\p{L}*|Migrant\p{L}*|Flüchtling\p{L}*)(?!\p{L})|(?<!\p{L})(?:bei denen|unter denen) (?:ist|gilt) (?:das|es) (?:so|üblich|normal)/iu,
    },
    { code: 'mentality-word', pattern: /(?<!\p{L})\p{L}*(?:mentalität|kulturkreis|volksseele|südländ|temperamentvoll)\p{L}*/iu },
  ],
  en: [
    {
      code: 'culture-as-cause',
      pattern:
        /\b(?:in|because of|due to|by|through)\s+(?:their|his|her|that|this|these|some|many|other|such)\s+(?:own\s+|different\s+|foreign\s+)?(?:cultures?|origins?|cultural background)\b/iu,
    },
    { code: 'culture-as-cause', pattern: /\bculturally\s+(?:determined|conditioned)\b|\bit is (?:part of )?(?:their|his|her) culture\b/iu },
    {
      code: 'typical-for-group',
      pattern:
        /\btypical(?:ly)?\s+(?:of|for|in)\s+(?:\p{L}+\s+){0,2}?(?:cultures?|famil(?:y|ies)|women|men|people|migrants?|refugees?|foreigners?|muslims?|arabs?|turks?|syrians?|afghans?|africans?|russians?|asians?)\b/iu,
    },
    { code: 'these-people', pattern: /\b(?:those|these|such)\s+(?:people|families|foreigners|migrants|refugees)\b/iu },
    { code: 'mentality-word', pattern: /\bmentalit(?:y|ies)\b|\bhot-blooded\b/iu },
  ],
}
