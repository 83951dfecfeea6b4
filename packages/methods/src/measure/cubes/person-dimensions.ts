import type { Text } from '../../vocabulary/index.ts'
import type { CubeDimension, DimensionLevel } from '../cube.ts'
import { broadAgeLevel, continentLevel, regionLevel } from './dimensions.ts'

/** Dimensions that the cubes of persons share, said once. */
export const reportingCountry: CubeDimension = {
  id: 'country',
  label: { es: 'País que registra', en: 'Recording country', fr: 'Pays qui enregistre' },
  kind: 'area',
  field: 'country',
  codeList: 'countries',
}

/** A country of the world, its region and its continent. */
export function countryDimension(id: string, label: Text): CubeDimension {
  const level = (of: DimensionLevel, words: Text): DimensionLevel => ({
    ...of,
    label: {
      es: `${label.es}: ${words.es}`,
      en: `${label.en}: ${words.en}`,
      fr: `${label.fr} : ${words.fr}`,
    },
  })
  return {
    id,
    label,
    kind: 'area',
    field: id,
    codeList: 'countries',
    levels: [
      { id: 'country', label, from: { kind: 'self' } },
      level(regionLevel, { es: 'región', en: 'region', fr: 'région' }),
      level(continentLevel, { es: 'continente', en: 'continent', fr: 'continent' }),
    ],
  }
}

export const citizenship = countryDimension('citizenship', {
  es: 'Nacionalidad',
  en: 'Citizenship',
  fr: 'Nationalité',
})

export const birthCountry = countryDimension('birth_country', {
  es: 'País de nacimiento',
  en: 'Country of birth',
  fr: 'Pays de naissance',
})

export const sex: CubeDimension = {
  id: 'sex',
  label: { es: 'Sexo', en: 'Sex', fr: 'Sexe' },
  kind: 'code',
  field: 'sex',
  codeList: 'sex',
}

const ageGroupLevel: DimensionLevel = {
  id: 'group',
  label: { es: 'Grupo de edad', en: 'Age group', fr: 'Groupe d’âge' },
  from: { kind: 'age-band', width: 5, openFrom: 90 },
}

export const age: CubeDimension = {
  id: 'age',
  label: { es: 'Edad', en: 'Age', fr: 'Âge' },
  kind: 'age',
  field: 'age',
  levels: [ageGroupLevel, broadAgeLevel],
}

/**
 * Ages by single year, and by the groups of children that sheets of returned migrants show.
 *
 * @see Convention on the Rights of the Child, article 1: a child is a person under 18
 */
export const ageWithChildhood: CubeDimension = {
  ...age,
  levels: [
    {
      id: 'single',
      label: { es: 'Edad simple', en: 'Single year of age', fr: 'Âge détaillé' },
      from: { kind: 'age-band', width: 1, openFrom: 90 },
    },
    ageGroupLevel,
    {
      id: 'childhood',
      label: {
        es: 'Niñez, adolescencia y edad adulta',
        en: 'Childhood, adolescence and adulthood',
        fr: 'Enfance, adolescence et âge adulte',
      },
      from: { kind: 'age-bands', starts: [0, 6, 12, 18, 60] },
    },
    {
      id: 'majority',
      label: {
        es: 'Menores y mayores de 18 años',
        en: 'Under 18, and 18 and over',
        fr: 'Moins de 18 ans, 18 ans et plus',
      },
      from: { kind: 'age-bands', starts: [0, 18] },
    },
    broadAgeLevel,
  ],
}

/** A dimension of codes whose field bears its name. */
export function coded(id: string, codeList: string, label: Text): CubeDimension {
  return { id, label, kind: 'code', field: id, codeList }
}

/** A department or province of the region. */
export function department(id: string, label: Text): CubeDimension {
  return { id, label, kind: 'area', field: id, codeList: 'departments' }
}

/** A municipality or canton, and the department that it lies in. */
export function municipality(id: string, label: Text): CubeDimension {
  return { id, label, kind: 'area', field: id, codeList: 'municipalities' }
}

/** What every cube of administrative records says of repeated ones. */
export const repeatsNote: Text = {
  es: 'Los registros repetidos se marcan con su grupo y cuentan una sola vez: cuenta el primero del grupo.',
  en: 'Repeated records are flagged with their group and counted once: the first of the group counts.',
  fr: 'Les enregistrements répétés sont signalés avec leur groupe et comptés une fois : le premier du groupe compte.',
}
