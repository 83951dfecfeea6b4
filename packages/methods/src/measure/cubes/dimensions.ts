import type { DimensionLevel } from '../cube.ts'

/** Levels that several cubes share, said once so that the same word means the same everywhere. */
export const yearLevel: DimensionLevel = {
  id: 'year',
  label: { es: 'Año', en: 'Year', fr: 'Année' },
  from: { kind: 'year' },
}

export const quarterLevel: DimensionLevel = {
  id: 'quarter',
  label: { es: 'Trimestre', en: 'Quarter', fr: 'Trimestre' },
  from: { kind: 'quarter' },
}

export const monthLevel: DimensionLevel = {
  id: 'month',
  label: { es: 'Mes', en: 'Month', fr: 'Mois' },
  from: { kind: 'month' },
}

/** Subregions and continents of the United Nations. @see UN M49 */
export const regionLevel: DimensionLevel = {
  id: 'region',
  label: { es: 'Región (ONU)', en: 'Region (UN)', fr: 'Région (ONU)' },
  codeList: 'regions',
  from: { kind: 'parent', steps: 1 },
}

export const continentLevel: DimensionLevel = {
  id: 'continent',
  label: { es: 'Continente', en: 'Continent', fr: 'Continent' },
  codeList: 'regions',
  from: { kind: 'parent', steps: 2 },
}

/** Children, youth, adults of working age, older persons. @see UN (1982), Provisional guidelines on standard international age classifications */
export const broadAgeLevel: DimensionLevel = {
  id: 'broad',
  label: { es: 'Gran grupo de edad', en: 'Broad age group', fr: 'Grand groupe d’âge' },
  from: { kind: 'age-bands', starts: [0, 15, 25, 65] },
}
