import { z } from 'zod'

/**
 * The parameters of the synthetic region, as `data/synthetic` keeps them. Everything that makes
 * the picture plausible is here, nothing of it in code.
 */
const share = z.number().min(0).max(1)
const weights = z.record(z.string(), z.number().min(0))
const text = z.strictObject({ es: z.string(), en: z.string(), fr: z.string() })
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const months = z.array(z.int().min(1).max(12))

/** Points [probability, value], both rising, from probability 0 to 1. */
const quantiles = z
  .array(z.tuple([share, z.number()]))
  .min(2)
  .refine(
    (points) =>
      points[0]![0] === 0 &&
      points.at(-1)![0] === 1 &&
      points.every((point, i) => i === 0 || point[0] > points[i - 1]![0]),
    'probabilities rise from 0 to 1',
  )

const closure = z.strictObject({ start: isoDate, end: isoDate, openness: share })

const borderPost = z.strictObject({
  code: z.string(),
  /** How the country's own system calls it. */
  local: z.string(),
  mode: z.enum(['air', 'sea', 'land', 'rail', 'river']),
  department: z.string(),
  name: text,
  weight: z.number().positive(),
  /** The country on the other side, and the post that faces it there. */
  neighbour: z.string().optional(),
  faces: z.string().optional(),
})

export const countryParametersSchema = z.strictObject({
  code: z.string().length(3),
  name: text,
  /** Thousands of inhabitants in the middle of 2015. */
  population2015: z.number().positive(),
  /** Weights of heads of household aged 20-24, 25-29, … 85-89. */
  adultAges: z.array(z.number().min(0)).length(14),
  birthsPerWoman: z.number().min(0),
  departments: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      weight: z.number().positive(),
      municipalities: z.int().positive(),
    }),
  ),
  documents: z.strictObject({
    passport: z.string(),
    passportYears: z.number().positive(),
    identityCard: z.string(),
    /** Countries whose borders the identity card opens. */
    nationalPeers: z.array(z.string()),
  }),
  /** Journeys relative to the common rates. */
  mobility: z.number().positive(),
  short: z.strictObject({ leisure: weights, business: weights }),
  commuting: z.array(
    z.strictObject({ department: z.string(), to: z.string(), weight: z.number() }),
  ),
  seasonal: z.array(z.strictObject({ to: z.string(), months, weight: z.number() })),
  haulage: weights,
  emigration: z.strictObject({ per1000: z.number(), irregularShare: share, to: weights }),
  /** Thousands of its nationals by country of residence. */
  abroad: weights,
  /** Thousands of residents by citizenship, for countries that are not drawn. */
  foreign: weights,
  arriving: z.array(
    z.strictObject({
      citizenship: z.string(),
      thousands: z.number(),
      years: weights,
      reason: z.string(),
    }),
  ),
  visitors: z.strictObject({ thousands: z.number(), origins: weights }),
  closures: z.array(closure),
  posts: z.array(borderPost),
})

const season = z.strictObject({
  months: z.array(z.number().min(0)).length(12),
  holyWeek: z.number().min(0),
  yearEnd: z.number().min(0),
})

export const travelParametersSchema = z.strictObject({
  about: z.string(),
  seasons: z.record(z.string(), season),
  trends: z.record(z.string(), weights),
  worldOpenness: z.array(closure),
  households: z.strictObject({
    couple: share,
    singleWoman: share,
    partnerOlderYears: quantiles,
    birthAges: z.array(z.number()).length(6),
    /** Births relative to `birthsPerWoman`, as points [year, factor] joined by straight lines. */
    birthTrend: z.array(z.tuple([z.number(), z.number().min(0)])).min(2),
    twins: share,
    sonNamedForFather: share,
    visitors: z.strictObject({ partner: share, children: share }),
  }),
  /** Yearly deaths by age 0-4, 5-9, … 95 and over. */
  deathsPer1000: z.array(z.number().min(0)).length(20),
  stays: z.record(z.string(), quantiles),
  behaviours: z.strictObject({
    shares: z.record(
      z.enum(['stays-home', 'occasional', 'frequent', 'commuter', 'seasonal', 'driver']),
      share,
    ),
    occasional: z.strictObject({ rate: z.number(), purposes: weights }),
    frequent: z.strictObject({ rate: z.number(), purposes: weights }),
    commuter: z.strictObject({ years: quantiles, daysPerWeek: quantiles, weekly: share }),
    seasonal: z.strictObject({ seasonShare: share }),
    driver: z.strictObject({ rate: z.number(), years: quantiles }),
    familyTripShare: share,
    partnerJoins: share,
    childJoins: share,
    homeVisits: z.number(),
    minorTripsFrom: z.int(),
  }),
  moves: z.strictObject({
    ageShares: weights,
    reasons: weights,
    wholeHousehold: share,
    stayYears: quantiles,
    studyYears: quantiles,
    diasporaReturns: share,
    forcedReturnShare: share,
    bornAbroad: share,
    arrivingStays: quantiles,
  }),
  visitors: z.strictObject({
    visits: quantiles,
    circuit: share,
    landEntry: share,
    cruise: share,
    purposes: weights,
  }),
  borderLife: z.strictObject({ thousands: z.number(), from: z.string(), to: z.string() }),
  transit: z.strictObject({
    thousands: z.number(),
    origins: weights,
    path: z.array(z.string()),
    daysInCountry: quantiles,
    turnBack: share,
    irregular: z.record(z.string(), share),
  }),
  documents: z.strictObject({
    dualCitizenship: z.strictObject({ resident: share, diaspora: share }),
    dualWith: weights,
    lostEarly: share,
    cardAmongPeers: share,
    ownPassportHome: share,
    permitForCommuters: share,
  }),
  routes: z.strictObject({
    landShareByHops: z.array(share),
    sameRouteBack: share,
    sea: share,
    borderMinutes: quantiles,
    flightMinutes: quantiles,
    acrossHours: quantiles,
  }),
  carriers: z.record(z.string(), z.array(z.string())),
  incidents: z.strictObject({ perYear: z.number(), causes: weights }),
})

const nameList = z.union([z.string(), z.array(z.string())])

const tradition = z.strictObject({
  family: z.string(),
  given: z.strictObject({
    F: z.strictObject({ older: nameList, newer: nameList }),
    M: z.strictObject({ older: nameList, newer: nameList }),
  }),
  rare: z.string(),
  rareShare: share,
  secondSurname: share,
  secondGivenName: share,
  marriedName: share,
})

export const nameParametersSchema = z.strictObject({
  about: z.string(),
  offset: z.number().positive(),
  lists: z.record(z.string(), z.string()),
  traditions: z.record(z.string(), tradition),
})

export const placeParametersSchema = z.array(
  z.strictObject({
    code: z.string().length(3),
    alpha2: z.string().length(2),
    m49: z.string().length(3),
    es: z.string(),
    en: z.string(),
    names: weights,
    passport: z.string(),
  }),
)

export type CountryParameters = z.infer<typeof countryParametersSchema>
export type TravelParameters = z.infer<typeof travelParametersSchema>
export type NameParameters = z.infer<typeof nameParametersSchema>
export type PlaceParameters = z.infer<typeof placeParametersSchema>
export type TraditionParameters = z.infer<typeof tradition>
