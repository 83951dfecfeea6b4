import { z } from 'zod'
import {
  calculations,
  codesAnswerSchema,
  cubeAnswerSchema,
  cubeListAnswerSchema,
  provenanceAnswerSchema,
  revisionsAnswerSchema,
  searchAnswerSchema,
  tableAnswerSchema,
  tableSorts,
} from '@caudal/methods/publish'
import { languages, type Text } from '@caudal/methods/vocabulary'
import { downloadFormats } from './table-download.ts'

/** One operation of the interface: what it takes and what it answers, declared once. */
export interface ApiOperation {
  readonly id: string
  /** Path as Fastify writes it: `/api/cubes/:id`. */
  readonly path: string
  readonly summary: Text
  readonly parameters: z.ZodObject
  readonly query: z.ZodObject
  readonly answer: z.ZodType
  /** Other media types of the same answer. */
  readonly files?: Readonly<Record<string, string>>
}

const language = z
  .enum(languages)
  .optional()
  .describe('Language of labels and notes; without it, by Accept-Language, else Spanish')

const cubeId = z.string().max(100).describe('Id of a cube, from /api/cubes')

export const listCubesOperation = {
  id: 'listCubes',
  path: '/api/cubes',
  summary: {
    es: 'Los cubos de este nodo, con su estado, dimensiones y medidas',
    en: 'The cubes of this node, with their state, dimensions and measures',
    fr: 'Les cubes de ce nœud, avec leur état, leurs dimensions et leurs mesures',
  },
  parameters: z.object({}),
  query: z.strictObject({ language }),
  answer: cubeListAnswerSchema,
} as const satisfies ApiOperation

export const getCubeOperation = {
  id: 'getCube',
  path: '/api/cubes/:id',
  summary: { es: 'Un cubo', en: 'One cube', fr: 'Un cube' },
  parameters: z.object({ id: cubeId }),
  query: z.strictObject({ language }),
  answer: cubeAnswerSchema,
} as const satisfies ApiOperation

export const listCodesOperation = {
  id: 'listCodes',
  path: '/api/cubes/:id/dimensions/:dimension/codes',
  summary: {
    es: 'Los códigos que aparecen en una dimensión, con sus nombres',
    en: 'The codes that occur in a dimension, with their labels',
    fr: 'Les codes présents dans une dimension, avec leurs libellés',
  },
  parameters: z.object({
    id: cubeId,
    dimension: z.string().max(100).describe('A dimension, or a level of it: time.year'),
  }),
  query: z.strictObject({
    language,
    search: z
      .string()
      .max(200)
      .optional()
      .describe('Part of a label, a code or another spelling; accents and capitals aside'),
    limit: z.coerce.number().int().min(1).max(10_000).default(1000),
  }),
  answer: codesAnswerSchema,
} as const satisfies ApiOperation

export const getProvenanceOperation = {
  id: 'getProvenance',
  path: '/api/cubes/:id/provenance',
  summary: {
    es: 'De dónde salen las cifras de un cubo: definición, lotes, calidad, protección',
    en: 'Where the figures of a cube come from: definition, batches, quality, protection',
    fr: 'D’où viennent les chiffres d’un cube : définition, lots, qualité, protection',
  },
  parameters: z.object({ id: cubeId }),
  query: z.strictObject({ language }),
  answer: provenanceAnswerSchema,
} as const satisfies ApiOperation

export const getRevisionsOperation = {
  id: 'getRevisions',
  path: '/api/cubes/:id/revisions',
  summary: {
    es: 'Lo que las publicaciones han mostrado de una cifra, una tras otra',
    en: 'What releases have shown of one figure, one after the other',
    fr: 'Ce que les publications ont montré d’un chiffre, l’une après l’autre',
  },
  parameters: z.object({ id: cubeId }),
  query: z.strictObject({
    language,
    where: z
      .string()
      .max(2000)
      .default('')
      .describe('The codes of the figure, one a condition: country:SLV;time.year:2020'),
  }),
  answer: revisionsAnswerSchema,
} as const satisfies ApiOperation

export const searchOperation = {
  id: 'search',
  path: '/api/search',
  summary: {
    es: 'Buscar en todos los cubos, sus medidas, variables y códigos, y en las páginas',
    en: 'Search all cubes, their measures, variables and codes, and the pages',
    fr: 'Chercher dans tous les cubes, leurs mesures, variables et codes, et dans les pages',
  },
  parameters: z.object({}),
  query: z.strictObject({
    language,
    query: z
      .string()
      .max(200)
      .describe('Words in Spanish, English or French; accents, capitals and a slip are forgiven'),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: searchAnswerSchema,
} as const satisfies ApiOperation

export const getTableOperation = {
  id: 'getTable',
  path: '/api/cubes/:id/table',
  summary: {
    es: 'Una tabla cruzada con sus totales, para leer o descargar',
    en: 'A cross-tabulation with its margins, to read or to download',
    fr: 'Un tableau croisé avec ses totaux, à lire ou à télécharger',
  },
  parameters: z.object({ id: cubeId }),
  query: z.strictObject({
    rows: z
      .string()
      .optional()
      .describe('Dimensions of the rows, from the outer to the inner: citizenship,sex'),
    columns: z.string().optional().describe('Dimensions of the columns: time.year'),
    where: z
      .string()
      .optional()
      .describe(
        'Conditions parted by semicolons: country:SLV,GTM;time.year:2018..2020 or time.year:latest3',
      ),
    measure: z.string().optional().describe('A measure; without it the first of the cube'),
    show: z
      .string()
      .optional()
      .describe(
        `What is shown of the measure: ${calculations.join(', ')}, or a rate that the cube declares (rate-incidents); without it the figures themselves`,
      ),
    sort: z
      .enum(tableSorts)
      .optional()
      .describe('Order of the rows; last: by what the last column shows; a minus: descending'),
    top: z
      .string()
      .regex(/^[1-9]\d{0,5}$/)
      .optional()
      .describe('Keeps so many rows by their total and sums the others'),
    language,
    format: z.enum(downloadFormats).default('json'),
    layout: z
      .enum(['data', 'crosstab'])
      .default('data')
      .describe('Of csv: one line per cell, or as shown'),
  }),
  answer: tableAnswerSchema,
  files: {
    'text/csv': 'UTF-8 with a byte order mark, so that spreadsheets read it right; RFC 4180',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
      'Three sheets: the table, its cells as data, its source and notes',
    'application/vnd.apache.parquet': 'The cells as data',
  },
} as const satisfies ApiOperation

export const describeOperation = {
  id: 'describeInterface',
  path: '/api/openapi.json',
  summary: {
    es: 'Esta descripción de la interfaz',
    en: 'This description of the interface',
    fr: 'Cette description de l’interface',
  },
  parameters: z.object({}),
  query: z.strictObject({ language }),
  answer: z
    .looseObject({ openapi: z.string(), info: z.looseObject({ title: z.string() }) })
    .meta({ id: 'InterfaceDescription' }),
} as const satisfies ApiOperation

export const listBoundariesOperation = {
  id: 'listBoundaries',
  path: '/api/boundaries',
  summary: {
    es: 'Los conjuntos de límites que el nodo ha recibido',
    en: 'The boundary sets that the node has taken in',
    fr: 'Les jeux de limites que le nœud a reçus',
  },
  parameters: z.object({}),
  query: z.object({
    codes: z.string().max(2000).optional().describe('Codes of areas, parted by commas'),
  }),
  answer: z.looseObject({ sets: z.array(z.unknown()) }).meta({ id: 'BoundarySets' }),
} as const satisfies ApiOperation

export const getBoundariesOperation = {
  id: 'getBoundaries',
  path: '/api/boundaries/:id',
  summary: {
    es: 'Un conjunto de límites, como TopoJSON',
    en: 'One boundary set, as TopoJSON',
    fr: 'Un jeu de limites, en TopoJSON',
  },
  parameters: z.object({ id: z.string().max(200) }),
  query: z.object({}),
  answer: z.looseObject({ type: z.literal('Topology') }).meta({ id: 'Topology' }),
} as const satisfies ApiOperation

/** Every operation of the interface, in the order in which it is described. */
export const apiOperations: readonly ApiOperation[] = [
  listCubesOperation,
  getCubeOperation,
  listCodesOperation,
  getProvenanceOperation,
  getRevisionsOperation,
  searchOperation,
  getTableOperation,
  listBoundariesOperation,
  getBoundariesOperation,
  describeOperation,
]
