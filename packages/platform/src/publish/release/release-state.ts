import type { RecordedRelease, ReleaseEvent } from './releases.ts'

/**
 * Where a release stands, from the decisions on it alone. `draft`: nobody else has looked at it;
 * `scheduled`: approved and given a time that has not come; `published`: the time has come;
 * `superseded`: published, and a later one has taken its place.
 */
export type ReleaseState =
  'draft' | 'rejected' | 'approved' | 'scheduled' | 'published' | 'superseded'

export interface Release extends RecordedRelease {
  readonly state: ReleaseState
  readonly approvedBy: string | undefined
  /** When it becomes, or became, public; ISO instant. */
  readonly publishAt: string | undefined
  /** The release that is in force in its place, whatever others came between. */
  readonly successor: string | undefined
  readonly events: readonly ReleaseEvent[]
}

/** The state of every release at a moment; nothing is stored of it, so that an embargo ends by itself. */
export function statesOf(
  recorded: readonly RecordedRelease[],
  events: readonly ReleaseEvent[],
  now: Date,
): Release[] {
  const releases = recorded.map((release): Release => {
    const own = events.filter(({ releaseId }) => releaseId === release.id)
    const decision = own.findLast(({ kind }) => kind === 'approved' || kind === 'rejected')
    const scheduled = own.findLast(({ kind }) => kind === 'scheduled')
    const superseded = own.findLast(({ kind }) => kind === 'superseded')
    const isOut =
      decision?.kind === 'approved' &&
      (scheduled?.publishAt ?? null) !== null &&
      new Date(scheduled!.publishAt!) <= now
    const state: ReleaseState =
      decision === undefined
        ? 'draft'
        : decision.kind === 'rejected'
          ? 'rejected'
          : scheduled === undefined
            ? 'approved'
            : isOut
              ? 'published'
              : 'scheduled'
    return {
      ...release,
      state: isOut && superseded !== undefined ? 'superseded' : state,
      approvedBy: decision?.kind === 'approved' ? decision.actor : undefined,
      publishAt: scheduled?.publishAt ?? undefined,
      successor: isOut ? (superseded?.successor ?? undefined) : undefined,
      events: own,
    }
  })
  // the latest vintage of a series that is out takes the place of those before
  return followed(
    releases.map((release) => {
      if (release.state !== 'published') return release
      const later = releases
        .filter(
          ({ series, vintage, state }) =>
            series === release.series && vintage > release.vintage && state === 'published',
        )
        .at(-1)
      return later === undefined
        ? release
        : { ...release, state: 'superseded', successor: later.id }
    }),
  )
}

/** Where what took the place of a release was replaced in turn, the one at the end is in force. */
function followed(releases: readonly Release[]): Release[] {
  return releases.map((release) =>
    release.successor === undefined
      ? release
      : { ...release, successor: inForceAfter(releases, release.successor, release.id) },
  )
}

function inForceAfter(releases: readonly Release[], successor: string, from: string): string {
  const met = new Set([from])
  let at = successor
  while (!met.has(at)) {
    met.add(at)
    const next = releases.find(({ id }) => id === at)?.successor
    if (next === undefined) return at
    at = next
  }
  // a circle that was made before circles were refused: nothing in it is in force
  return successor
}

/**
 * Whether a release comes back to itself where another is said to take its place, so that none would be in force. Only
 * what people said counts: an earlier vintage may take the place of the later one, which then is in force no more.
 */
export function makesCircle(releases: readonly Release[], id: string, successor: string): boolean {
  const met = new Set<string>()
  let at: string | undefined = successor
  while (at !== undefined && at !== id && !met.has(at)) {
    met.add(at)
    const { events = [] } = releases.find((release) => release.id === at) ?? {}
    at = events.findLast(({ kind }) => kind === 'superseded')?.successor ?? undefined
  }
  return at === id
}

/** Whether everybody may read it. */
export function isPublic({ state }: Release): boolean {
  return state === 'published' || state === 'superseded'
}

/** Whether it is out or on its way out, so that what it shows must be reckoned with. */
export function isDecided({ state }: Release): boolean {
  return state === 'approved' || state === 'scheduled' || isPublicState(state)
}

function isPublicState(state: ReleaseState): boolean {
  return state === 'published' || state === 'superseded'
}

/** In the order in which readers look for them: what came out last comes first. */
export function newestFirst(releases: readonly Release[]): Release[] {
  return releases.toSorted((a, b) => (b.publishAt ?? '').localeCompare(a.publishAt ?? ''))
}
