import type { Cube } from '../cube.ts'
import { continentLevel, regionLevel } from './dimensions.ts'
import { ageFromSingle, daysOf } from './outcome-dimensions.ts'
import { birthCountry, countryDimension, sex } from './person-dimensions.ts'

/** Arrivals and departures over the border posts of a country, from the records of each crossing. */
export const movements: Cube = {
  id: 'movements',
  title: {
    es: 'Entradas y salidas por puestos fronterizos',
    en: 'Arrivals and departures at border posts',
    fr: 'Entrées et sorties aux postes frontière',
  },
  description: {
    es: 'Cruces de frontera registrados por la autoridad migratoria, por día, puesto, vía, nacionalidad, país de nacimiento, procedencia o destino, sexo, edad y motivo.',
    en: 'Border crossings recorded by the migration authority, by day, post, mode of transport, citizenship, country of birth, country come from or gone to, sex, age and purpose.',
    fr: 'Franchissements de frontière enregistrés par l’autorité migratoire, par jour, poste, mode de transport, nationalité, pays de naissance, provenance ou destination, sexe, âge et motif.',
  },
  universe: {
    es: 'Todo cruce registrado en un puesto habilitado, de nacionales y de extranjeros, de cualquier duración. No incluye cruces por pasos no habilitados.',
    en: 'Every crossing recorded at an authorised post, of nationals and foreigners, for any length of stay. Crossings away from the posts are not included.',
    fr: 'Tout franchissement enregistré à un poste habilité, de nationaux et d’étrangers, quelle que soit la durée. Les passages hors des postes n’y sont pas.',
  },
  recordType: 'movement',
  dimensions: [
    {
      id: 'country',
      label: { es: 'País que registra', en: 'Recording country', fr: 'Pays qui enregistre' },
      kind: 'area',
      field: 'country',
      codeList: 'countries',
    },
    daysOf('crossed_on'),
    {
      id: 'direction',
      label: { es: 'Sentido', en: 'Direction', fr: 'Sens' },
      kind: 'code',
      field: 'direction',
      codeList: 'direction',
    },
    {
      id: 'border_post',
      label: { es: 'Puesto fronterizo', en: 'Border post', fr: 'Poste frontière' },
      kind: 'code',
      field: 'border_post',
      codeList: 'border-posts',
    },
    {
      id: 'mode',
      label: { es: 'Vía', en: 'Mode of transport', fr: 'Mode de transport' },
      kind: 'code',
      field: 'mode',
      codeList: 'mode',
    },
    {
      id: 'citizenship',
      label: { es: 'Nacionalidad', en: 'Citizenship', fr: 'Nationalité' },
      kind: 'area',
      field: 'citizenship',
      codeList: 'countries',
      levels: [
        {
          id: 'country',
          label: {
            es: 'País de nacionalidad',
            en: 'Country of citizenship',
            fr: 'Pays de nationalité',
          },
          from: { kind: 'self' },
        },
        {
          ...regionLevel,
          label: {
            es: 'Región de nacionalidad (ONU)',
            en: 'Region of citizenship (UN)',
            fr: 'Région de nationalité (ONU)',
          },
        },
        {
          ...continentLevel,
          label: {
            es: 'Continente de nacionalidad',
            en: 'Continent of citizenship',
            fr: 'Continent de nationalité',
          },
        },
      ],
    },
    birthCountry,
    countryDimension('counterpart_country', {
      es: 'País de procedencia o destino',
      en: 'Country come from or gone to',
      fr: 'Pays de provenance ou de destination',
    }),
    sex,
    ageFromSingle,
    {
      id: 'purpose',
      label: { es: 'Motivo', en: 'Purpose', fr: 'Motif' },
      kind: 'code',
      field: 'purpose',
      codeList: 'purpose',
    },
  ],
  measures: [
    {
      id: 'crossings',
      label: { es: 'Cruces', en: 'Crossings', fr: 'Franchissements' },
      unit: {
        es: 'cruces: hechos, no personas',
        en: 'crossings: events, not persons',
        fr: 'franchissements : événements, non personnes',
      },
      aggregate: 'count',
    },
  ],
  protection: 'perturbed',
  methodVersion: '2',
  notes: [
    {
      es: 'Se cuentan cruces, no personas: quien cruza dos veces cuenta dos veces.',
      en: 'Crossings are counted, not persons: who crosses twice counts twice.',
      fr: 'On compte des franchissements, non des personnes : qui passe deux fois compte deux fois.',
    },
    {
      es: 'Los registros de una persona en un mismo sentido, con 30 minutos o menos entre uno y otro, o en un mismo día si no consta la hora, son un cruce: se marcan con su grupo y cuenta el primero. También si vienen en dos archivos.',
      en: 'Records of one person in one direction, 30 minutes apart or less, or on one day where no time is known, are one crossing: they are flagged with their group, and the first counts. So too where they come in two files.',
      fr: 'Les enregistrements d’une personne dans un même sens, à 30 minutes d’intervalle au plus, ou le même jour si l’heure est inconnue, sont un seul franchissement : ils sont signalés avec leur groupe et le premier compte. De même s’ils viennent de deux fichiers.',
    },
  ],
  opening: { rows: ['country', 'direction'], columns: ['time.year'] },
}
