import type { Cube } from '../cube.ts'
import { broadAgeLevel } from './dimensions.ts'

/** Stats NZ's permanent and long-term migration, as published. */
export const nzPltMigration: Cube = {
  id: 'nz-plt-migration',
  title: {
    es: 'Nueva Zelandia: migración permanente y de largo plazo',
    en: 'New Zealand: permanent and long-term migration',
    fr: 'Nouvelle-Zélande : migration permanente et de longue durée',
  },
  description: {
    es: 'Llegadas y salidas permanentes y de largo plazo por región, nacionalidad, sexo y grupo de edad, según las tarjetas de viajeros.',
    en: 'Permanent and long-term arrivals and departures by region, citizenship, sex and age group, from passenger cards.',
    fr: 'Arrivées et départs permanents et de longue durée par région, nationalité, sexe et groupe d’âge, d’après les cartes de passagers.',
  },
  universe: {
    es: 'Personas que llegan con intención de quedarse 12 meses o más (o de forma permanente), o que salen con intención de ausentarse 12 meses o más.',
    en: 'Persons arriving with the intention of staying 12 months or more (or permanently), or leaving with the intention of being away 12 months or more.',
    fr: 'Personnes qui arrivent avec l’intention de rester 12 mois ou plus (ou définitivement), ou qui partent avec l’intention de s’absenter 12 mois ou plus.',
  },
  recordType: 'observation',
  datasets: ['nz-plt-migration'],
  dimensions: [
    {
      id: 'time',
      label: { es: 'Año', en: 'Year', fr: 'Année' },
      kind: 'time',
      field: 'period',
    },
    {
      id: 'region',
      label: { es: 'Región', en: 'Region', fr: 'Région' },
      kind: 'area',
      field: 'ref_area',
      codeList: 'nz-regions',
    },
    {
      id: 'direction',
      label: { es: 'Sentido', en: 'Direction', fr: 'Sens' },
      kind: 'code',
      field: 'direction',
      codeList: 'direction',
    },
    {
      id: 'citizenship',
      label: { es: 'Grupo de nacionalidad', en: 'Citizenship group', fr: 'Groupe de nationalité' },
      kind: 'code',
      field: 'citizenship',
      codeList: 'nz-citizenship-groups',
    },
    {
      id: 'sex',
      label: { es: 'Sexo', en: 'Sex', fr: 'Sexe' },
      kind: 'code',
      field: 'sex',
      codeList: 'sex',
    },
    {
      id: 'age',
      label: { es: 'Edad', en: 'Age', fr: 'Âge' },
      kind: 'age',
      field: 'age',
      codeList: 'age-groups',
      levels: [
        {
          id: 'group',
          label: { es: 'Grupo de edad', en: 'Age group', fr: 'Groupe d’âge' },
          from: { kind: 'self' },
        },
        broadAgeLevel,
      ],
    },
  ],
  measures: [
    {
      id: 'migrants',
      label: { es: 'Migrantes', en: 'Migrants', fr: 'Migrants' },
      unit: { es: 'personas', en: 'persons', fr: 'personnes' },
      aggregate: 'sum',
      field: 'value',
    },
  ],
  protection: 'none',
  methodVersion: '1',
  notes: [
    {
      es: 'Cifras ya agregadas por la fuente: todas sus filas se suman tal como vienen.',
      en: 'Figures that the source has aggregated already: all of its rows are added as they are.',
      fr: 'Chiffres déjà agrégés par la source : toutes ses lignes sont additionnées telles quelles.',
    },
    {
      es: 'La migración se define por la intención declarada en la tarjeta, no por la estancia que resultó.',
      en: 'Migration is defined by the intention stated on the card, not by the stay that followed.',
      fr: 'La migration est définie par l’intention déclarée sur la carte, non par le séjour qui a suivi.',
    },
  ],
  opening: { rows: ['region'], columns: ['direction'] },
}
