import type { CubeDimension, DimensionLevel } from '../cube.ts'
import { monthLevel, quarterLevel, yearLevel } from './dimensions.ts'
import { age, ageWithChildhood, coded } from './person-dimensions.ts'

const dayLevel: DimensionLevel = {
  id: 'day',
  label: { es: 'Día', en: 'Day', fr: 'Jour' },
  from: { kind: 'self' },
}

/** Time from the day to the year. */
export function daysOf(field: string): CubeDimension {
  return {
    id: 'time',
    label: { es: 'Tiempo', en: 'Time', fr: 'Temps' },
    kind: 'time',
    field,
    levels: [dayLevel, monthLevel, quarterLevel, yearLevel],
  }
}

/** Ages from single years to broad groups. */
export const ageFromSingle: CubeDimension = {
  ...age,
  levels: ageWithChildhood.levels!,
}

/** Migratory status at the least: by birth and by citizenship. @see UN DESA (2020), Migration data disaggregation: guidance */
export const birthStatus = coded('birth_status', 'birth-status', {
  es: 'Nacida en el país o fuera',
  en: 'Native-born or foreign-born',
  fr: 'Née dans le pays ou à l’étranger',
})

export const citizenshipStatus = coded('citizenship_status', 'citizenship-status', {
  es: 'Nacional o extranjera',
  en: 'National or foreign',
  fr: 'Nationale ou étrangère',
})

/** SQL of both, for views. */
export const statusColumns = `
  case when birth_country is null then null when birth_country = country then 'native-born' else 'foreign-born' end as birth_status,
  case when citizenship is null then null when citizenship = country then 'national' else 'foreign' end as citizenship_status`

export const statusFields = [
  { id: 'birth_status', type: 'code' },
  { id: 'citizenship_status', type: 'code' },
] as const
