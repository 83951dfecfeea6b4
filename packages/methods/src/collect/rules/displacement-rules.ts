import type { EditRule } from '../edit-rule.ts'
import { any, compare, field, isGiven, isMissing, notNegative, value } from './expression-words.ts'
import { eventRules, unknown } from './person-rules.ts'
import { placeRules } from './place-rules.ts'
import { displacementStatistics, editing } from './sources.ts'

const recordType = 'displacement'
const event = {
  day: 'reported_on',
  of: { es: 'de la ronda', en: 'of the round', fr: 'du cycle' },
}

/** What must hold of a count of displaced persons. */
export const displacementRules: readonly EditRule[] = [
  ...eventRules(recordType, event),
  ...placeRules(recordType, event, ['municipality']),
  unknown(recordType, 'population_group', {
    es: 'el grupo de población',
    en: 'the population group',
    fr: 'le groupe de population',
  }),
  {
    id: 'displacement.persons-missing',
    recordType,
    level: 'warn',
    holds: any(isGiven('persons'), isGiven('households')),
    fields: ['location', 'persons', 'households'],
    message: {
      es: 'No consta cuántas personas ni cuántos hogares hay.',
      en: 'Neither the persons nor the households are stated.',
      fr: 'Ni les personnes ni les ménages ne sont indiqués.',
    },
    source: displacementStatistics,
  },
  {
    id: 'displacement.persons-negative',
    recordType,
    level: 'reject',
    holds: notNegative('persons'),
    fields: ['persons'],
    message: {
      es: 'El número de personas es negativo.',
      en: 'The number of persons is negative.',
      fr: 'Le nombre de personnes est négatif.',
    },
    source: editing,
  },
  {
    id: 'displacement.households-negative',
    recordType,
    level: 'reject',
    holds: notNegative('households'),
    fields: ['households'],
    message: {
      es: 'El número de hogares es negativo.',
      en: 'The number of households is negative.',
      fr: 'Le nombre de ménages est négatif.',
    },
    source: editing,
  },
  {
    id: 'displacement.fewer-persons-than-households',
    recordType,
    level: 'warn',
    holds: compare(field('persons'), '>=', field('households')),
    fields: ['persons', 'households'],
    message: {
      es: 'Hay menos personas que hogares.',
      en: 'There are fewer persons than households.',
      fr: 'Il y a moins de personnes que de ménages.',
    },
    source: displacementStatistics,
  },
  {
    id: 'displacement.households-over-twenty',
    recordType,
    level: 'warn',
    holds: compare(field('persons'), '<=', {
      op: '*',
      left: field('households'),
      right: value(20),
    }),
    fields: ['persons', 'households'],
    message: {
      es: 'Los hogares tendrían más de 20 personas de media.',
      en: 'The households would have more than 20 persons on average.',
      fr: 'Les ménages compteraient plus de 20 personnes en moyenne.',
    },
    source: displacementStatistics,
  },
  {
    id: 'displacement.round-not-positive',
    recordType,
    level: 'warn',
    holds: compare(field('round'), '>=', value(0)),
    fields: ['round', 'operation'],
    message: {
      es: 'El número de la ronda es negativo.',
      en: 'The number of the round is negative.',
      fr: 'Le numéro du cycle est négatif.',
    },
    source: displacementStatistics,
  },
  {
    id: 'displacement.place-missing',
    recordType,
    level: 'warn',
    holds: any(isGiven('department'), isGiven('municipality'), isGiven('location')),
    fields: ['country', 'department', 'municipality', 'location'],
    message: {
      es: 'Solo se conoce el país en que están las personas.',
      en: 'Only the country in which the persons are is known.',
      fr: 'Seul le pays où se trouvent les personnes est connu.',
    },
    source: displacementStatistics,
  },
  {
    id: 'displacement.origin-without-cause',
    recordType,
    level: 'warn',
    onlyWhereGiven: ['cause'],
    holds: any(isMissing('origin_department'), isGiven('cause')),
    fields: ['origin_department', 'cause'],
    message: {
      es: 'Consta de dónde huyeron, pero no por qué.',
      en: 'It is stated where they fled from, but not why.',
      fr: 'Le lieu fui est indiqué, mais pas la cause.',
    },
    source: displacementStatistics,
  },
]
