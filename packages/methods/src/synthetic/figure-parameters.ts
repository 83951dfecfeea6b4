import { z } from 'zod'

const share = z.number().min(0).max(1)
const span = z.tuple([z.number(), z.number()])
const bySex = { F: share, M: share }

/** What the drawn survey asks of, and the figures of other institutions: `data/synthetic/figures.json`. */
export const figureParametersSchema = z.strictObject({
  survey: z.strictObject({
    everyYears: z.int().min(1),
    /** Persons interviewed in each country and wave. */
    respondents: z.int().min(1),
    /** Primary sampling units drawn in each of the two strata. */
    unitsPerStratum: z.int().min(2),
    urban: share,
    childLabour: z.strictObject({ ...bySex, foreignBornTimes: z.number() }),
    employed: z.strictObject(bySex),
    injuries: z.strictObject({ ...bySex, foreignBornTimes: z.number() }),
    workedAbroad: share,
    /** Countries of the first job abroad, weighted. */
    corridors: z.record(z.string(), z.number()),
    /** US dollars in the first full month abroad, least and most. */
    monthlyEarnings: span,
    /** Months of earnings that recruitment cost, least and most. */
    monthsPaid: span,
  }),
  figures: z.strictObject({
    gdpPerInhabitant: span,
    remittancesOfGdp: span,
    refugeesPer100000: span,
    healthWorkersPer10000: span,
    victimsPer100000: span,
    scholarshipDollarsPerInhabitant: span,
    labourRights: span,
    statisticalCapacity: span,
    policyAnswers: z.strictObject({
      yes: z.number(),
      half: z.number(),
      no: z.number(),
      missing: z.number(),
    }),
    /** Countries that remittances are sent from. */
    senders: z.array(z.string()),
    services: z.int().min(3),
    fee: span,
    margin: span,
    qualifies: share,
  }),
})

export type FigureParameters = z.infer<typeof figureParametersSchema>
