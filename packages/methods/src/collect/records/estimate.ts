import type { Text } from '../../vocabulary/index.ts'
import type { Field, RecordType } from '../record-type.ts'
import { countryField } from './living-fields.ts'
import { movement } from './movement.ts'

const crossings: Text = { es: 'cruces', en: 'crossings', fr: 'franchissements' }
const migrations: Text = { es: 'migraciones', en: 'migrations', fr: 'migrations' }

function amount(
  id: string,
  type: 'integer' | 'decimal',
  unit: Text,
  label: Text,
  definition: Text,
): Field {
  return { id, type, sensitivity: 'plain', unit, label, definition }
}

/**
 * One row per country, release, month, direction and group: the migrations that the release expects,
 * with its intervals. Written by the measure stage alone;
 * releases are added and never taken away, so that every vintage stays.
 */
export const estimate: RecordType = {
  id: 'estimate',
  label: {
    es: 'Estimación provisional de migraciones',
    en: 'Provisional estimate of migrations',
    fr: 'Estimation provisoire des migrations',
  },
  definition: {
    es: 'Migraciones de un mes tal como las estima una edición, con su intervalo.',
    en: 'Migrations of a month as one release estimates them, with their interval.',
    fr: 'Migrations d’un mois telles qu’une édition les estime, avec leur intervalle.',
  },
  grain: {
    es: 'Una fila por país, edición, mes, sentido y grupo.',
    en: 'One row per country, release, month, direction and group.',
    fr: 'Une ligne par pays, édition, mois, sens et groupe.',
  },
  dateField: 'release_on',
  fields: [
    countryField({
      es: 'País en cuya frontera ocurrieron los cruces.',
      en: 'Country at whose border the crossings took place.',
      fr: 'Pays à la frontière duquel ont eu lieu les franchissements.',
    }),
    {
      id: 'release_on',
      type: 'date',
      required: true,
      sensitivity: 'plain',
      label: { es: 'Edición', en: 'Release', fr: 'Édition' },
      definition: {
        es: 'Primer día que la edición no ve.',
        en: 'First day that the release does not see.',
        fr: 'Premier jour que l’édition ne voit pas.',
      },
    },
    {
      id: 'period',
      type: 'period',
      required: true,
      sensitivity: 'quasi',
      concept: 'TIME_PERIOD',
      label: {
        es: 'Mes de los cruces',
        en: 'Month of the crossings',
        fr: 'Mois des franchissements',
      },
      definition: {
        es: 'Mes en que ocurrieron los cruces.',
        en: 'Month in which the crossings took place.',
        fr: 'Mois des franchissements.',
      },
    },
    ...movement.fields.filter(({ id }) => id === 'direction'),
    {
      id: 'citizenship_status',
      type: 'code',
      codeList: 'citizenship-status',
      sensitivity: 'quasi',
      label: {
        es: 'Nacional o extranjera',
        en: 'National or foreign',
        fr: 'Nationale ou étrangère',
      },
      definition: {
        es: 'Si la persona tiene la nacionalidad del país.',
        en: 'Whether the person has the citizenship of the country.',
        fr: 'Si la personne a la nationalité du pays.',
      },
    },
    {
      id: 'figure_status',
      type: 'code',
      codeList: 'figure-status',
      required: true,
      sensitivity: 'plain',
      label: { es: 'Estado de la cifra', en: 'Status of the figure', fr: 'État du chiffre' },
      definition: {
        es: 'Si la cifra de la edición es definitiva o provisional.',
        en: 'Whether the figure of the release is final or provisional.',
        fr: 'Si le chiffre de l’édition est définitif ou provisoire.',
      },
    },
    amount(
      'crossings',
      'integer',
      crossings,
      { es: 'Cruces', en: 'Crossings', fr: 'Franchissements' },
      {
        es: 'Cruces del mes que forman parte de una historia.',
        en: 'Crossings of the month that are part of a history.',
        fr: 'Franchissements du mois faisant partie d’une histoire.',
      },
    ),
    amount(
      'decided',
      'integer',
      migrations,
      { es: 'Migraciones decididas', en: 'Decided migrations', fr: 'Migrations décidées' },
      {
        es: 'Migraciones que la edición sabe seguras.',
        en: 'Migrations that are certain to the release.',
        fr: 'Migrations certaines pour l’édition.',
      },
    ),
    amount(
      'undecided',
      'integer',
      crossings,
      { es: 'Cruces por decidir', en: 'Undecided crossings', fr: 'Franchissements indécis' },
      {
        es: 'Cruces cuyo resultado la edición no sabe aún.',
        en: 'Crossings whose outcome the release does not know yet.',
        fr: 'Franchissements dont l’édition ignore encore le résultat.',
      },
    ),
    amount(
      'estimate',
      'decimal',
      migrations,
      { es: 'Migraciones estimadas', en: 'Estimated migrations', fr: 'Migrations estimées' },
      {
        es: 'Las decididas y la parte esperada de las que están por decidir.',
        en: 'Those decided and the expected share of the undecided.',
        fr: 'Les décidées et la part attendue des indécis.',
      },
    ),
    amount(
      'standard_error',
      'decimal',
      migrations,
      { es: 'Error típico', en: 'Standard error', fr: 'Erreur type' },
      {
        es: 'De la estimación como pronóstico de la cifra definitiva.',
        en: 'Of the estimate as a forecast of the final figure.',
        fr: 'De l’estimation comme prévision du chiffre définitif.',
      },
    ),
    ...(['low_80', 'high_80', 'low_95', 'high_95'] as const).map((id) => {
      const [end, percent] = id.split('_') as ['low' | 'high', string]
      const [es, en, fr] =
        end === 'low' ? ['inferior', 'Lower', 'inférieure'] : ['superior', 'Upper', 'supérieure']
      return amount(
        id,
        'decimal',
        migrations,
        {
          es: `Límite ${es} del ${percent} %`,
          en: `${en} end of the ${percent}% interval`,
          fr: `Borne ${fr} à ${percent} %`,
        },
        {
          es: `Límite ${es} del intervalo del ${percent} %.`,
          en: `${en} end of the interval that holds the final figure ${percent} times in a hundred.`,
          fr: `Borne ${fr} de l’intervalle à ${percent} %.`,
        },
      )
    }),
  ],
}
