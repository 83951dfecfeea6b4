import { getRecordType } from '../collect/index.ts'
import type { Text } from '../vocabulary/index.ts'
import type { Cube, CubeDimension } from './cube.ts'

/** What every figure of persons is wanted by, with the fields of records that tell it. */
export interface WantedBreakdown {
  readonly id: string
  readonly label: Text
  readonly fields: readonly string[]
}

/**
 * The breakdowns that figures of migration are wanted by.
 *
 * @see United Nations (2021), Conceptual frameworks and concepts and definitions on international
 *   migration, core variables; UN DESA (2020), Migration data disaggregation: guidance
 */
export const wantedBreakdowns: readonly WantedBreakdown[] = [
  {
    id: 'period',
    label: { es: 'Período', en: 'Period', fr: 'Période' },
    fields: [
      'crossed_on',
      'recorded_on',
      'started_on',
      'returned_on',
      'occurred_on',
      'month',
      'period',
      'event_on',
      'happened',
      'reference_on',
      'release_on',
    ],
  },
  { id: 'sex', label: { es: 'Sexo', en: 'Sex', fr: 'Sexe' }, fields: ['sex'] },
  { id: 'age', label: { es: 'Edad', en: 'Age', fr: 'Âge' }, fields: ['age', 'age_then'] },
  {
    id: 'citizenship',
    label: { es: 'Nacionalidad', en: 'Citizenship', fr: 'Nationalité' },
    fields: ['citizenship'],
  },
  {
    id: 'birth-country',
    label: { es: 'País de nacimiento', en: 'Country of birth', fr: 'Pays de naissance' },
    fields: ['birth_country'],
  },
  {
    id: 'status',
    label: { es: 'Condición migratoria', en: 'Migratory status', fr: 'Statut migratoire' },
    fields: ['citizenship_status', 'birth_status', 'migratory_status', 'residence_state'],
  },
  {
    id: 'purpose',
    label: { es: 'Motivo', en: 'Purpose', fr: 'Motif' },
    fields: ['purpose', 'motive', 'cause'],
  },
  {
    id: 'place',
    label: {
      es: 'Lugar dentro del país',
      en: 'Place within the country',
      fr: 'Lieu dans le pays',
    },
    fields: [
      'border_post',
      'department',
      'municipality',
      'origin_department',
      'origin_municipality',
      'destination_department',
      'destination_municipality',
      'route',
      'region',
    ],
  },
]

/** Where a cube stands with a breakdown: the dimensions that have it, or why none has. */
export type BreakdownFound =
  | { readonly kind: 'dimensions'; readonly dimensions: readonly CubeDimension[] }
  /** The record has the field and the cube has no use for it. */
  | { readonly kind: 'no-sense'; readonly reason: Text }
  /** The record has no such field, or the source of the figures leaves it empty. */
  | { readonly kind: 'not-recorded' }

const victims: Text = {
  es: 'el registro es de un incidente, no de una persona: mujeres, hombres y niños son medidas',
  en: 'the record is of an incident, not of a person: women, men and children are measures',
  fr: 'l’enregistrement est celui d’un incident, non d’une personne : femmes, hommes et enfants sont des mesures',
}

const lastCrossing: Text = {
  es: 'se sabe de cada cruce, no de la residencia',
  en: 'known of each crossing, not of the residence',
  fr: 'connu de chaque franchissement, non de la résidence',
}

const noSense: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  'resident-stocks': { purpose: lastCrossing, place: lastCrossing },
  incidents: { sex: victims, age: victims },
  'missing-migrants': { sex: victims, age: victims },
}

/**
 * Where a cube stands with a breakdown.
 *
 * @example findBreakdown(findCube('movements'), wantedBreakdowns[1]).kind // => 'dimensions'
 * @example findBreakdown(findCube('incidents'), wantedBreakdowns[3]).kind // => 'not-recorded'
 */
export function findBreakdown(cube: Cube, { id, fields }: WantedBreakdown): BreakdownFound {
  const dimensions = cube.dimensions.filter(({ field, orElse }) =>
    [field, orElse].some((each) => each !== undefined && fields.includes(each)),
  )
  if (dimensions.length > 0) return { kind: 'dimensions', dimensions }
  const reason = noSense[cube.id]?.[id]
  return reason ? { kind: 'no-sense', reason } : { kind: 'not-recorded' }
}

/**
 * Whether the records of a cube have a field of the breakdown. Observations and estimates have room
 * for all, and hold what their source gives.
 */
export function isRecorded(cube: Cube, { fields }: WantedBreakdown): boolean {
  return getRecordType(cube.recordType).fields.some(({ id }) => fields.includes(id))
}
