import type { Cube } from '../cube.ts'
import { modeByPost, statusByCountry } from './dependent-dimensions.ts'
import { linkedPersons, linkedPersonsNote } from './linked-measure.ts'
import { ageFromSingle, birthStatus, citizenshipStatus, daysOf } from './outcome-dimensions.ts'
import {
  birthCountry,
  citizenship,
  coded,
  countryDimension,
  reportingCountry,
  sex,
} from './person-dimensions.ts'
import { statusView } from './status-view.ts'

/** Arrivals and departures over the border posts of a country, from the records of each crossing. */
export const movements: Cube = {
  id: 'movements',
  title: {
    es: 'Entradas y salidas por puestos fronterizos',
    en: 'Arrivals and departures at border posts',
    fr: 'Entrées et sorties aux postes frontière',
  },
  description: {
    es: 'Cruces de frontera registrados por la autoridad migratoria, por día, puesto, vía, nacionalidad, país de nacimiento, condición, residencia, procedencia o destino, sexo, edad, motivo y documento.',
    en: 'Border crossings recorded by the migration authority, by day, post, mode of transport, citizenship, country of birth, status, residence, country come from or gone to, sex, age, purpose and document.',
    fr: 'Franchissements de frontière enregistrés par l’autorité migratoire, par jour, poste, mode de transport, nationalité, pays de naissance, statut, résidence, provenance ou destination, sexe, âge, motif et document.',
  },
  universe: {
    es: 'Todo cruce registrado en un puesto habilitado, de nacionales y de extranjeros, de cualquier duración. No incluye cruces por pasos no habilitados.',
    en: 'Every crossing recorded at an authorised post, of nationals and foreigners, for any length of stay. Crossings away from the posts are not included.',
    fr: 'Tout franchissement enregistré à un poste habilité, de nationaux et d’étrangers, quelle que soit la durée. Les passages hors des postes n’y sont pas.',
  },
  recordType: 'movement',
  view: statusView,
  dimensions: [
    reportingCountry,
    daysOf('crossed_on'),
    coded('direction', 'direction', { es: 'Sentido', en: 'Direction', fr: 'Sens' }),
    coded('border_post', 'border-posts', {
      es: 'Puesto fronterizo',
      en: 'Border post',
      fr: 'Poste frontière',
    }),
    coded('mode', 'mode', { es: 'Vía', en: 'Mode of transport', fr: 'Mode de transport' }),
    citizenship,
    birthCountry,
    citizenshipStatus,
    birthStatus,
    countryDimension('residence_country', {
      es: 'País de residencia',
      en: 'Country of residence',
      fr: 'Pays de résidence',
    }),
    countryDimension('counterpart_country', {
      es: 'País de procedencia o destino',
      en: 'Country come from or gone to',
      fr: 'Pays de provenance ou de destination',
    }),
    sex,
    ageFromSingle,
    coded('purpose', 'purpose', { es: 'Motivo', en: 'Purpose', fr: 'Motif' }),
    coded('document_type', 'document-types', {
      es: 'Tipo de documento',
      en: 'Type of travel document',
      fr: 'Type de document de voyage',
    }),
  ],
  dependencies: [...statusByCountry, modeByPost],
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
    linkedPersons,
  ],
  protection: 'perturbed',
  methodVersion: '3',
  notes: [
    linkedPersonsNote({ es: 'Cruces', en: 'Crossings', fr: 'Franchissements' }),
    {
      es: 'Los registros de una persona en un mismo sentido, con 30 minutos o menos entre uno y otro, o en un mismo día si no consta la hora, son un cruce: se marcan con su grupo y cuenta el primero. También si vienen en dos archivos.',
      en: 'Records of one person in one direction, 30 minutes apart or less, or on one day where no time is known, are one crossing: they are flagged with their group, and the first counts. So too where they come in two files.',
      fr: 'Les enregistrements d’une personne dans un même sens, à 30 minutes d’intervalle au plus, ou le même jour si l’heure est inconnue, sont un seul franchissement : ils sont signalés avec leur groupe et le premier compte. De même s’ils viennent de deux fichiers.',
    },
  ],
  opening: { rows: ['country', 'direction'], columns: ['time.year'] },
}
