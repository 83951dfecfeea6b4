import type { RecordType } from '@caudal/methods/collect'
import type { Language, Text } from '@caudal/methods/vocabulary'

const row: Readonly<Record<Language, (of: string, row: string) => string>> = {
  es: (of, at) => `${of}, fila ${at} de su tabla de códigos`,
  en: (of, at) => `${of}, row ${at} of its code map`,
  fr: (of, at) => `${of}, ligne ${at} de sa table de codes`,
}

const parts: Readonly<Record<string, Text>> = {
  'layout.columns': {
    es: 'la columna {at} del archivo',
    en: 'column {at} of the file',
    fr: 'la colonne {at} du fichier',
  },
  split: {
    es: 'la división de columnas {at}',
    en: 'split {at} of columns',
    fr: 'la division de colonnes {at}',
  },
}

const quotes: Readonly<Record<Language, (text: string) => string>> = {
  es: (text) => `«${text}»`,
  en: (text) => `“${text}”`,
  fr: (text) => `« ${text} »`,
}

/** `fields.sex.codes[0].from`, or `fields.sex.codes["H"]`. */
const ofCodes = /\bfields\.(\w+)\.codes\[(?:(\d+)|"([^"]*)")\](?:\.\w+)*/g
/** `fields.sex.extract` */
const ofField = /\bfields\.(\w+)(?:\.\w+|\[\d+\])*/g
/** `layout.columns[0].width`, `split[0].pattern` */
const ofRow = /\b(layout\.columns|split)\[(\d+)\](?:\.\w+)*/g

/**
 * The places of a profile in a sentence, as people call them: a field by its name, a row of a code map or
 * of a list by its number from 1.
 */
export function namePlaces(
  text: string,
  recordType: RecordType | undefined,
  language: Language,
): string {
  const nameOf = (id: string) => recordType?.fields.find((each) => each.id === id)?.label[language]
  return text
    .replace(ofCodes, (_, id: string, at: string | undefined, from: string | undefined) =>
      row[language](
        nameOf(id) ?? id,
        at === undefined ? quotes[language](from ?? '') : String(Number(at) + 1),
      ),
    )
    .replace(ofField, (place, id: string) => {
      const name = nameOf(id)
      return name === undefined ? place : `${name} (${place})`
    })
    .replace(ofRow, (place, list: string, at: string) =>
      (parts[list]?.[language] ?? place).replace('{at}', String(Number(at) + 1)),
    )
}
