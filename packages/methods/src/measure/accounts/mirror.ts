/** What is known of how a country counts. */
export interface MirrorSource {
  /** The criterion of its series, `365/487` say; null where not published. */
  readonly criterion: string | null
  /** Share of posts and days covered, 0 to 1; null where not known. */
  readonly coverage: number | null
  /** Whether the figure may still change. */
  readonly isProvisional: boolean
}

/** Departures from A to B as A counts them beside arrivals in B from A as B does, in one cell. */
export interface MirrorPair {
  readonly departures: number | null
  readonly arrivals: number | null
  readonly departuresBy: MirrorSource
  readonly arrivalsBy: MirrorSource
  /** Whether the figures were changed at random to protect persons. */
  readonly isPerturbed?: boolean
}

/** Why two sides may differ. */
export type MirrorReason = 'definition' | 'coverage' | 'lag' | 'travel-time' | 'protection'

export interface MirrorComparison {
  /** Arrivals / departures; null where either is missing or there were no departures. */
  readonly ratio: number | null
  /** Arrivals − departures. */
  readonly difference: number | null
  /** Candidates, not findings; none where the figures agree. */
  readonly reasons: readonly MirrorReason[]
}

/**
 * Compares what two countries say of one flow. The two figures are never averaged: the difference
 * is the finding. Both are of the same month, sex, age and nationality, or they are not a pair.
 *
 * @see United Nations (1998), Recommendations on Statistics of International Migration, Rev. 1;
 *   Poulain (1993), Confrontation des statistiques de migrations intra-européennes
 * @example compareMirror({ departures: 80, arrivals: 100, departuresBy: { criterion: '365/487', coverage: 0.8, isProvisional: false }, arrivalsBy: { criterion: '365/487', coverage: 1, isProvisional: false } }) // => { ratio: 1.25, difference: 20, reasons: ['coverage', 'travel-time'] }
 */
export function compareMirror(pair: MirrorPair): MirrorComparison {
  const { departures, arrivals, departuresBy, arrivalsBy } = pair
  if (departures === null || arrivals === null) {
    return { ratio: null, difference: null, reasons: [] }
  }
  const difference = arrivals - departures
  const ratio = departures === 0 ? null : arrivals / departures
  if (difference === 0) return { ratio, difference, reasons: [] }
  const reasons: MirrorReason[] = []
  // A criterion that is not published may be any.
  if (departuresBy.criterion === null || departuresBy.criterion !== arrivalsBy.criterion) {
    reasons.push('definition')
  }
  if ([departuresBy, arrivalsBy].some(({ coverage }) => coverage === null || coverage < 1)) {
    reasons.push('coverage')
  }
  if (departuresBy.isProvisional || arrivalsBy.isProvisional) reasons.push('lag')
  // Who leaves on the last day of a month may arrive in the next.
  reasons.push('travel-time')
  if (pair.isPerturbed === true) reasons.push('protection')
  return { ratio, difference, reasons }
}
