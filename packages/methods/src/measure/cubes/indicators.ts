import type { Cube, CubeDimension } from '../cube.ts'
import { birthStatus, citizenshipStatus } from './outcome-dimensions.ts'
import { coded, countryDimension, sex } from './person-dimensions.ts'

/** A breakdown that is one of several: the whole where no other is asked for. */
const withWhole = (dimension: CubeDimension): CubeDimension => ({ ...dimension, shownAlone: '_T' })

const held = [
  'indicator',
  'country',
  'time',
  'sex',
  'age',
  'citizenship_status',
  'birth_status',
  'counterpart_area',
]

/** Indicators of the catalogue, computed from what the node holds. */
export const indicatorValues: Cube = {
  id: 'indicators',
  title: {
    es: 'Indicadores de migración del nodo',
    en: 'Indicators of migration of the node',
    fr: 'Indicateurs de migration du nœud',
  },
  description: {
    es: 'Indicadores de los ODS y del marco de las Naciones Unidas por país y año, en total o por sexo, edad y condición migratoria, cruzados, calculados de los datos del nodo.',
    en: 'Indicators of the SDGs and of the framework of the United Nations by country and year, in all or by sex, age and migratory status, crossed, computed from what the node holds.',
    fr: 'Indicateurs des ODD et du cadre des Nations Unies par pays et année, en tout ou par sexe, âge et statut migratoire, croisés, calculés des données du nœud.',
  },
  universe: {
    es: 'Cada indicador se calcula donde están todas sus entradas; donde falta una hay un hueco, nunca un cero.',
    en: 'Each indicator is computed where all of its inputs are; where one lacks there is a gap, never a zero.',
    fr: 'Chaque indicateur est calculé là où toutes ses entrées existent ; s’il en manque une, c’est une lacune, jamais un zéro.',
  },
  recordType: 'indicator',
  dimensions: [
    coded('indicator', 'indicators', { es: 'Indicador', en: 'Indicator', fr: 'Indicateur' }),
    {
      id: 'country',
      label: { es: 'País', en: 'Country', fr: 'Pays' },
      kind: 'area',
      field: 'country',
      codeList: 'countries',
    },
    { id: 'time', label: { es: 'Año', en: 'Year', fr: 'Année' }, kind: 'time', field: 'period' },
    withWhole(sex),
    withWhole({
      id: 'age',
      label: { es: 'Edad', en: 'Age', fr: 'Âge' },
      kind: 'age',
      field: 'age',
    }),
    withWhole(citizenshipStatus),
    withWhole(birthStatus),
    withWhole({
      ...countryDimension('counterpart_area', {
        es: 'País de la otra parte',
        en: 'Country of the other side',
        fr: 'Pays de l’autre partie',
      }),
      levels: [
        {
          id: 'country',
          label: {
            es: 'País de la otra parte',
            en: 'Country of the other side',
            fr: 'Pays de l’autre partie',
          },
          from: { kind: 'self' },
        },
      ],
    }),
    coded('status', 'gap-status', {
      es: 'Disponibilidad',
      en: 'Availability',
      fr: 'Disponibilité',
    }),
  ],
  measures: [
    {
      id: 'value',
      label: { es: 'Valor', en: 'Value', fr: 'Valeur' },
      unit: {
        es: 'la unidad de cada indicador',
        en: 'the unit of each indicator',
        fr: 'l’unité de chaque indicateur',
      },
      aggregate: 'sum',
      field: 'value',
      decimals: 2,
      notAdditiveOver: held,
    },
    {
      id: 'standard_error',
      label: { es: 'Error típico', en: 'Standard error', fr: 'Erreur type' },
      unit: {
        es: 'la unidad de cada indicador',
        en: 'the unit of each indicator',
        fr: 'l’unité de chaque indicateur',
      },
      aggregate: 'sum',
      field: 'standard_error',
      decimals: 2,
      notAdditiveOver: held,
    },
    {
      id: 'respondents',
      label: { es: 'Personas encuestadas', en: 'Respondents', fr: 'Répondants' },
      unit: { es: 'personas', en: 'persons', fr: 'personnes' },
      aggregate: 'sum',
      field: 'respondents',
      notAdditiveOver: held,
    },
    {
      id: 'cells',
      label: {
        es: 'Celdas del mapa de huecos',
        en: 'Cells of the gap map',
        fr: 'Cases de la carte des lacunes',
      },
      unit: {
        es: 'indicador, país, año y desglose',
        en: 'indicator, country, year and breakdown',
        fr: 'indicateur, pays, année et ventilation',
      },
      aggregate: 'count',
    },
  ],
  protection: 'release',
  methodVersion: '2',
  notes: [
    {
      es: 'De un año cuyos cruces están en parte por decidir no se da tasa de migración. Los indicadores no se suman ni entre sí ni entre países o años.',
      en: 'Of a year whose crossings are partly undecided no rate of migration is given. Indicators are not added, to each other or over countries or years.',
      fr: 'Pour une année aux franchissements en partie indécis, aucun taux de migration n’est donné. Les indicateurs ne s’additionnent ni entre eux, ni sur pays ou années.',
    },
    {
      es: 'Lo que viene de una encuesta lleva su error típico por el diseño de la muestra; con menos de 25 respuestas no se da.',
      en: 'What comes from a survey has its standard error by the design of the sample; with fewer than 25 answers it is not given.',
      fr: 'Ce qui vient d’une enquête porte son erreur type selon le plan de sondage ; en dessous de 25 réponses, rien n’est donné.',
    },
  ],
  opening: { rows: ['indicator'], columns: ['country'] },
}
