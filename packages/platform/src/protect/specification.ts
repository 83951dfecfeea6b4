import { z } from 'zod'
import type { PrimaryRules } from '@caudal/methods/protect'
import { readShape } from '@caudal/methods/vocabulary'
import { protectRefusals } from './refusals.ts'

const name = z.string().min(1)

const primary = z.strictObject({
  threshold: z.number().int().min(1).optional(),
  pPercent: z.number().positive().optional(),
  contributors: z.number().int().min(1).max(10).optional(),
  dominance: z.tuple([z.number().int().min(1).max(10), z.number().gt(0).lt(100)]).optional(),
  group: z.number().int().min(0).optional(),
  nationality: z
    .strictObject({
      dimension: name,
      purpose: name,
      codes: z.array(name).min(1),
      towards: name.optional(),
    })
    .optional(),
  margin: z.number().min(0).optional(),
})

const specification = z.strictObject({
  dimensions: z.array(z.strictObject({ column: name, hierarchy: name.optional() })).min(1),
  measure: z.union([z.strictObject({ count: z.literal(true) }), z.strictObject({ sum: name })]),
  person: name.optional(),
  primary,
  tables: z.array(z.array(name).min(1)).min(1).optional(),
  /** What is lost when a cell is hidden: its value (the default) or one. */
  weights: z.enum(['value', 'cells']).optional(),
})

/** What is published together and how it is protected, as it stands in SPEC.json. */
export type Specification = z.infer<typeof specification> & { readonly tables: string[][] }

/**
 * Reads a specification and checks what can be checked without data.
 *
 * @throws refusals: not JSON, not of this shape, unknown or repeated dimensions, a person column
 */
export function readSpecification(text: string, file: string): Specification {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw protectRefusals.refuse('spec-not-json', { file, reason: (error as Error).message })
  }
  const { data: spec, problem } = readShape(specification, json)
  if (problem !== undefined) {
    const { place: path, what: reason } = problem
    throw protectRefusals.refuse('spec-malformed', { file, path, reason })
  }
  checkRules(spec, file)
  const columns = spec.dimensions.map(({ column }) => column)
  const tables = spec.tables ?? [columns]
  refuseRepeats(columns, file)
  for (const table of tables) {
    refuseRepeats(table, file)
    for (const column of table) {
      if (column === spec.person) throw protectRefusals.refuse('spec-publishes-person', { column })
      if (!columns.includes(column)) {
        throw protectRefusals.refuse('spec-unknown-dimension', { file, column })
      }
    }
  }
  checkColumns(spec, columns, file)
  const files = tables.map((table) => table.join('__'))
  refuseRepeats(files, file)
  return { ...spec, tables }
}

/** Every rule by which a cell is to be protected at all; the others say how it is counted or how wide. */
const rulesThatProtect = ['threshold', 'pPercent', 'dominance', 'group', 'nationality'] as const

/** What protects nothing, or is not heeded, is not what whoever wrote it means. */
function checkRules({ primary }: z.infer<typeof specification>, file: string): void {
  if (rulesThatProtect.every((rule) => primary[rule] === undefined)) {
    throw protectRefusals.refuse('spec-without-rule', { file })
  }
  if (primary.contributors !== undefined && primary.pPercent === undefined) {
    throw protectRefusals.refuse('spec-contributors-alone', { file })
  }
}

/** Columns that name somebody, whatever the specification says of them. */
const personColumn =
  /^(id_?)?(person|persona|personne|passport|pasaporte|passeport|(full|given|family|first|last)_?name|surname|apellidos?|nombres?|prenoms?)(_?(id|key|code|number|no|num|numero))?$/i

function checkColumns(
  spec: z.infer<typeof specification>,
  columns: readonly string[],
  file: string,
): void {
  if (spec.person !== undefined && columns.includes(spec.person)) {
    throw protectRefusals.refuse('spec-publishes-person', { column: spec.person })
  }
  if ('sum' in spec.measure && spec.measure.sum === spec.person) {
    throw protectRefusals.refuse('spec-publishes-person', { column: spec.person })
  }
  if ('sum' in spec.measure && columns.includes(spec.measure.sum)) {
    throw protectRefusals.refuse('spec-measure-is-dimension', { file, column: spec.measure.sum })
  }
  for (const column of columns) {
    if (personColumn.test(column)) {
      throw protectRefusals.refuse('spec-publishes-person', { column })
    }
    if (/[/\\\0]|^\.|^(value|status)$/.test(column)) {
      throw protectRefusals.refuse('spec-column-name', { column })
    }
  }
  const { nationality } = spec.primary
  for (const column of nationality ? [nationality.dimension, nationality.purpose] : []) {
    if (!columns.includes(column)) {
      throw protectRefusals.refuse('spec-unknown-dimension', { file, column })
    }
  }
}

function refuseRepeats(names: readonly string[], file: string): void {
  const repeated = names.find((each, at) => names.indexOf(each) !== at)
  if (repeated !== undefined) {
    throw protectRefusals.refuse('spec-repeats', { file, column: repeated })
  }
}

/** The rules of a specification, without those that it does not name. */
export function rulesOf(spec: Specification): PrimaryRules {
  return Object.fromEntries(
    Object.entries(spec.primary).filter(([, rule]) => rule !== undefined),
  ) as PrimaryRules
}
