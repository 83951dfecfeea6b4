import type { EditRule } from '../edit-rule.ts'
import {
  all,
  any,
  compare,
  field,
  isGiven,
  isMissing,
  minus,
  notNegative,
  oneOf,
  plus,
  value,
} from './expression-words.ts'
import { eventRules, personRules } from './person-rules.ts'
import { placeRules } from './place-rules.ts'
import { editing, sampling } from './sources.ts'

const recordType = 'survey-response'
const event = {
  day: 'interviewed_on',
  of: { es: 'de la entrevista', en: 'of the interview', fr: 'de l’entretien' },
}
const interviewYear = { op: 'year', of: field('interviewed_on') } as const

/** Rules of a person do not apply to the row of a household. */
const ofPersons = (rule: EditRule): EditRule => ({
  ...rule,
  holds: any(compare(field('unit'), '=', value('household')), rule.holds),
})

/** What must hold of an answer to a survey. */
export const surveyResponseRules: readonly EditRule[] = [
  ...eventRules(recordType, event),
  ...personRules(recordType, event).map(ofPersons),
  ...placeRules(recordType, event, ['municipality']),
  {
    id: 'survey-response.weight-missing',
    recordType,
    level: 'warn',
    holds: isGiven('weight'),
    fields: ['survey', 'weight'],
    message: {
      es: 'No consta el factor de expansión.',
      en: 'The weight is not given.',
      fr: 'Le poids n’est pas indiqué.',
    },
    source: sampling,
  },
  {
    id: 'survey-response.weight-negative',
    recordType,
    level: 'reject',
    holds: notNegative('weight'),
    fields: ['weight'],
    message: {
      es: 'El factor de expansión es negativo.',
      en: 'The weight is negative.',
      fr: 'Le poids est négatif.',
    },
    source: sampling,
  },
  {
    id: 'survey-response.weight-under-one',
    recordType,
    level: 'warn',
    holds: any(compare(field('weight'), '>=', value(1)), compare(field('weight'), '=', value(0))),
    fields: ['weight'],
    message: {
      es: 'La fila representa a menos de una unidad: el factor puede estar normalizado.',
      en: 'The row stands for less than one unit: the weight may be normalised.',
      fr: 'La ligne représente moins d’une unité : le poids est peut-être normalisé.',
    },
    source: sampling,
  },
  {
    id: 'survey-response.cluster-without-stratum',
    recordType,
    level: 'warn',
    onlyWhereGiven: ['cluster', 'stratum'],
    holds: any(
      all(isGiven('cluster'), isGiven('stratum')),
      all(isMissing('cluster'), isMissing('stratum')),
    ),
    fields: ['stratum', 'cluster'],
    message: {
      es: 'Consta solo uno de los dos: estrato o conglomerado.',
      en: 'Only one of stratum and cluster is given.',
      fr: 'Un seul des deux est donné : strate ou grappe.',
    },
    source: sampling,
  },
  {
    id: 'survey-response.replicate-weights-malformed',
    recordType,
    level: 'reject',
    holds: {
      op: 'matches',
      of: field('replicate_weights'),
      pattern: '[0-9]+([.][0-9]+)?( [0-9]+([.][0-9]+)?)*',
    },
    fields: ['replicate_weights'],
    message: {
      es: 'Los pesos replicados no son números separados por un espacio.',
      en: 'The replicate weights are not numbers separated by one space.',
      fr: 'Les poids répliqués ne sont pas des nombres séparés par une espace.',
    },
    source: sampling,
  },
  {
    id: 'survey-response.household-number-missing',
    recordType,
    level: 'warn',
    onlyWhereGiven: ['household'],
    holds: isGiven('household'),
    fields: ['survey', 'household'],
    message: {
      es: 'No consta el número del hogar.',
      en: 'The number of the household is not given.',
      fr: 'Le numéro du ménage n’est pas indiqué.',
    },
    source: sampling,
  },
  {
    id: 'survey-response.arrival-after-interview',
    recordType,
    level: 'warn',
    holds: compare(field('arrival_year'), '<=', interviewYear),
    fields: ['arrival_year', 'interviewed_on'],
    message: {
      es: 'La persona habría llegado después de la entrevista.',
      en: 'The person would have arrived after the interview.',
      fr: 'La personne serait arrivée après l’entretien.',
    },
    source: editing,
  },
  {
    id: 'survey-response.arrival-before-birth',
    recordType,
    level: 'warn',
    holds: compare(plus(field('arrival_year'), field('age')), '>=', minus(interviewYear, value(1))),
    fields: ['arrival_year', 'age', 'interviewed_on'],
    message: {
      es: 'La persona habría llegado antes de nacer.',
      en: 'The person would have arrived before being born.',
      fr: 'La personne serait arrivée avant de naître.',
    },
    source: editing,
  },
  {
    id: 'survey-response.residence-before-birth',
    recordType,
    level: 'warn',
    holds: any(
      isMissing('residence_five_years_ago'),
      oneOf(field('residence_five_years_ago'), '_Z', '_U'),
      compare(field('age'), '>=', value(5)),
    ),
    fields: ['age', 'residence_five_years_ago'],
    message: {
      es: 'Consta dónde vivía hace cinco años alguien que aún no había nacido.',
      en: 'Residence five years ago is given of someone not yet born then.',
      fr: 'La résidence cinq ans auparavant est donnée pour qui n’était pas né.',
    },
    source: editing,
  },
  {
    id: 'survey-response.answer-negative',
    recordType,
    level: 'warn',
    holds: all(
      notNegative('injuries'),
      notNegative('recruitment_cost'),
      notNegative('first_month_earnings'),
    ),
    fields: ['injuries', 'recruitment_cost', 'first_month_earnings'],
    message: {
      es: 'Las lesiones, el costo de contratación o los ingresos son negativos: esa respuesta no entra en ningún indicador.',
      en: 'Injuries, the cost of recruitment or earnings are negative: that answer enters no indicator.',
      fr: 'Les lésions, le coût du recrutement ou les gains sont négatifs : cette réponse n’entre dans aucun indicateur.',
    },
    source: editing,
  },
  {
    id: 'survey-response.members-abroad-negative',
    recordType,
    level: 'warn',
    holds: notNegative('members_abroad'),
    fields: ['members_abroad'],
    message: {
      es: 'El número de miembros en el extranjero es negativo.',
      en: 'The number of members abroad is negative.',
      fr: 'Le nombre de membres à l’étranger est négatif.',
    },
    source: editing,
  },
  {
    id: 'survey-response.remittances-contradict',
    recordType,
    level: 'warn',
    holds: any(
      isMissing('remittances_per_month'),
      compare(field('receives_remittances'), '=', value(true)),
      compare(field('remittances_per_month'), '=', value(0)),
    ),
    fields: ['receives_remittances', 'remittances_per_month'],
    message: {
      es: 'Hay un monto de remesas y el hogar dice que no las recibe.',
      en: 'An amount of remittances is given and the household says it receives none.',
      fr: 'Un montant est donné alors que le ménage dit ne rien recevoir.',
    },
    source: editing,
  },
]
