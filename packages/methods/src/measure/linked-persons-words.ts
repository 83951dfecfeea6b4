import type { Language, Text } from '../vocabulary/index.ts'
import { isLinked, leastLinked, type LinkedRecords } from './linked-persons.ts'
import { formatNumber } from './number-format.ts'
import { shareText } from './quality-figures.ts'

const words = {
  none: {
    es: 'No hay cifra de personas: no se ha enlazado a las personas de estos registros. Enlácelas en el escritorio o con «caudal link run» y ejecute luego «caudal cubes».',
    en: 'There is no figure of persons: these records have not been linked to persons. Link them at the desk or with “caudal link run”, then run “caudal cubes”.',
    fr: 'Il n’y a pas de chiffre de personnes : ces enregistrements n’ont pas été appariés à des personnes. Appariez-les au bureau ou avec « caudal link run », puis exécutez « caudal cubes ».',
  },
  some: {
    es: 'No hay cifra de personas de {countries}, ni total que los incluya: el enlace halló a la persona en menos del {least} de sus registros ({shares}). Enlácelos en el escritorio o con «caudal link run» y ejecute luego «caudal cubes»; lo que aun así quede sin persona no tiene nombre ni documento con que hallarla.',
    en: 'There is no figure of persons for {countries}, nor a total that includes them: linkage found the person of less than {least} of their records ({shares}). Link them at the desk or with “caudal link run”, then run “caudal cubes”; what is without a person even then has no name or document to find it by.',
    fr: 'Il n’y a pas de chiffre de personnes pour {countries}, ni de total qui les inclue : l’appariement a trouvé la personne de moins de {least} de leurs enregistrements ({shares}). Appariez-les au bureau ou avec « caudal link run », puis exécutez « caudal cubes » ; ce qui reste sans personne n’a ni nom ni document pour la trouver.',
  },
  unknown: {
    es: 'Registros de nadie que el enlace haya hallado: {n} de {records} ({share}). No cuentan como personas: las cifras de personas son un mínimo, y una celda que solo tiene de ellos no tiene cifra.',
    en: 'Records of nobody whom linkage found: {n} of {records} ({share}). They do not count as persons: figures of persons are a minimum, and a cell that has no others has no figure.',
    fr: 'Enregistrements de personne que l’appariement ait trouvée : {n} sur {records} ({share}). Ils ne comptent pas comme des personnes : les chiffres de personnes sont un minimum, et une cellule qui n’en a pas d’autres n’a pas de chiffre.',
  },
  waiting: {
    es: 'De ellos {n} llegaron después del último enlace: enlace de nuevo para contarlos.',
    en: 'Of these {n} came after the last linkage: link again to count them.',
    fr: 'Parmi eux {n} sont arrivés après le dernier appariement : appariez de nouveau pour les compter.',
  },
} as const satisfies Readonly<Record<string, Text>>

/**
 * What a reader must know of the distinct persons of a cube of records: where they are not counted, why
 * and what to do about it; how many records count for nobody.
 *
 * @param records by country that kept them
 * @param labelOf name of a country
 * @param told a number of records as the reader may see it
 */
export function linkedPersonsSentences(
  records: readonly LinkedRecords[],
  labelOf: (country: string) => string,
  language: Language,
  told: (records: number) => string = (count) => formatNumber(count, language),
): string[] {
  const say = (word: keyof typeof words, details: Readonly<Record<string, string>> = {}) =>
    words[word][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => details[name]!)
  const [counted, without] = [records.filter(isLinked), records.filter((each) => !isLinked(each))]
  const said: string[] = []
  if (without.length > 0 && without.every(({ linked }) => linked === 0) && counted.length === 0) {
    said.push(say('none'))
  } else if (without.length > 0) {
    const share = ({ records: all, linked }: LinkedRecords) =>
      shareText(all === 0 ? 0 : linked / all, language)
    said.push(
      say('some', {
        countries: without.map(({ country }) => labelOf(country)).join(', '),
        least: shareText(leastLinked, language),
        shares: without.map(share).join(', '),
      }),
    )
  }
  const sum = (of: (each: LinkedRecords) => number) =>
    counted.reduce((total, each) => total + of(each), 0)
  const all = sum((each) => each.records)
  const nobody = all - sum(({ linked }) => linked)
  if (nobody > 0) {
    said.push(
      say('unknown', {
        n: told(nobody),
        records: told(all),
        share: shareText(nobody / all, language),
      }),
    )
    const waiting = sum((each) => each.waiting)
    if (waiting > 0) said.push(say('waiting', { n: told(waiting) }))
  }
  return said
}
