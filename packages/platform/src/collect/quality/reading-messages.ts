import type { Text } from '@caudal/methods/vocabulary'
import type { FaultKind } from '../reading/reading-fault.ts'

/**
 * Why a record could not be read at all; `{found}` and `{expected}` stand for what the finding
 * says.
 */
export const readingMessages: Readonly<Record<FaultKind, Text>> = {
  'line.ragged': {
    es: 'La línea tiene {found} campos y el encabezado {expected}.',
    en: 'The line has {found} fields and the header {expected}.',
    fr: 'La ligne a {found} champs et l’en-tête {expected}.',
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
