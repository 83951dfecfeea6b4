import type { EditRule } from '../edit-rule.ts'
import {
  all,
  any,
  compare,
  field,
  isGiven,
  isMissing,
  not,
  oneOf,
  receivedOn,
  value,
} from './expression-words.ts'

const timePeriods = 'SDMX 2.1, section 6: technical notes, time formats'
const statuses = 'SDMX, cross-domain code list CL_OBS_STATUS, version 2.2'
const recommendations =
  'UN DESA, Recommendations on Statistics of International Migration, Revision 1 (1998), chapter VI (tabulations)'
const editing =
  'UN Statistics Division, Handbook on Population and Housing Census Editing, Revision 2 (2019), chapter II'

const matches = (id: string, pattern: string) =>
  ({ op: 'matches', of: field(id), pattern }) as const

const frequencyIsNot = (code: string) => compare(field('frequency'), '!=', value(code))

/** What must hold of an aggregate figure. */
export const observationRules: readonly EditRule[] = [
  {
    id: 'observation.measure-unknown',
    recordType: 'observation',
    level: 'reject',
    holds: compare(field('measure'), '!=', value('_U')),
    fields: ['measure'],
    message: {
      es: 'No se sabe qué mide la cifra.',
      en: 'It is not known what the figure measures.',
      fr: 'On ignore ce que mesure le chiffre.',
    },
    source: recommendations,
  },
  {
    id: 'observation.area-unknown',
    recordType: 'observation',
    level: 'warn',
    holds: compare(field('ref_area'), '!=', value('_U')),
    fields: ['ref_area'],
    message: {
      es: 'No se sabe a qué área se refiere la cifra.',
      en: 'It is not known which area the figure is about.',
      fr: 'On ignore à quelle zone se rapporte le chiffre.',
    },
    source: recommendations,
  },
  {
    id: 'observation.period-malformed',
    recordType: 'observation',
    level: 'reject',
    holds: any(
      isMissing('period'),
      not({ op: 'is-missing', of: { op: 'period-start', of: field('period') } }),
    ),
    fields: ['period'],
    message: {
      es: 'El período no está escrito como lo pide SDMX (2020, 2020-S1, 2020-Q1, 2020-03, 2020-W07).',
      en: 'The period is not written as SDMX asks (2020, 2020-S1, 2020-Q1, 2020-03, 2020-W07).',
      fr: 'La période n’est pas écrite comme le demande SDMX (2020, 2020-S1, 2020-Q1, 2020-03, 2020-W07).',
    },
    source: timePeriods,
  },
  {
    id: 'observation.period-against-frequency',
    recordType: 'observation',
    level: 'warn',
    holds: all(
      any(frequencyIsNot('A'), matches('period', '[0-9]{4}')),
      any(frequencyIsNot('S'), matches('period', '[0-9]{4}-S[12]')),
      any(frequencyIsNot('Q'), matches('period', '[0-9]{4}-Q[1-4]')),
      any(frequencyIsNot('M'), matches('period', '[0-9]{4}-[0-9]{2}')),
      any(frequencyIsNot('W'), matches('period', '[0-9]{4}-W[0-9]{2}')),
      any(frequencyIsNot('D'), matches('period', '[0-9]{4}-[0-9]{2}-[0-9]{2}')),
    ),
    fields: ['frequency', 'period'],
    message: {
      es: 'El período no corresponde a la frecuencia.',
      en: 'The period does not go with the frequency.',
      fr: 'La période ne correspond pas à la fréquence.',
    },
    source: timePeriods,
  },
  {
    id: 'observation.period-in-future',
    recordType: 'observation',
    level: 'warn',
    holds: any(
      compare(field('period_start'), '<=', receivedOn),
      compare({ op: 'coalesce', of: [field('obs_status'), value('_U')] }, '=', value('F')),
    ),
    fields: ['period', 'obs_status'],
    message: {
      es: 'El período empieza después de recibido el archivo y la cifra no se declara proyectada.',
      en: 'The period starts after the file was received and the figure is not marked as forecast.',
      fr: 'La période commence après la réception du fichier et le chiffre n’est pas donné comme prévision.',
    },
    source: statuses,
  },
  {
    id: 'observation.period-start-disagrees',
    recordType: 'observation',
    level: 'warn',
    onlyWhereGiven: ['period_start'],
    holds: compare(field('period_start'), '=', { op: 'period-start', of: field('period') }),
    fields: ['period', 'period_start'],
    message: {
      es: 'El inicio del período no es el del período.',
      en: 'The start of the period is not that of the period.',
      fr: 'Le début de la période n’est pas celui de la période.',
    },
    source: timePeriods,
  },
  {
    id: 'observation.value-missing-without-status',
    recordType: 'observation',
    level: 'warn',
    holds: any(
      isGiven('value'),
      all(isGiven('obs_status'), oneOf(field('obs_status'), 'L', 'M', 'O', 'Q', 'K', 'S', 'J')),
    ),
    fields: ['value', 'obs_status'],
    message: {
      es: 'Falta el valor y el estado no dice por qué.',
      en: 'The value is missing and the status does not say why.',
      fr: 'La valeur manque et le statut ne dit pas pourquoi.',
    },
    source: statuses,
  },
  {
    id: 'observation.value-beside-missing-status',
    recordType: 'observation',
    level: 'warn',
    holds: any(isMissing('value'), not(oneOf(field('obs_status'), 'L', 'M', 'O', 'Q'))),
    fields: ['value', 'obs_status'],
    message: {
      es: 'Hay un valor, pero el estado dice que falta.',
      en: 'There is a value, but the status says it is missing.',
      fr: 'Une valeur est donnée, mais le statut la dit manquante.',
    },
    source: statuses,
  },
  {
    id: 'observation.value-negative',
    recordType: 'observation',
    level: 'reject',
    holds: compare(field('value'), '>=', value(0)),
    fields: ['measure', 'value'],
    message: {
      es: 'El valor es negativo.',
      en: 'The value is negative.',
      fr: 'La valeur est négative.',
    },
    source: editing,
  },
  {
    id: 'observation.share-over-100',
    recordType: 'observation',
    level: 'warn',
    holds: any(
      compare(field('unit'), '!=', value('PT')),
      compare(field('value'), '<=', value(100)),
    ),
    fields: ['measure', 'value', 'unit'],
    message: {
      es: 'El porcentaje supera 100.',
      en: 'The percentage is over 100.',
      fr: 'Le pourcentage dépasse 100.',
    },
    source: editing,
  },
  {
    id: 'observation.unit-missing',
    recordType: 'observation',
    level: 'warn',
    holds: isGiven('unit'),
    fields: ['measure', 'unit'],
    message: {
      es: 'No consta la unidad de la cifra.',
      en: 'The unit of the figure is not given.',
      fr: 'L’unité du chiffre n’est pas indiquée.',
    },
    source: 'SDMX, cross-domain concepts: UNIT_MEASURE',
  },
  {
    id: 'observation.multiplier-out-of-range',
    recordType: 'observation',
    level: 'warn',
    holds: oneOf(field('unit_multiplier'), 0, 1, 2, 3, 6, 9, 12),
    fields: ['unit_multiplier'],
    message: {
      es: 'El multiplicador no es un exponente de diez usual (0, 1, 2, 3, 6, 9, 12).',
      en: 'The multiplier is no usual power of ten (0, 1, 2, 3, 6, 9, 12).',
      fr: 'Le multiplicateur n’est pas une puissance de dix usuelle (0, 1, 2, 3, 6, 9, 12).',
    },
    source: 'SDMX, cross-domain code list CL_UNIT_MULT',
  },
  {
    id: 'observation.area-is-counterpart',
    recordType: 'observation',
    level: 'warn',
    holds: any(
      compare(field('ref_area'), '!=', field('counterpart_area')),
      compare(field('ref_area'), '=', value('_U')),
      compare(field('value'), '=', value(0)),
      isMissing('value'),
    ),
    fields: ['ref_area', 'counterpart_area', 'value'],
    message: {
      es: 'El área de referencia y la de contraparte son la misma.',
      en: 'The reference area and the counterpart area are the same.',
      fr: 'La zone de référence et la zone de contrepartie sont identiques.',
    },
    source: recommendations,
  },
  {
    id: 'observation.age-malformed',
    recordType: 'observation',
    level: 'warn',
    holds: matches('age', '_[TUZO]|Y[0-9]{1,3}(T[0-9]{1,3})?|Y_(LT|GE|LE|GT)[0-9]{1,3}'),
    fields: ['age'],
    message: {
      es: 'El grupo de edad no está escrito con los códigos de SDMX (Y20T24, Y_GE90).',
      en: 'The age group is not written in the codes of SDMX (Y20T24, Y_GE90).',
      fr: 'Le groupe d’âge n’est pas écrit avec les codes SDMX (Y20T24, Y_GE90).',
    },
    source: 'SDMX, cross-domain code list CL_AGE, version 1.0',
  },
]
