import type { Cube } from '../cube.ts'
import { broadAgeLevel } from './dimensions.ts'
import { birthCountry, citizenship, sex } from './person-dimensions.ts'

/** Inhabitants at mid-year: what rates are reckoned on. */
export const population: Cube = {
  id: 'population',
  title: {
    es: 'Población por país, sexo y edad',
    en: 'Population by country, sex and age',
    fr: 'Population par pays, sexe et âge',
  },
  description: {
    es: 'Habitantes a mitad de año por país, sexo, grupo de edad, país de nacimiento y nacionalidad: el denominador de las tasas.',
    en: 'Inhabitants at mid-year by country, sex, age group, country of birth and citizenship: the denominator of rates.',
    fr: 'Habitants au milieu de l’année par pays, sexe, groupe d’âge, pays de naissance et nationalité : le dénominateur des taux.',
  },
  universe: {
    es: 'Personas que residen en el país el 1 de julio, según la fuente.',
    en: 'Persons who reside in the country on 1 July, by the source.',
    fr: 'Personnes résidant dans le pays au 1er juillet, selon la source.',
  },
  recordType: 'observation',
  datasets: ['population', 'synthetic-population'],
  leaveOut: [
    {
      field: 'measure',
      codes: ['births', 'deaths'],
      reason: {
        es: 'son nacimientos y defunciones, que entran en las cuentas de la población y no en ella.',
        en: 'they are births and deaths, which enter the accounts of the population and not it.',
        fr: 'ce sont des naissances et des décès, qui entrent dans les comptes de la population et non en elle.',
      },
    },
  ],
  dimensions: [
    {
      id: 'time',
      label: { es: 'Año (1 de julio)', en: 'Year (1 July)', fr: 'Année (1er juillet)' },
      kind: 'time',
      field: 'period',
    },
    {
      id: 'country',
      label: { es: 'País', en: 'Country', fr: 'Pays' },
      kind: 'area',
      field: 'ref_area',
      codeList: 'countries',
    },
    sex,
    {
      id: 'age',
      label: { es: 'Edad', en: 'Age', fr: 'Âge' },
      kind: 'age',
      field: 'age',
      levels: [
        {
          id: 'group',
          label: { es: 'Grupo de edad', en: 'Age group', fr: 'Groupe d’âge' },
          from: { kind: 'self' },
        },
        broadAgeLevel,
      ],
    },
    birthCountry,
    citizenship,
  ],
  measures: [
    {
      id: 'persons',
      label: { es: 'Habitantes', en: 'Inhabitants', fr: 'Habitants' },
      unit: { es: 'personas', en: 'persons', fr: 'personnes' },
      aggregate: 'sum',
      field: 'value',
      notAdditiveOver: ['time'],
    },
  ],
  protection: 'none',
  methodVersion: '2',
  notes: [
    {
      es: 'La población es un stock: la de varios años no se suma. Las filas repetidas de la fuente se suman tal como vienen.',
      en: 'Population is a stock: that of several years is not added. Repeated rows of the source are added as they are.',
      fr: 'La population est un effectif : celle de plusieurs années ne s’additionne pas. Les lignes répétées de la source s’additionnent telles quelles.',
    },
  ],
  opening: { rows: ['country'], columns: ['time'] },
}
