import type { EditRule } from '../edit-rule.ts'
import {
  all,
  any,
  compare,
  field,
  isMissing,
  not,
  notNegative,
  oneOf,
  value,
} from './expression-words.ts'
import { eventRules, personRules, unknown } from './person-rules.ts'
import { placeRules } from './place-rules.ts'
import { children, reception } from './sources.ts'

const recordType = 'return'
const event = {
  day: 'returned_on',
  of: { es: 'del retorno', en: 'of the return', fr: 'du retour' },
}

/** What must hold of the reception of a returned person. */
export const returnRules: readonly EditRule[] = [
  ...eventRules(recordType, event),
  ...personRules(recordType, event),
  ...placeRules(recordType, event, ['origin_municipality', 'destination_municipality']),
  unknown(recordType, 'return_type', {
    es: 'el tipo de retorno',
    en: 'the type of return',
    fr: 'le type de retour',
  }),
  unknown(recordType, 'counterpart_country', {
    es: 'el país de procedencia',
    en: 'the country returned from',
    fr: 'le pays de provenance',
  }),
  {
    id: 'return.counterpart-is-country',
    recordType,
    level: 'warn',
    holds: any(
      compare(field('counterpart_country'), '!=', field('country')),
      oneOf(field('counterpart_country'), '_U'),
    ),
    fields: ['country', 'counterpart_country'],
    message: {
      es: 'El país de procedencia es el mismo que recibe.',
      en: 'The country returned from is the receiving country itself.',
      fr: 'Le pays de provenance est le pays d’accueil lui-même.',
    },
    source: reception,
  },
  {
    id: 'return.not-of-national',
    recordType,
    level: 'warn',
    holds: any(
      compare(field('citizenship'), '=', field('country')),
      oneOf(field('citizenship'), '_U'),
    ),
    fields: ['country', 'citizenship'],
    message: {
      es: 'La persona retornada no tiene la nacionalidad del país que la recibe.',
      en: 'The returned person is not a citizen of the receiving country.',
      fr: 'La personne de retour n’a pas la nationalité du pays d’accueil.',
    },
    source: reception,
  },
  {
    id: 'return.means-against-mode',
    recordType,
    level: 'warn',
    holds: all(
      any(
        not(oneOf(field('return_means'), 'charter-flight', 'scheduled-flight')),
        oneOf(field('mode'), 'air', '_U'),
      ),
      any(
        not(oneOf(field('return_means'), 'bus', 'own-vehicle', 'on-foot')),
        oneOf(field('mode'), 'land', 'river', '_U'),
      ),
      any(
        compare(field('return_means'), '!=', value('ship')),
        oneOf(field('mode'), 'sea', 'river', '_U'),
      ),
    ),
    fields: ['return_means', 'mode'],
    message: {
      es: 'El medio de retorno no corresponde a la vía.',
      en: 'The means of return does not fit the mode of transport.',
      fr: 'Le moyen de retour ne correspond pas à la voie.',
    },
    source: reception,
  },
  {
    id: 'return.adult-as-child',
    recordType,
    level: 'warn',
    holds: any(
      compare(field('age'), '<', value(18)),
      not(
        oneOf(
          field('accompaniment'),
          'unaccompanied-child',
          'accompanied-child',
          'separated-child',
        ),
      ),
    ),
    fields: ['age', 'accompaniment'],
    message: {
      es: 'Una persona de 18 años o más consta como niña, niño o adolescente.',
      en: 'A person of 18 or more is recorded as a child.',
      fr: 'Une personne de 18 ans ou plus figure comme enfant.',
    },
    source: children,
  },
  {
    id: 'return.child-as-adult-alone',
    recordType,
    level: 'warn',
    holds: any(
      compare(field('age'), '>=', value(18)),
      compare(field('accompaniment'), '!=', value('alone')),
    ),
    fields: ['age', 'accompaniment'],
    message: {
      es: 'Una persona menor de 18 años consta como adulta sola: sería no acompañada.',
      en: 'A person under 18 is recorded as an adult alone: that would be an unaccompanied child.',
      fr: 'Une personne de moins de 18 ans figure comme adulte seul : ce serait un enfant non accompagné.',
    },
    source: children,
  },
  {
    id: 'return.infant-unaccompanied',
    recordType,
    level: 'warn',
    holds: any(
      compare(field('age'), '>=', value(3)),
      compare(field('accompaniment'), '!=', value('unaccompanied-child')),
    ),
    fields: ['age', 'accompaniment'],
    message: {
      es: 'Una niña o un niño menor de 3 años consta como no acompañado.',
      en: 'A child under 3 is recorded as unaccompanied.',
      fr: 'Un enfant de moins de 3 ans figure comme non accompagné.',
    },
    source: children,
  },
  {
    id: 'return.family-of-one',
    recordType,
    level: 'warn',
    holds: any(
      compare(field('family_size'), '>=', value(2)),
      compare(field('accompaniment'), '!=', value('family-unit')),
    ),
    fields: ['accompaniment', 'family_size'],
    message: {
      es: 'Una unidad familiar tiene menos de dos personas.',
      en: 'A family unit has fewer than two persons.',
      fr: 'Une unité familiale compte moins de deux personnes.',
    },
    source: reception,
  },
  {
    id: 'return.family-size-out-of-range',
    recordType,
    level: 'warn',
    holds: all(
      compare(field('family_size'), '>=', value(1)),
      compare(field('family_size'), '<=', value(20)),
    ),
    fields: ['family_size'],
    message: {
      es: 'La unidad familiar no tiene entre 1 y 20 personas.',
      en: 'The family unit does not have between 1 and 20 persons.',
      fr: 'L’unité familiale ne compte pas entre 1 et 20 personnes.',
    },
    source: reception,
  },
  {
    id: 'return.returned-before-departed',
    recordType,
    level: 'warn',
    holds: compare(field('departed_on'), '<=', field('returned_on')),
    fields: ['departed_on', 'returned_on'],
    message: {
      es: 'La persona habría vuelto antes de salir.',
      en: 'The person would have come back before leaving.',
      fr: 'La personne serait revenue avant de partir.',
    },
    source: reception,
  },
  {
    id: 'return.days-abroad-disagree',
    recordType,
    level: 'warn',
    onlyWhereGiven: ['days_abroad', 'departed_on'],
    holds: compare(field('days_abroad'), '=', {
      op: 'date-difference',
      from: field('departed_on'),
      to: field('returned_on'),
    }),
    fields: ['days_abroad', 'departed_on', 'returned_on'],
    message: {
      es: 'Los días fuera del país no son los que hay entre salida y retorno.',
      en: 'The days abroad are not those between departure and return.',
      fr: 'Les jours à l’étranger ne sont pas ceux entre départ et retour.',
    },
    source: reception,
  },
  {
    id: 'return.previous-returns-negative',
    recordType,
    level: 'warn',
    holds: notNegative('previous_returns'),
    fields: ['previous_returns'],
    message: {
      es: 'Los retornos anteriores son negativos.',
      en: 'The previous returns are negative.',
      fr: 'Le nombre de retours antérieurs est négatif.',
    },
    source: reception,
  },
  {
    id: 'return.second-motive-repeats-first',
    recordType,
    level: 'warn',
    holds: any(
      compare(field('second_motive'), '!=', field('motive')),
      oneOf(field('motive'), '_U', '_O', '_Z'),
    ),
    fields: ['motive', 'second_motive'],
    message: {
      es: 'El segundo motivo es el mismo que el principal.',
      en: 'The second motive is the same as the main one.',
      fr: 'Le deuxième motif est le même que le principal.',
    },
    source: reception,
  },
  {
    id: 'return.referral-without-need',
    recordType,
    level: 'warn',
    holds: any(
      isMissing('referral'),
      oneOf(field('referral'), 'none', '_U', '_Z'),
      compare(field('need'), '!=', value('none')),
    ),
    fields: ['need', 'referral'],
    message: {
      es: 'La persona fue remitida a un servicio y consta que no necesita nada.',
      en: 'The person was referred to a service and is recorded as needing nothing.',
      fr: 'La personne a été orientée vers un service alors qu’aucun besoin n’est noté.',
    },
    source: reception,
  },
  {
    id: 'return.pregnancy-implausible',
    recordType,
    level: 'warn',
    holds: any(
      isMissing('is_pregnant'),
      compare(field('is_pregnant'), '=', value(false)),
      all(
        not(oneOf(field('sex'), 'M')),
        compare(field('age'), '>=', value(10)),
        compare(field('age'), '<=', value(55)),
      ),
    ),
    fields: ['is_pregnant', 'sex', 'age'],
    message: {
      es: 'El embarazo no concuerda con el sexo o la edad.',
      en: 'The pregnancy does not agree with the sex or the age.',
      fr: 'La grossesse ne concorde pas avec le sexe ou l’âge.',
    },
    source:
      'UN Statistics Division, Handbook on Population and Housing Census Editing, Revision 2 (2019), chapter V',
  },
]
