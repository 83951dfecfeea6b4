import {
  compileDesk,
  compileOffice,
  compileRegion,
  type Desk,
  type Office,
  type RegionModel,
  type RegionOptions,
} from '@caudal/methods/synthetic'
import type { AllParameters } from './region-parameters.ts'
import type { SpillPlan } from './spill.ts'

/** What every worker of a drawing holds: the same from the same options. */
export interface Drawing {
  readonly model: RegionModel
  /** By country of the options. */
  readonly offices: readonly Office[]
  /** Permit offices, registers of residents and reception centres. */
  readonly desks: readonly Desk[]
  readonly plan: SpillPlan
}

/** Days in a bucket of lines: fewer for larger regions, so that a bucket stays small. */
function bucketDays(persons: number): number {
  return Math.max(3, Math.min(91, Math.round((91 * 1_000_000) / persons)))
}

/** Compiles a drawing whose lines are spilled into a folder. */
export function compileDrawing(
  parameters: AllParameters,
  options: RegionOptions,
  folder: string,
): Drawing {
  const model = compileRegion(parameters, options)
  const offices = options.countries.map((country) => {
    const found = parameters.offices.find((office) => office.country === country)
    if (!found) throw new RangeError(`no office for ${country}`)
    return compileOffice(model, found, parameters.errors)
  })
  const desks = parameters.desks
    .filter(({ country }) => options.countries.includes(country))
    .map((desk) => compileDesk(model, desk))
  const days = bucketDays(options.persons)
  const plan: SpillPlan = {
    folder,
    firstDay: model.firstDay,
    bucketDays: days,
    buckets: Math.ceil((model.lastDay - model.firstDay + 1) / days),
    encodings: [...offices, ...desks].map((writer) => writer.parameters.file.encoding),
    offices: offices.length,
  }
  return { model, offices, desks, plan }
}
