import type { EditRule } from '../edit-rule.ts'
import type { Text } from '../../vocabulary/index.ts'
import {
  any,
  all,
  compare,
  field,
  isGiven,
  isKnown,
  isMissing,
  notNegative,
  orZero,
  plus,
  receivedOn,
  value,
} from './expression-words.ts'

const missingMigrants = 'IOM, Missing Migrants Project, methodology and data dictionary'
const editing =
  'UN Statistics Division, Handbook on Population and Housing Census Editing, Revision 2 (2019), chapter II'
const coordinates = 'EPSG:4326 (WGS 84), area of use'

function negative(id: string, what: Text, level: 'reject' | 'warn'): EditRule {
  return {
    id: `incident.${id.replaceAll('_', '-')}-negative`,
    recordType: 'incident',
    level,
    holds: notNegative(id),
    fields: [id],
    message: {
      es: `El número de ${what.es} es negativo.`,
      en: `The number of ${what.en} is negative.`,
      fr: `Le nombre de ${what.fr} est négatif.`,
    },
    source: missingMigrants,
  }
}

/** What must hold of an incident. */
export const incidentRules: readonly EditRule[] = [
  {
    id: 'incident.occurred-in-future',
    recordType: 'incident',
    level: 'reject',
    holds: compare(field('occurred_on'), '<=', receivedOn),
    fields: ['occurred_on'],
    message: {
      es: 'La fecha del incidente es posterior al día en que se recibió el archivo.',
      en: 'The date of the incident lies after the day the file was received.',
      fr: 'La date de l’incident est postérieure à la réception du fichier.',
    },
    source: editing,
  },
  {
    id: 'incident.date-missing',
    recordType: 'incident',
    level: 'warn',
    holds: isGiven('occurred_on'),
    fields: ['incident_id', 'year'],
    message: {
      es: 'No consta la fecha del incidente.',
      en: 'The date of the incident is not given.',
      fr: 'La date de l’incident n’est pas indiquée.',
    },
    source: missingMigrants,
  },
  {
    id: 'incident.year-missing',
    recordType: 'incident',
    level: 'reject',
    holds: isGiven('year'),
    fields: ['incident_id', 'occurred_on'],
    message: {
      es: 'No se sabe en qué año ocurrió.',
      en: 'It is not known in which year it happened.',
      fr: 'On ignore l’année de l’incident.',
    },
    source: missingMigrants,
  },
  {
    id: 'incident.year-disagrees',
    recordType: 'incident',
    level: 'warn',
    onlyWhereGiven: ['year'],
    holds: compare(field('year'), '=', { op: 'year', of: field('occurred_on') }),
    fields: ['year', 'occurred_on'],
    message: {
      es: 'El año no es el de la fecha del incidente.',
      en: 'The year is not that of the date of the incident.',
      fr: 'L’année n’est pas celle de la date de l’incident.',
    },
    source: editing,
  },
  {
    id: 'incident.month-disagrees',
    recordType: 'incident',
    level: 'warn',
    onlyWhereGiven: ['month'],
    holds: compare(field('month'), '=', { op: 'to-month', of: field('occurred_on') }),
    fields: ['month', 'occurred_on'],
    message: {
      es: 'El mes no es el de la fecha del incidente.',
      en: 'The month is not that of the date of the incident.',
      fr: 'Le mois n’est pas celui de la date de l’incident.',
    },
    source: editing,
  },
  {
    id: 'incident.month-malformed',
    recordType: 'incident',
    level: 'warn',
    holds: { op: 'matches', of: field('month'), pattern: '[12][0-9]{3}-(0[1-9]|1[0-2])' },
    fields: ['month'],
    message: {
      es: 'El mes no está escrito como AAAA-MM.',
      en: 'The month is not written as YYYY-MM.',
      fr: 'Le mois n’est pas écrit AAAA-MM.',
    },
    source: 'SDMX 2.1, section 6: technical notes, Gregorian Time Period',
  },
  {
    id: 'incident.region-unknown',
    recordType: 'incident',
    level: 'warn',
    holds: isKnown('region'),
    fields: ['region', 'location'],
    message: {
      es: 'No consta la región del incidente.',
      en: 'The region of the incident is not known.',
      fr: 'La région de l’incident n’est pas connue.',
    },
    source: missingMigrants,
  },
  {
    id: 'incident.latitude-out-of-range',
    recordType: 'incident',
    level: 'warn',
    holds: all(
      compare(field('latitude'), '>=', value(-90)),
      compare(field('latitude'), '<=', value(90)),
    ),
    fields: ['latitude', 'location'],
    message: {
      es: 'La latitud no está entre −90 y 90 grados.',
      en: 'The latitude is not between −90 and 90 degrees.',
      fr: 'La latitude n’est pas comprise entre −90 et 90 degrés.',
    },
    source: coordinates,
  },
  {
    id: 'incident.longitude-out-of-range',
    recordType: 'incident',
    level: 'warn',
    holds: all(
      compare(field('longitude'), '>=', value(-180)),
      compare(field('longitude'), '<=', value(180)),
    ),
    fields: ['longitude', 'location'],
    message: {
      es: 'La longitud no está entre −180 y 180 grados.',
      en: 'The longitude is not between −180 and 180 degrees.',
      fr: 'La longitude n’est pas comprise entre −180 et 180 degrés.',
    },
    source: coordinates,
  },
  {
    id: 'incident.coordinates-incomplete',
    recordType: 'incident',
    level: 'warn',
    holds: any(
      all(isGiven('latitude'), isGiven('longitude')),
      all(isMissing('latitude'), isMissing('longitude')),
    ),
    fields: ['latitude', 'longitude', 'location'],
    message: {
      es: 'Hay una sola de las dos coordenadas.',
      en: 'Only one of the two coordinates is given.',
      fr: 'Une seule des deux coordonnées est donnée.',
    },
    source: coordinates,
  },
  {
    id: 'incident.coordinates-zero',
    recordType: 'incident',
    level: 'warn',
    holds: any(
      compare(field('latitude'), '!=', value(0)),
      compare(field('longitude'), '!=', value(0)),
    ),
    fields: ['latitude', 'longitude', 'location'],
    message: {
      es: 'Las coordenadas son 0, 0: suele significar que se ignoran.',
      en: 'The coordinates are 0, 0, which usually means they are not known.',
      fr: 'Les coordonnées sont 0, 0 : en général, elles sont inconnues.',
    },
    source: coordinates,
  },
  negative('dead', { es: 'muertes', en: 'dead', fr: 'décès' }, 'reject'),
  negative('missing', { es: 'desaparecidas', en: 'missing', fr: 'disparus' }, 'warn'),
  negative(
    'dead_and_missing',
    { es: 'muertes y desapariciones', en: 'dead and missing', fr: 'décès et disparus' },
    'reject',
  ),
  negative('survivors', { es: 'supervivientes', en: 'survivors', fr: 'survivants' }, 'reject'),
  negative('women', { es: 'mujeres', en: 'women', fr: 'femmes' }, 'reject'),
  negative('men', { es: 'hombres', en: 'men', fr: 'hommes' }, 'reject'),
  negative('children', { es: 'menores de edad', en: 'children', fr: 'enfants' }, 'reject'),
  {
    id: 'incident.total-disagrees',
    recordType: 'incident',
    level: 'warn',
    onlyWhereGiven: ['dead_and_missing'],
    holds: {
      op: 'if',
      test: all(isMissing('dead'), isMissing('missing')),
      then: value(true),
      else: compare(field('dead_and_missing'), '=', plus(orZero('dead'), orZero('missing'))),
    },
    fields: ['dead', 'missing', 'dead_and_missing'],
    message: {
      es: 'Las muertes y desapariciones no suman su total.',
      en: 'Dead and missing do not add up to their total.',
      fr: 'Les décès et les disparus n’égalent pas leur total.',
    },
    source: missingMigrants,
  },
  {
    id: 'incident.figures-missing',
    recordType: 'incident',
    level: 'warn',
    holds: isGiven('dead_and_missing'),
    fields: ['incident_id', 'dead', 'missing'],
    message: {
      es: 'No consta cuántas personas murieron o desaparecieron.',
      en: 'It is not stated how many persons died or went missing.',
      fr: 'Le nombre de personnes décédées ou disparues n’est pas indiqué.',
    },
    source: missingMigrants,
  },
  {
    id: 'incident.nobody-affected',
    recordType: 'incident',
    level: 'warn',
    holds: compare(field('dead_and_missing'), '!=', value(0)),
    fields: ['dead', 'missing', 'dead_and_missing'],
    message: {
      es: 'El incidente no suma muertes ni desapariciones.',
      en: 'The incident adds no dead and no missing.',
      fr: 'L’incident ne totalise ni décès ni disparu.',
    },
    source: missingMigrants,
  },
  {
    id: 'incident.women-and-men-over-total',
    recordType: 'incident',
    level: 'warn',
    holds: compare(plus(orZero('women'), orZero('men')), '<=', field('dead_and_missing')),
    fields: ['women', 'men', 'dead_and_missing'],
    message: {
      es: 'Mujeres y hombres suman más que las muertes y desapariciones.',
      en: 'Women and men add up to more than the dead and missing.',
      fr: 'Femmes et hommes dépassent le total des décès et disparus.',
    },
    source: missingMigrants,
  },
  {
    id: 'incident.children-over-total',
    recordType: 'incident',
    level: 'warn',
    holds: compare(field('children'), '<=', field('dead_and_missing')),
    fields: ['children', 'dead_and_missing'],
    message: {
      es: 'Hay más menores de edad que muertes y desapariciones.',
      en: 'There are more children than dead and missing.',
      fr: 'Il y a plus d’enfants que de décès et disparus.',
    },
    source: missingMigrants,
  },
]
