import { findCube } from '../../measure/index.ts'
import type { Text } from '../../vocabulary/index.ts'
import type { CubeFigures } from './figures-of-cube.ts'
import { protectedFigures } from './protected-figures.ts'

const total = { fixed: '_T' } as const
const notApplicable = { fixed: '_Z' } as const

/** Incidents, whoever gathered them. */
const incidentFigures: Omit<CubeFigures, 'cube' | 'dataflow'> = {
  structure: 'INCIDENTS',
  dimensions: {
    REF_AREA: { cube: 'country', total: true },
    INCIDENT_REGION: { cube: 'region', total: true },
    ROUTE: { cube: 'route', total: true },
    CAUSE: { cube: 'cause', total: true },
  },
  measures: [
    { code: 'DEAD_AND_MISSING', measure: 'dead_and_missing', unit: 'PS' },
    { code: 'DEAD', measure: 'dead', unit: 'PS' },
    { code: 'MISSING', measure: 'missing', unit: 'PS' },
    { code: 'SURVIVORS', measure: 'survivors', unit: 'PS' },
    { code: 'DEAD_AND_MISSING_F', measure: 'women', unit: 'PS' },
    { code: 'DEAD_AND_MISSING_M', measure: 'men', unit: 'PS' },
    { code: 'DEAD_AND_MISSING_CH', measure: 'children', unit: 'PS' },
    { code: 'INCIDENTS', measure: 'incidents', unit: 'EVENTS' },
  ],
  timeLevels: [
    { level: 'time', frequency: 'M' },
    { level: 'quarter', frequency: 'Q' },
    { level: 'year', frequency: 'A' },
  ],
  cuts: 'every',
  topic: 'INCIDENTS',
}

/**
 * The figures of every cube in the terms of the regional structure, one entry a cube. A stock has
 * no purpose and no duration (`_Z`); what a source does not break down is the total (`_T`).
 */
export const cubeFigures: readonly CubeFigures[] = [
  {
    cube: 'un-migrant-stock',
    dataflow: 'UN_MIGRANT_STOCK',
    structure: 'MIGRATION',
    dimensions: {
      REF_AREA: { cube: 'destination', total: true, levels: ['region', 'continent'] },
      COUNTERPART_AREA: { cube: 'origin', total: true, levels: ['region', 'continent'] },
      CITIZENSHIP: total,
      BIRTH_PLACE: total,
      SEX: total,
      AGE: total,
      PURPOSE: notApplicable,
      DURATION: notApplicable,
      MODE_TRANSPORT: notApplicable,
    },
    measures: [{ code: 'MIGRANT_STOCK', measure: 'stock', unit: 'PS' }],
    timeLevels: [{ level: 'time', frequency: 'A' }],
    cuts: 'every',
    topic: 'STOCKS',
  },
  {
    cube: 'nz-plt-migration',
    dataflow: 'NZ_PLT_MIGRATION',
    structure: 'MIGRATION',
    dimensions: {
      REF_AREA: { cube: 'region', total: true },
      COUNTERPART_AREA: total,
      CITIZENSHIP: { cube: 'citizenship', total: true },
      BIRTH_PLACE: total,
      SEX: { cube: 'sex', total: true },
      AGE: { cube: 'age', total: true },
      PURPOSE: total,
      DURATION: { fixed: 'long-term' },
      MODE_TRANSPORT: total,
    },
    flowDimension: 'direction',
    measures: [
      { code: 'MIGRATION_IN', measure: 'migrants', flow: 'arrival', unit: 'PS' },
      { code: 'MIGRATION_OUT', measure: 'migrants', flow: 'departure', unit: 'PS' },
    ],
    timeLevels: [{ level: 'time', frequency: 'A' }],
    cuts: 'every',
    topic: 'FLOWS',
  },
  {
    cube: 'banxico-remittances',
    dataflow: 'BANXICO_REMITTANCES',
    structure: 'MIGRATION',
    dimensions: {
      REF_AREA: { fixed: 'MEX' },
      COUNTERPART_AREA: { cube: 'country', total: true, levels: ['region', 'continent'] },
      CITIZENSHIP: notApplicable,
      BIRTH_PLACE: notApplicable,
      SEX: notApplicable,
      AGE: notApplicable,
      PURPOSE: notApplicable,
      DURATION: notApplicable,
      MODE_TRANSPORT: notApplicable,
    },
    flowDimension: 'flow',
    measures: [
      { code: 'REMIT_RECEIVED', measure: 'amount', flow: 'remittances-received', unit: 'USD' },
      { code: 'REMIT_SENT', measure: 'amount', flow: 'remittances-sent', unit: 'USD' },
    ],
    timeLevels: [
      { level: 'time', frequency: 'Q' },
      { level: 'year', frequency: 'A' },
    ],
    cuts: 'every',
    topic: 'REMITTANCES',
  },
  {
    cube: 'movements',
    dataflow: 'MOVEMENTS',
    structure: 'BORDER_MOVEMENTS',
    dimensions: {
      REF_AREA: { cube: 'country', total: false },
      CITIZENSHIP: { cube: 'citizenship', total: true },
      SEX: { cube: 'sex', total: true },
      AGE: { cube: 'age', finest: 'group', total: true },
      PURPOSE: { cube: 'purpose', total: true },
      MODE_TRANSPORT: { cube: 'mode', total: true },
      BORDER_POST: { cube: 'border_post', total: true },
    },
    flowDimension: 'direction',
    measures: [
      { code: 'BORDER_ARRIVALS', measure: 'crossings', flow: 'arrival', unit: 'EVENTS' },
      { code: 'BORDER_DEPARTURES', measure: 'crossings', flow: 'departure', unit: 'EVENTS' },
    ],
    timeLevels: [
      { level: 'month', frequency: 'M' },
      { level: 'quarter', frequency: 'Q' },
      { level: 'year', frequency: 'A' },
    ],
    cuts: [
      [],
      ['SEX'],
      ['AGE'],
      ['SEX', 'AGE'],
      ['CITIZENSHIP'],
      ['CITIZENSHIP', 'SEX'],
      ['CITIZENSHIP', 'PURPOSE'],
      ['CITIZENSHIP', 'MODE_TRANSPORT'],
      ['PURPOSE'],
      ['MODE_TRANSPORT'],
      ['PURPOSE', 'MODE_TRANSPORT'],
      ['MODE_TRANSPORT', 'BORDER_POST'],
      ['BORDER_POST'],
    ],
    topic: 'MOVEMENTS',
  },
  { cube: 'missing-migrants', dataflow: 'MISSING_MIGRANTS', ...incidentFigures },
  { cube: 'incidents', dataflow: 'INCIDENTS', ...incidentFigures },
  {
    cube: 'population',
    dataflow: 'POPULATION',
    structure: 'MIGRATION',
    dimensions: {
      REF_AREA: { cube: 'country', total: false },
      COUNTERPART_AREA: total,
      CITIZENSHIP: { cube: 'citizenship', total: true },
      BIRTH_PLACE: { cube: 'birth_country', total: true },
      SEX: { cube: 'sex', total: true },
      AGE: { cube: 'age', total: true },
      PURPOSE: notApplicable,
      DURATION: notApplicable,
      MODE_TRANSPORT: notApplicable,
    },
    measures: [{ code: 'POPULATION', measure: 'persons', unit: 'PS' }],
    timeLevels: [{ level: 'time', frequency: 'A' }],
    cuts: 'every',
    topic: 'STOCKS',
  },
  ...protectedFigures,
]

/** The figures of a cube; undefined where the cube has no place in the exchange. */
export function findCubeFigures(cube: string): CubeFigures | undefined {
  return cubeFigures.find((each) => each.cube === cube)
}

/** What each data structure is called. */
export const structureNames: Readonly<
  Record<string, { readonly name: Text; readonly description: Text }>
> = {
  MIGRATION: {
    name: {
      es: 'Migración: estructura regional',
      en: 'Migration: regional structure',
      fr: 'Migration : structure régionale',
    },
    description: {
      es: 'Una estructura para stocks, flujos y remesas, que se traduce sin pérdida a las de la OCDE, Eurostat y los ODS.',
      en: 'One structure for stocks, flows and remittances, which maps without loss to those of the OECD, Eurostat and the SDGs.',
      fr: 'Une structure pour effectifs, flux et envois de fonds, qui se traduit sans perte vers celles de l’OCDE, d’Eurostat et des ODD.',
    },
  },
  BORDER_MOVEMENTS: {
    name: {
      es: 'Movimientos en puestos fronterizos',
      en: 'Movements at border posts',
      fr: 'Mouvements aux postes frontière',
    },
    description: {
      es: 'Las dimensiones regionales que un cruce tiene, y el puesto fronterizo.',
      en: 'The regional dimensions that a crossing has, and the border post.',
      fr: 'Les dimensions régionales d’un franchissement, et le poste frontière.',
    },
  },
  ...Object.fromEntries(
    protectedFigures.map(({ cube: id, structure }) => {
      const { title, description } = findCube(id)!
      return [structure, { name: title, description }]
    }),
  ),
  INCIDENTS: {
    name: {
      es: 'Incidentes durante la migración',
      en: 'Incidents during migration',
      fr: 'Incidents au cours de la migration',
    },
    description: {
      es: 'El país donde se produjo un incidente, su región, su ruta y su causa.',
      en: 'The country where an incident happened, its region, route and cause.',
      fr: 'Le pays où un incident s’est produit, sa région, sa route et sa cause.',
    },
  },
}

/** Topics by which figures are found. */
export const topics: readonly { readonly id: string; readonly name: Text }[] = [
  {
    id: 'STOCKS',
    name: { es: 'Población migrante', en: 'Migrant stock', fr: 'Stock de migrants' },
  },
  {
    id: 'FLOWS',
    name: { es: 'Flujos migratorios', en: 'Migration flows', fr: 'Flux migratoires' },
  },
  {
    id: 'MOVEMENTS',
    name: {
      es: 'Movimientos de frontera',
      en: 'Border movements',
      fr: 'Mouvements aux frontières',
    },
  },
  {
    id: 'PERMITS',
    name: {
      es: 'Visas, permisos y residencias',
      en: 'Visas, permits and residences',
      fr: 'Visas, titres et séjours',
    },
  },
  { id: 'RETURNS', name: { es: 'Retornos', en: 'Returns', fr: 'Retours' } },
  { id: 'INDICATORS', name: { es: 'Indicadores', en: 'Indicators', fr: 'Indicateurs' } },
  { id: 'REMITTANCES', name: { es: 'Remesas', en: 'Remittances', fr: 'Envois de fonds' } },
  {
    id: 'INCIDENTS',
    name: {
      es: 'Muertes y desapariciones',
      en: 'Deaths and disappearances',
      fr: 'Décès et disparitions',
    },
  },
]
