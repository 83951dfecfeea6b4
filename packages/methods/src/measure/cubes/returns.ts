import type { Cube } from '../cube.ts'
import { departmentOf, modeByPost, statusByCountry } from './dependent-dimensions.ts'
import { linkedPersons, linkedPersonsNote } from './linked-measure.ts'
import { ageFromSingle, birthStatus, citizenshipStatus, daysOf } from './outcome-dimensions.ts'
import {
  birthCountry,
  citizenship,
  coded,
  countryDimension,
  department,
  municipality,
  repeatsNote,
  reportingCountry,
  sex,
} from './person-dimensions.ts'
import { statusView } from './status-view.ts'

/** Returned migrants, with every breakdown of the monthly sheets of reception centres. */
export const returns: Cube = {
  id: 'returns',
  title: {
    es: 'Personas migrantes retornadas',
    en: 'Returned migrants',
    fr: 'Personnes migrantes de retour',
  },
  description: {
    es: 'Retornos recibidos, por día, tipo, medio, país de procedencia, sexo, edad, acompañamiento, departamento de origen y de destino, motivo y necesidad.',
    en: 'Returns received, by day, type, means, country returned from, sex, age, accompaniment, department of origin and of destination, motive and need.',
    fr: 'Retours accueillis, par jour, type, moyen, pays de provenance, sexe, âge, accompagnement, département d’origine et de destination, motif et besoin.',
  },
  universe: {
    es: 'Toda persona que un centro de recepción registró al volver a su país, por la fuerza o por voluntad propia. No incluye a quien volvió sin pasar por un centro.',
    en: 'Every person whom a reception centre recorded on return to the own country, by force or by choice. Who came back without passing a centre is not included.',
    fr: 'Toute personne enregistrée par un centre d’accueil à son retour au pays, de force ou de son gré. Qui est revenu sans passer par un centre n’y est pas.',
  },
  recordType: 'return',
  view: statusView,
  dimensions: [
    reportingCountry,
    daysOf('returned_on'),
    coded('return_type', 'return-types', {
      es: 'Tipo de retorno',
      en: 'Type of return',
      fr: 'Type de retour',
    }),
    coded('return_means', 'return-means', {
      es: 'Medio de retorno',
      en: 'Means of return',
      fr: 'Moyen de retour',
    }),
    coded('mode', 'mode', { es: 'Vía', en: 'Mode of transport', fr: 'Mode de transport' }),
    coded('border_post', 'border-posts', {
      es: 'Puesto de ingreso',
      en: 'Post of entry',
      fr: 'Poste d’entrée',
    }),
    countryDimension('counterpart_country', {
      es: 'País de procedencia',
      en: 'Country returned from',
      fr: 'Pays de provenance',
    }),
    citizenship,
    birthCountry,
    citizenshipStatus,
    birthStatus,
    sex,
    ageFromSingle,
    coded('accompaniment', 'accompaniment', {
      es: 'Acompañamiento',
      en: 'Accompaniment',
      fr: 'Accompagnement',
    }),
    department('origin_department', {
      es: 'Departamento de origen',
      en: 'Department of origin',
      fr: 'Département d’origine',
    }),
    municipality('origin_municipality', {
      es: 'Municipio de origen',
      en: 'Municipality of origin',
      fr: 'Municipalité d’origine',
    }),
    department('destination_department', {
      es: 'Departamento de destino',
      en: 'Department of destination',
      fr: 'Département de destination',
    }),
    municipality('destination_municipality', {
      es: 'Municipio de destino',
      en: 'Municipality of destination',
      fr: 'Municipalité de destination',
    }),
    countryDimension('intended_country', {
      es: 'País al que quería llegar',
      en: 'Intended country of destination',
      fr: 'Pays de destination envisagé',
    }),
    coded('motive', 'migration-motives', {
      es: 'Motivo de la migración',
      en: 'Motive of migration',
      fr: 'Motif de la migration',
    }),
    coded('need', 'return-needs', {
      es: 'Necesidad principal',
      en: 'Main need',
      fr: 'Besoin principal',
    }),
    coded('education', 'education-levels', {
      es: 'Nivel educativo',
      en: 'Educational attainment',
      fr: 'Niveau d’instruction',
    }),
    coded('marital_status', 'marital-status', {
      es: 'Estado conyugal',
      en: 'Marital status',
      fr: 'État matrimonial',
    }),
    coded('occupation', 'occupations', { es: 'Ocupación', en: 'Occupation', fr: 'Profession' }),
  ],
  dependencies: [
    ...statusByCountry,
    modeByPost,
    ['return_means', 'mode'],
    departmentOf('origin_department', 'origin_municipality'),
    departmentOf('destination_department', 'destination_municipality'),
  ],
  measures: [
    {
      id: 'returns',
      label: { es: 'Retornos', en: 'Returns', fr: 'Retours' },
      unit: {
        es: 'retornos: hechos, no personas',
        en: 'returns: events, not persons',
        fr: 'retours : événements, non personnes',
      },
      aggregate: 'count',
    },
    {
      id: 'previous_returns',
      label: {
        es: 'Retornos anteriores de esas personas',
        en: 'Previous returns of these persons',
        fr: 'Retours antérieurs de ces personnes',
      },
      unit: { es: 'retornos', en: 'returns', fr: 'retours' },
      aggregate: 'sum',
      field: 'previous_returns',
      absent: 'zero',
    },
    linkedPersons,
  ],
  protection: 'perturbed',
  methodVersion: '3',
  notes: [repeatsNote, linkedPersonsNote({ es: 'Retornos', en: 'Returns', fr: 'Retours' })],
  opening: { rows: ['country', 'return_type'], columns: ['time.year'] },
}
