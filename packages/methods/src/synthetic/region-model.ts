import { choiceOf, dayOfIso, type Choice } from '../numerics/index.ts'
import { compileTraditions, type NameTradition } from './names.ts'
import { landNetwork, type LandNetwork } from './land-network.ts'
import type { Behaviour } from './person.ts'
import type {
  CountryParameters,
  NameParameters,
  PlaceParameters,
  TravelParameters,
} from './parameters.ts'
import { seasonCurve, yearBounds, type SeasonCurve } from './season-curve.ts'

/** What to draw. */
export interface RegionOptions {
  readonly seed: number
  readonly persons: number
  readonly firstYear: number
  readonly lastYear: number
  /** ISO 3166-1 alpha-3 codes of the countries drawn, each with parameters. */
  readonly countries: readonly string[]
}

export interface RegionParameters {
  /** Every country there are parameters for; the options say which are drawn. */
  readonly countries: readonly CountryParameters[]
  readonly places: PlaceParameters
  readonly travel: TravelParameters
  readonly names: NameParameters
}

export interface Post {
  readonly index: number
  readonly code: string
  readonly country: number
  readonly mode: string
}

/** A drawn country, prepared for drawing. */
export interface CountryModel {
  readonly index: number
  readonly parameters: CountryParameters
  readonly departments: Choice<CountryParameters['departments'][number]>
  readonly adultAges: Choice<number>
  readonly airports: Choice<number>
  readonly seaports: Choice<number> | undefined
  readonly leisure: Choice<number>
  readonly business: Choice<number>
  readonly haulage: Choice<number>
  readonly emigration: Choice<number>
  /** Leisure destinations that share a border with it. */
  readonly nearby: Choice<number> | undefined
  readonly peers: ReadonlySet<number>
}

/** The region, compiled: everything a household is drawn from. */
export interface RegionModel {
  readonly options: RegionOptions
  readonly travel: TravelParameters
  readonly firstDay: number
  readonly lastDay: number
  /** Journeys begin to be drawn here, so that some people are away when the first day dawns. */
  readonly warmupDay: number
  /** Drawn countries come first. */
  readonly places: PlaceParameters
  readonly drawn: number
  readonly countries: readonly CountryModel[]
  readonly posts: readonly Post[]
  readonly land: LandNetwork
  /** Traditions of naming by place. */
  readonly traditions: readonly Choice<NameTradition>[]
  /** Weighted words of the travel parameters, prepared for drawing. */
  readonly mixes: Readonly<
    Record<'reasons' | 'occasional' | 'frequent' | 'visitors', Choice<string>>
  > & { readonly behaviours: Choice<Behaviour>; readonly dualWith: Choice<number> }
  readonly seasons: ReadonlyMap<string, SeasonCurve>
  readonly placeOf: (code: string) => number
  /** Share of journeys that can be made into or out of a place on a day, from 0 to 1. */
  readonly openness: (place: number, day: number) => number
}

const warmupDays = 120

/** Compiles parameters for the options. Refuses (RangeError) what the parameters do not know. */
export function compileRegion(parameters: RegionParameters, options: RegionOptions): RegionModel {
  const { travel } = parameters
  const [firstDay] = yearBounds(options.firstYear)
  const [, lastDay] = yearBounds(options.lastYear)
  const warmupDay = firstDay - warmupDays
  const drawnCodes = options.countries
  const isDrawn = new Set(drawnCodes)
  const places = [
    ...drawnCodes.map((code) => {
      const place = parameters.places.find((one) => one.code === code)
      if (!place) throw new RangeError(`no place ${code}`)
      return place
    }),
    ...parameters.places.filter((place) => !isDrawn.has(place.code)),
  ]
  const indexes = new Map(places.map((place, i) => [place.code, i]))
  const placeOf = (code: string) => {
    const index = indexes.get(code)
    if (index === undefined) throw new RangeError(`no place ${code}`)
    return index
  }
  const drawnParameters = drawnCodes.map((code) => {
    const found = parameters.countries.find((country) => country.code === code)
    if (!found) throw new RangeError(`no parameters for ${code}`)
    return found
  })
  const posts: Post[] = drawnParameters.flatMap((country, i) =>
    country.posts.map((post) => ({ index: 0, code: post.code, country: i, mode: post.mode })),
  )
  posts.forEach((post, index) => (posts[index] = { ...post, index }))
  const postIndexes = new Map(posts.map((post) => [post.code, post.index]))
  const postOf = (code: string) => postIndexes.get(code) ?? -1
  const land = landNetwork(parameters.countries, places.length, placeOf, postOf)
  const traditions = compileTraditions(parameters.names)
  const openDays = openness(drawnParameters, travel, places.length, warmupDay, lastDay)
  return {
    options,
    travel,
    firstDay,
    lastDay,
    warmupDay,
    places,
    drawn: drawnCodes.length,
    countries: drawnParameters.map((country, i) => countryModel(country, i, placeOf, postOf, land)),
    posts,
    land,
    traditions: places.map((place) =>
      choiceOf(
        Object.entries(place.names).map(([id, weight]) => {
          const tradition = traditions.get(id)
          if (!tradition) throw new RangeError(`no tradition of names ${id}`)
          return [tradition, weight] as const
        }),
      ),
    ),
    mixes: {
      reasons: choiceOf(Object.entries(travel.moves.reasons)),
      occasional: choiceOf(Object.entries(travel.behaviours.occasional.purposes)),
      frequent: choiceOf(Object.entries(travel.behaviours.frequent.purposes)),
      visitors: choiceOf(Object.entries(travel.visitors.purposes)),
      behaviours: choiceOf(Object.entries(travel.behaviours.shares) as [Behaviour, number][]),
      dualWith: choiceOf(
        Object.entries(travel.documents.dualWith).map(
          ([code, weight]) => [placeOf(code), weight] as const,
        ),
      ),
    },
    seasons: new Map(
      Object.entries(travel.seasons).map(([id, season]) => {
        const trend = travel.trends[id === 'transit' ? 'transit' : 'travel'] ?? {}
        return [id, seasonCurve(season, trend, warmupDay, lastDay)] as const
      }),
    ),
    placeOf,
    openness: (place, day) => openDays[place]?.[day - warmupDay] ?? 1,
  }
}

function countryModel(
  parameters: CountryParameters,
  index: number,
  placeOf: (code: string) => number,
  postOf: (code: string) => number,
  land: LandNetwork,
): CountryModel {
  const postsOf = (mode: string) =>
    parameters.posts
      .filter((post) => post.mode === mode)
      .map((post) => [postOf(post.code), post.weight] as const)
  const among = (weights: Readonly<Record<string, number>>) =>
    Object.entries(weights).map(([code, weight]) => [placeOf(code), weight] as const)
  const seaports = postsOf('sea')
  const nearby = among(parameters.short.leisure).filter(
    ([place]) => land.paths[index]?.[place]?.length === 2,
  )
  return {
    index,
    parameters,
    departments: choiceOf(parameters.departments.map((one) => [one, one.weight] as const)),
    adultAges: choiceOf(parameters.adultAges.map((weight, i) => [20 + 5 * i, weight] as const)),
    airports: choiceOf(postsOf('air')),
    seaports: seaports.length > 0 ? choiceOf(seaports) : undefined,
    leisure: choiceOf(among(parameters.short.leisure)),
    business: choiceOf(among(parameters.short.business)),
    haulage: choiceOf(among(parameters.haulage)),
    emigration: choiceOf(among(parameters.emigration.to)),
    nearby: nearby.length > 0 ? choiceOf(nearby) : undefined,
    peers: new Set(parameters.documents.nationalPeers.map(placeOf)),
  }
}

function openness(
  drawn: readonly CountryParameters[],
  travel: TravelParameters,
  places: number,
  firstDay: number,
  lastDay: number,
): Float64Array[] {
  return Array.from({ length: places }, (_, place) => {
    const days = new Float64Array(lastDay - firstDay + 1).fill(1)
    for (const closure of drawn[place]?.closures ?? travel.worldOpenness) {
      const from = Math.max(dayOfIso(closure.start) - firstDay, 0)
      const to = Math.min(dayOfIso(closure.end) - firstDay, days.length - 1)
      for (let day = from; day <= to; day += 1) days[day] = closure.openness
    }
    return days
  })
}
