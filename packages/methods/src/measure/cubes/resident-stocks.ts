import type { Cube } from '../cube.ts'
import { statusByCountry } from './dependent-dimensions.ts'
import { criterionNote, repairNote } from './outcome-notes.ts'
import {
  ageFromSingle,
  birthStatus,
  citizenshipStatus,
  statusColumns,
  statusFields,
} from './outcome-dimensions.ts'
import { birthCountry, citizenship, coded, reportingCountry, sex } from './person-dimensions.ts'

/** Residents on 1 January among the persons whom the border knows, country of birth by citizenship. */
export const residentStocks: Cube = {
  id: 'resident-stocks',
  title: {
    es: 'Residentes que conoce la frontera, al 1 de enero',
    en: 'Residents whom the border knows, on 1 January',
    fr: 'Résidents que la frontière connaît, au 1er janvier',
  },
  description: {
    es: 'Personas con trayectoria que residen en el país al 1 de enero, por país de nacimiento, nacionalidad, sexo y edad.',
    en: 'Persons with a journey who reside in the country on 1 January, by country of birth, citizenship, sex and age.',
    fr: 'Personnes ayant un parcours qui résident dans le pays au 1er janvier, par pays de naissance, nationalité, sexe et âge.',
  },
  universe: {
    es: 'Personas enlazadas que cruzaron la frontera alguna vez en el período observado. Quien nunca la cruzó no está: no es la población del país.',
    en: 'Linked persons who crossed the border at some time in the period observed. Who never crossed it is not included: this is not the population of the country.',
    fr: 'Personnes appariées ayant franchi la frontière au cours de la période observée. Qui ne l’a jamais franchie n’y est pas : ce n’est pas la population du pays.',
  },
  recordType: 'outcome',
  view: {
    fields: [
      ...statusFields,
      { id: 'reference_on', type: 'date' },
      { id: 'residence_state', type: 'code' },
      { id: 'age_then', type: 'integer' },
    ],
    // a state holds from the day after a crossing up to and including the day of the next one
    sql: (facts) => `
with spell as (
  select *, crossed_on as from_on, coalesce(next_on, observed_until) as to_on, resident_after as state
  from ${facts}
  union all
  select *, observed_from - 1, crossed_on, resident_before from ${facts} where is_first = 1
), spread as (
  select *, unnest(generate_series(year(from_on), year(to_on))) as reference_year
  from spell where state is distinct from 0
), dated as (select *, make_date(reference_year, 1, 1) as reference_on from spread)
select *, ${statusColumns},
  case when state = 1 then 'resident' else 'undecided' end as residence_state,
  case when age is not null then greatest(0, age + case when reference_on >= crossed_on
    then datesub('year', crossed_on, reference_on)
    else -datesub('year', reference_on, crossed_on) end) end as age_then
from dated where reference_on > from_on and reference_on <= to_on`,
  },
  dimensions: [
    reportingCountry,
    {
      id: 'time',
      label: { es: 'Año (1 de enero)', en: 'Year (1 January)', fr: 'Année (1er janvier)' },
      kind: 'time',
      field: 'reference_on',
      levels: [
        {
          id: 'year',
          label: { es: 'Año', en: 'Year', fr: 'Année' },
          from: { kind: 'year' },
        },
      ],
    },
    coded('residence_state', 'residence-states', {
      es: 'Residencia',
      en: 'Residence',
      fr: 'Résidence',
    }),
    birthCountry,
    citizenship,
    birthStatus,
    citizenshipStatus,
    sex,
    { ...ageFromSingle, field: 'age_then' },
  ],
  dependencies: [...statusByCountry],
  measures: [
    {
      id: 'residents',
      label: { es: 'Residentes', en: 'Residents', fr: 'Résidents' },
      unit: { es: 'personas', en: 'persons', fr: 'personnes' },
      aggregate: 'count',
      when: { field: 'residence_state', codes: ['resident'] },
      notAdditiveOver: ['time'],
      undecidedBy: 'undecided',
    },
    {
      id: 'undecided',
      label: {
        es: 'Personas cuya residencia está por decidir',
        en: 'Persons whose residence is undecided',
        fr: 'Personnes dont la résidence est indécise',
      },
      unit: { es: 'personas', en: 'persons', fr: 'personnes' },
      aggregate: 'count',
      when: { field: 'residence_state', codes: ['undecided'] },
      notAdditiveOver: ['time'],
    },
  ],
  protection: 'release',
  methodVersion: '1',
  notes: [
    criterionNote,
    repairNote,
    {
      es: 'Un stock es de un día: los de varios años no se suman. Una persona está a lo más una vez en cada fecha y país.',
      en: 'A stock is of one day: those of several years are not added. A person is there at most once a date and country.',
      fr: 'Un effectif est celui d’un jour : ceux de plusieurs années ne s’additionnent pas. Une personne y est au plus une fois par date et pays.',
    },
  ],
  opening: { rows: ['birth_country.region'], columns: ['citizenship_status'] },
}
