import type { Language, Text } from '@caudal/methods/vocabulary'
import type { FaultKind } from '../reading/reading-fault.ts'

/**
 * Why a record could not be read at all; `{found}` and `{expected}` stand for what the finding
 * says, `{fields}` for what was found as a number of fields.
 */
export const readingMessages: Readonly<Record<FaultKind, Text>> = {
  'line.ragged': {
    es: 'La línea tiene {fields}; el encabezado tiene {expected}.',
    en: 'The line has {fields}; the header has {expected}.',
    fr: 'La ligne a {fields} ; l’en-tête en a {expected}.',
  },
  'line.width': {
    es: 'La línea tiene {letters}; el perfil espera {expected}.',
    en: 'The line has {letters}; the profile expects {expected}.',
    fr: 'La ligne a {letters} ; le profil en attend {expected}.',
  },
  'line.too-long': {
    es: 'La línea pasa de 2 MiB.',
    en: 'The line is longer than 2 MiB.',
    fr: 'La ligne dépasse 2 Mio.',
  },
  'line.quote-open': {
    es: 'Unas comillas se abren y no se cierran.',
    en: 'A quote is opened and not closed.',
    fr: 'Un guillemet est ouvert et n’est pas fermé.',
  },
  'line.quote-text': {
    es: 'Hay texto detrás de unas comillas de cierre.',
    en: 'Text follows a closing quote.',
    fr: 'Du texte suit un guillemet fermant.',
  },
  'line.zero-byte': {
    es: 'La línea contiene un byte cero.',
    en: 'The line holds a zero byte.',
    fr: 'La ligne contient un octet nul.',
  },
  'object.expected': {
    es: 'El elemento de la lista no es un objeto.',
    en: 'The element of the array is no object.',
    fr: 'L’élément de la liste n’est pas un objet.',
  },
  'object.broken': {
    es: 'La línea no es un objeto JSON completo.',
    en: 'The line is no whole JSON object.',
    fr: 'La ligne n’est pas un objet JSON complet.',
  },
  'object.key-repeated': {
    es: 'El objeto da dos veces la clave «{found}».',
    en: 'The object gives the key “{found}” twice.',
    fr: 'L’objet donne deux fois la clé « {found} ».',
  },
  'object.text-broken': {
    es: 'Un texto del objeto contiene medio carácter Unicode.',
    en: 'A text of the object holds half a Unicode character.',
    fr: 'Un texte de l’objet contient un demi-caractère Unicode.',
  },
}

/** The same where nothing is known of one line or of several: batches of before kept no numbers. */
export const messagesWithoutNumbers: Readonly<Partial<Record<string, Text>>> = {
  'line.ragged': {
    es: 'La línea no tiene tantos campos como el encabezado.',
    en: 'The line does not have as many fields as the header.',
    fr: 'La ligne n’a pas autant de champs que l’en-tête.',
  },
  'line.width': {
    es: 'La línea no tiene tantas letras como dice el perfil.',
    en: 'The line does not have as many letters as the profile says.',
    fr: 'La ligne n’a pas autant de lettres que le dit le profil.',
  },
}

const nouns = {
  fields: {
    es: ['campo', 'campos'],
    en: ['field', 'fields'],
    fr: ['champ', 'champs'],
  },
  letters: {
    es: ['letra', 'letras'],
    en: ['letter', 'letters'],
    fr: ['lettre', 'lettres'],
  },
} as const satisfies Record<string, Record<Language, readonly [string, string]>>

const ranges: Readonly<Record<Language, readonly [from: string, to: string]>> = {
  es: ['de', 'a'],
  en: ['from', 'to'],
  fr: ['de', 'à'],
}

/**
 * A number of fields or letters in words, or a range of them.
 *
 * @example sayCount('1', 'fields', 'es') // => '1 campo'
 * @example sayCount('3–9', 'fields', 'fr') // => 'de 3 à 9 champs'
 */
export function sayCount(found: string, what: keyof typeof nouns, language: Language): string {
  const [one, several] = nouns[what][language]
  const [least, most] = found.split('–')
  if (most === undefined) return `${found} ${found === '1' ? one : several}`
  const [from, to] = ranges[language]
  return `${from} ${least} ${to} ${most} ${several}`
}
