import { z } from 'zod'
import { languages } from '../vocabulary/index.ts'
import { calculations } from './calculation.ts'
import { cellStatuses, tableSorts } from './table.ts'

/**
 * The answers of the HTTP interface, as schemas. The same schemas describe it (OpenAPI), are what
 * tests hold every answer against, and give the portal its types.
 */
const language = z.enum(languages)

const calculationSchema = z
  .union([
    z.enum(calculations),
    z.templateLiteral(['rate-', z.string().regex(/^[a-z][a-z0-9_-]{0,60}$/)]),
  ])
  .describe('As in the parameter show: row-share, change, rate-…')

export const protectionShownSchema = z
  .enum(['none', 'release', 'perturbed', 'unprotected'])
  .describe('How the figures are protected; unprotected: person-level records, not for publication')

export const sourceShownSchema = z.object({
  owner: z.string(),
  title: z.string(),
  licence: z.string(),
  url: z.string().optional(),
  citation: z.string(),
})

/** Why a cube shows no figures, or not the newest: what happened and what to do. */
export const cubeStateReasonSchema = z.object({ what: z.string(), advice: z.string() })

export const cubeAnswerSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    universe: z.string(),
    state: z
      .enum(['built', 'stale', 'not-built', 'empty'])
      .describe('stale: built, but newer records have arrived; empty: no records yet'),
    stateReason: cubeStateReasonSchema.nullable(),
    protection: protectionShownSchema,
    synthetic: z.boolean().describe('At least a part of its records is drawn, not observed'),
    measures: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        unit: z.string(),
        decimals: z.int().min(0),
        notAdditiveOver: z.array(z.string()),
        rates: z
          .array(z.object({ id: calculationSchema, label: z.string(), unit: z.string() }))
          .describe('What show can divide it by'),
      }),
    ),
    dimensions: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        kind: z.enum(['code', 'time', 'age', 'area']),
        levels: z
          .array(
            z.object({
              id: z.string().describe('As written in a specification: time, time.year'),
              label: z.string(),
              codes: z.int().min(0).describe('How many codes occur'),
            }),
          )
          .min(1)
          .describe('Finest first'),
      }),
    ),
    opening: z
      .object({ rows: z.array(z.string()), columns: z.array(z.string()) })
      .describe('The table that a first visit shows'),
    notes: z.array(z.string()),
    sources: z.array(sourceShownSchema),
    snapshot: z.string().nullable(),
    updatedOn: z.string().nullable().describe('Day of the newest batch, YYYY-MM-DD'),
    cells: z.int().min(0),
    records: z.int().min(0),
    unfinished: z
      .array(z.string())
      .describe('Months, or periods of its only level, in which something is undecided'),
  })
  .meta({ id: 'Cube', description: 'A cube in one language' })

export const cubeListAnswerSchema = z
  .object({ language, cubes: z.array(cubeAnswerSchema) })
  .meta({ id: 'CubeList', description: 'Every cube of this node' })

export const codesAnswerSchema = z
  .object({
    cube: z.string(),
    dimension: z.string().describe('As asked: citizenship, time.year'),
    language,
    codes: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        parent: z.object({ code: z.string(), label: z.string() }).optional(),
      }),
    ),
    total: z.int().min(0).describe('How many codes match'),
    truncated: z.boolean(),
    last: z
      .string()
      .nullable()
      .describe(
        'The last of all in display order, unknown ones aside, also where it is not listed',
      ),
  })
  .meta({ id: 'Codes', description: 'Codes that occur in a cube, for pickers' })

export const conditionSchema = z.object({
  dimension: z.string(),
  codes: z.array(z.string()).optional(),
  range: z.tuple([z.string(), z.string()]).optional(),
  latest: z.int().min(1).optional(),
})

export const tableSpecSchema = z.object({
  measure: z.string().optional(),
  rows: z.array(z.string()),
  columns: z.array(z.string()),
  where: z.array(conditionSchema),
  show: calculationSchema.optional(),
  sort: z.enum(tableSorts).optional(),
  top: z.int().min(1).optional(),
})

const axisSchema = z.object({
  id: z.string(),
  label: z.string(),
  codes: z.array(z.object({ code: z.string(), label: z.string() })),
})

export const tableAnswerSchema = z
  .object({
    cube: z.object({
      id: z.string(),
      title: z.string(),
      universe: z.string(),
      description: z.string(),
    }),
    language,
    measure: z.object({
      id: z.string(),
      label: z.string(),
      unit: z.string(),
      decimals: z.int().min(0),
      distinct: z
        .literal(true)
        .optional()
        .describe('Distinct persons: exact in every cell and margin, which cells do not add up to'),
    }),
    calculation: z
      .object({
        id: calculationSchema,
        label: z.string(),
        from: z.object({ label: z.string(), unit: z.string() }),
        adds: z.object({ columns: z.boolean(), rows: z.boolean() }),
      })
      .optional()
      .describe('What is shown of the measure, where it is not the figure itself'),
    spec: tableSpecSchema,
    rows: z.array(axisSchema),
    columns: z.array(axisSchema),
    rowKeys: z.array(z.array(z.string())),
    columnKeys: z.array(z.array(z.string())),
    values: z.array(z.number().nullable()).describe('rows × columns, row-major'),
    statuses: z.record(z.string().regex(/^\d+$/), z.enum(cellStatuses)),
    rowTotals: z.array(z.number().nullable()).nullable(),
    columnTotals: z.array(z.number().nullable()).nullable(),
    grandTotal: z.number().nullable(),
    filters: z.array(
      z.object({ dimension: z.string(), label: z.string(), values: z.array(z.string()) }),
    ),
    notes: z.array(z.string()),
    remarks: z
      .array(z.string())
      .optional()
      .describe('Notes to be seen with the figures: of distinct persons, what does not add up'),
    noneIn: z
      .array(z.string())
      .optional()
      .describe(
        'Periods between those of the axis of time that have no record although they were counted: zero.',
      ),
    unfinished: z
      .array(z.string())
      .optional()
      .describe('Periods on the axes in which something is undecided'),
    sources: z.array(sourceShownSchema),
    citation: z.string(),
    snapshot: z.string(),
    updatedOn: z.string().nullable(),
    synthetic: z.boolean(),
    protection: protectionShownSchema,
  })
  .meta({ id: 'Table', description: 'A cross-tabulation with its margins, in one language' })

const rowsSchema = z.object({
  read: z.int().min(0),
  accepted: z.int().min(0),
  rejected: z.int().min(0),
  repeats: z.int().min(0).describe('Flagged as a repeat of another record'),
})

export const provenanceAnswerSchema = z
  .object({
    cube: z.object({
      id: z.string(),
      title: z.string(),
      description: z.string(),
      universe: z.string(),
      methodVersion: z.string(),
    }),
    language,
    snapshot: z.string(),
    builtOn: z.string(),
    updatedOn: z.string().nullable(),
    protection: protectionShownSchema,
    synthetic: z.boolean(),
    notes: z.array(z.string()),
    rows: rowsSchema.extend({
      unmappedCodes: z.int().min(0).describe('Codes of sources that no list knows'),
      notCounted: z
        .int()
        .min(0)
        .nullable()
        .describe('Flagged as a repeat and not counted: another record of its group is'),
      withoutFinding: z
        .number()
        .nullable()
        .describe('Share of the rows read in which nothing was found, from 0 to 1'),
    }),
    timeliness: z
      .object({
        half: z
          .object({ least: z.int(), most: z.int() })
          .describe('Days within which half of the records of a batch were received, by batch'),
        most: z.int().describe('Days within which 95 in 100 records of every batch were received'),
      })
      .nullable()
      .describe('From the event to the receipt of its record; null where no batch tells'),
    repeatsNotSought: z
      .array(z.int())
      .describe(
        'Batches in which repeats cannot be looked for: the key of their identities is gone',
      ),
    records: z.int().min(0).describe('Counted in the cube'),
    completeness: z
      .array(z.object({ dimension: z.string(), label: z.string(), share: z.number() }))
      .describe('Share of the accepted records that have each variable, from 0 to 1'),
    quality: z
      .object({
        imputed: z
          .number()
          .nullable()
          .describe('Share of records beside an inserted crossing, or inserted'),
        provisional: z.number().nullable().describe('Share of records not decided yet'),
        unmatched: z
          .number()
          .nullable()
          .describe('Share of records of nobody whom linkage found, or in no person’s history'),
        days: z.number().nullable().describe('Share of days with a record'),
        months: z.number().nullable().describe('Share of months with a record'),
        units: z
          .number()
          .nullable()
          .describe(
            'Share of months in which those who report did; of departments, those with any record',
          ),
        unit: z
          .enum(['border-post', 'office', 'centre', 'department'])
          .nullable()
          .describe('Who reports'),
        countries: z
          .array(
            z.object({
              country: z.object({ code: z.string(), label: z.string() }),
              from: z.string().describe('Day of the first record'),
              until: z.string().describe('Day of the last record'),
              days: z.number().nullable(),
              months: z.number().nullable(),
              units: z.number().nullable(),
            }),
          )
          .describe('The same of each country'),
        breaks: z.array(
          z.object({
            country: z.object({ code: z.string(), label: z.string() }),
            from: z.string(),
            reason: z
              .enum(['source-changed', 'posts-changed', 'recorded'])
              .describe('recorded: by somebody who knows the source, with text and source'),
            text: z.string().optional(),
            source: z.string().optional(),
          }),
        ),
      })
      .describe('Shares from 0 to 1, null where they mean nothing; breaks in series'),
    batches: z.array(
      rowsSchema.extend({
        id: z.int(),
        title: z.string(),
        country: z.object({ code: z.string(), label: z.string() }).optional(),
        receivedOn: z.string(),
        profile: z.string().describe('Source profile and its version'),
        sha256: z.string().describe('Of the file as it was received'),
        synthetic: z.boolean(),
      }),
    ),
    moreBatches: z.int().min(0).describe('Older batches that are not named'),
  })
  .meta({ id: 'Provenance', description: 'Where the figures of a cube come from' })

export const searchHitSchema = z.object({
  kind: z.enum(['cube', 'measure', 'dimension', 'code']),
  cube: z.string(),
  cubeTitle: z.string(),
  label: z.string(),
  within: z.string().optional().describe('The variable that a code is of'),
  specification: z
    .string()
    .describe('What leads there, as in the address of a page; empty: the opening table'),
})

export const pageHitSchema = z.object({
  title: z.string(),
  what: z.string().describe('What kind of page it is, in the language asked for'),
  address: z.string().describe('Its address on this node'),
})

export const searchAnswerSchema = z
  .object({
    language,
    query: z.string(),
    hits: z.array(searchHitSchema),
    pages: z.array(pageHitSchema).describe('Countries, themes, releases and sections of the site'),
  })
  .meta({ id: 'Search', description: 'Cubes, measures, variables, codes, pages: the best first' })

export const problemAnswerSchema = z
  .looseObject({
    type: z.string(),
    title: z.string().describe('What happened'),
    detail: z.string().describe('What to do'),
    status: z.int(),
    code: z.string(),
  })
  .meta({ id: 'Problem', description: 'A refusal, as RFC 9457 writes it' })

export const revisionsAnswerSchema = z
  .object({
    cube: z.string(),
    language,
    revisions: z
      .array(
        z.object({
          release: z.string(),
          series: z.string().describe('What later vintages of the same sheet share'),
          vintage: z.int().min(1),
          title: z.string(),
          publishedAt: z.string().describe('When it came out, ISO instant'),
          superseded: z.boolean(),
          snapshot: z.string(),
          value: z.number().nullable(),
          status: z.enum(['suppressed']).nullable(),
        }),
      )
      .describe('The earliest first'),
  })
  .meta({ id: 'Revisions' })

export type RevisionsAnswer = z.infer<typeof revisionsAnswerSchema>
export type CubeAnswer = z.infer<typeof cubeAnswerSchema>
export type CubeListAnswer = z.infer<typeof cubeListAnswerSchema>
export type ProvenanceAnswer = z.infer<typeof provenanceAnswerSchema>
export type SearchAnswer = z.infer<typeof searchAnswerSchema>
export type PageHitAnswer = z.infer<typeof pageHitSchema>
export type SearchHitAnswer = z.infer<typeof searchHitSchema>
export type CodesAnswer = z.infer<typeof codesAnswerSchema>
export type ProblemAnswer = z.infer<typeof problemAnswerSchema>
