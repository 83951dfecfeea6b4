import type { Text } from '../../vocabulary/index.ts'
import type { EditRule } from '../edit-rule.ts'
import {
  compare,
  field,
  isGiven,
  isKnown,
  minus,
  notNegative,
  oneOf,
  receivedOn,
  value,
} from './expression-words.ts'
import { editing, recommendations } from './sources.ts'

/** The event of a record: the field of its day, and how a sentence names it. */
export interface EventWords {
  readonly day: string
  /** As in "the date of {the return}". */
  readonly of: Text
}

/** What must hold of the day of any event: it has happened, and not too long ago. */
export function eventRules(recordType: string, event: EventWords): readonly EditRule[] {
  const { day, of } = event
  return [
    {
      id: `${recordType}.date-in-future`,
      recordType,
      level: 'reject',
      holds: compare(field(day), '<=', receivedOn),
      fields: [day],
      message: {
        es: `La fecha ${of.es} es posterior al día en que se recibió el archivo.`,
        en: `The date ${of.en} lies after the day the file was received.`,
        fr: `La date ${of.fr} est postérieure à la réception du fichier.`,
      },
      source: editing,
    },
    {
      id: `${recordType}.date-before-1900`,
      recordType,
      level: 'warn',
      holds: compare(field(day), '>=', { date: '1900-01-01' }),
      fields: [day],
      message: {
        es: `La fecha ${of.es} es anterior a 1900.`,
        en: `The date ${of.en} lies before 1900.`,
        fr: `La date ${of.fr} est antérieure à 1900.`,
      },
      source: editing,
    },
    {
      id: `${recordType}.country-unknown`,
      recordType,
      level: 'reject',
      holds: compare(field('country'), '!=', value('_U')),
      fields: ['country'],
      message: {
        es: 'El país que registra no está en la lista de países.',
        en: 'The reporting country is not in the list of countries.',
        fr: 'Le pays déclarant ne figure pas dans la liste des pays.',
      },
      source: recommendations,
    },
  ]
}

/** What must hold of the person of a record: age, year and date of birth, sex, citizenship. */
export function personRules(recordType: string, event: EventWords): readonly EditRule[] {
  const { day, of } = event
  return [
    {
      id: `${recordType}.birth-after-event`,
      recordType,
      level: 'reject',
      holds: compare(field('birth_date'), '<=', field(day)),
      fields: ['birth_date', day],
      message: {
        es: `La persona habría nacido después de la fecha ${of.es}.`,
        en: `The person would have been born after the date ${of.en}.`,
        fr: `La personne serait née après la date ${of.fr}.`,
      },
      source: editing,
    },
    {
      id: `${recordType}.age-negative`,
      recordType,
      level: 'reject',
      holds: notNegative('age'),
      fields: ['age'],
      message: {
        es: 'La edad es negativa.',
        en: 'The age is negative.',
        fr: 'L’âge est négatif.',
      },
      source: editing,
    },
    {
      id: `${recordType}.age-over-120`,
      recordType,
      level: 'warn',
      holds: compare(field('age'), '<=', value(120)),
      fields: ['age', 'birth_date', day],
      message: {
        es: 'La edad supera los 120 años.',
        en: 'The age is over 120 years.',
        fr: 'L’âge dépasse 120 ans.',
      },
      source: editing,
    },
    {
      id: `${recordType}.age-disagrees`,
      recordType,
      level: 'warn',
      onlyWhereGiven: ['age'],
      holds: compare(field('age'), '=', {
        op: 'completed-years',
        from: field('birth_date'),
        to: field(day),
      }),
      fields: ['age', 'birth_date', day],
      message: {
        es: 'La edad no corresponde a la fecha de nacimiento.',
        en: 'The age does not follow from the date of birth.',
        fr: 'L’âge ne correspond pas à la date de naissance.',
      },
      source: editing,
    },
    {
      id: `${recordType}.birth-year-disagrees`,
      recordType,
      level: 'warn',
      onlyWhereGiven: ['birth_year'],
      holds: {
        op: 'if',
        test: isGiven('birth_date'),
        then: compare(field('birth_year'), '=', { op: 'year', of: field('birth_date') }),
        else: oneOf(
          minus(minus({ op: 'year', of: field(day) }, field('age')), field('birth_year')),
          0,
          1,
        ),
      },
      fields: ['birth_year', 'birth_date', 'age'],
      message: {
        es: 'El año de nacimiento no corresponde a la fecha de nacimiento o a la edad.',
        en: 'The year of birth does not agree with the date of birth or the age.',
        fr: 'L’année de naissance ne concorde pas avec la date de naissance ou l’âge.',
      },
      source: editing,
    },
    unknown(recordType, 'sex', { es: 'el sexo', en: 'the sex', fr: 'le sexe' }),
    unknown(recordType, 'citizenship', {
      es: 'la nacionalidad',
      en: 'the citizenship',
      fr: 'la nationalité',
    }),
  ]
}

/** A field that statistics need should say something. */
export function unknown(recordType: string, id: string, what: Text): EditRule {
  return {
    id: `${recordType}.${id.replaceAll('_', '-')}-unknown`,
    recordType,
    level: 'warn',
    holds: isKnown(id),
    fields: [id],
    message: {
      es: `No consta ${what.es}.`,
      en: `Not known: ${what.en}.`,
      fr: `Information inconnue : ${what.fr}.`,
    },
    source: recommendations,
  }
}
