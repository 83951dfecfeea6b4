/** Days that a guide promises: for weaknesses by whether they can be used from outside, and for updates. */
interface Times {
  readonly remedyDays: { readonly reachable: number; readonly other: number }
  readonly updateDays: number
}

/** A weakness that somebody has looked at. */
interface SeenWeakness {
  readonly id: string
  readonly library: string
  /** ISO date. */
  readonly knownOn: string
  /** Whether it can be used from outside. */
  readonly reachable: boolean
}

/** A newer version that cannot be taken, and why. */
interface HeldLibrary {
  readonly library: string
  /** Versions from this one on are held back. */
  readonly from: string
  readonly because: string
}

/** `docs/reference/libraries.json`. */
export interface LibraryRecord {
  readonly times: Times
  readonly weaknesses: readonly SeenWeakness[]
  readonly held: readonly HeldLibrary[]
}

/** A library of which there is a newer version. */
export interface LibraryBehind {
  readonly library: string
  readonly version: string
  /** The newest there is, whether it can be taken or not. */
  readonly newest?: string
  /** ISO date since which there is one that can be taken; absent where none can. */
  readonly newerSince?: string
}

/** `docs/reference/components.json`: what was answered on a day of every library of a node. */
export interface ComponentRecord {
  readonly about: string
  /** ISO date. */
  readonly askedOn: string
  readonly advisories: {
    /** Who said which weaknesses are known; null where nobody did. */
    readonly source: 'npm audit' | 'OSV' | null
    /** What was answered. */
    readonly said: string
    /** ISO date until which the source knows of weaknesses. */
    readonly newest?: string
    readonly known: readonly { readonly id: string; readonly library: string }[]
  }
  readonly behind: readonly LibraryBehind[]
  /** Builds for kinds of machines, each as `name@version`: they go with the library that asks for them. */
  readonly builds: readonly string[]
  /** Libraries of which there is no newer version, each as `name@version`. */
  readonly newest: readonly string[]
}

/**
 * What breaches the times, one sentence each.
 *
 * @param known weaknesses that the registry knows of today
 * @param today ISO date
 */
export function findBreaches(
  { times, weaknesses }: LibraryRecord,
  known: readonly { readonly id: string; readonly library: string }[],
  behind: readonly LibraryBehind[],
  today: string,
): string[] {
  const breaches: string[] = []
  for (const { id, library } of known) {
    const seen = weaknesses.find((each) => each.id === id && each.library === library)
    if (seen === undefined) {
      breaches.push(
        `${library}: ${id} is new. Update it, or enter in docs/reference/libraries.json since when it is known and whether it can be used from outside.`,
      )
      continue
    }
    const most = seen.reachable ? times.remedyDays.reachable : times.remedyDays.other
    const age = daysBetween(seen.knownOn, today)
    if (age > most) {
      breaches.push(`${library}: ${id} is known for ${age} days; ${most} are allowed.`)
    }
  }
  for (const { library, version, newerSince } of behind) {
    if (newerSince === undefined) continue
    const age = daysBetween(newerSince, today)
    if (age <= times.updateDays) continue
    breaches.push(
      `${library} ${version}: a newer version is there for ${age} days; ${times.updateDays} are allowed.`,
    )
  }
  return breaches
}

/**
 * Since when there is a newer version than the one in use; pre-releases and versions that are held back do
 * not count.
 *
 * @param releases versions and their instants, as `npm view NAME time` has them
 * @returns an ISO instant; undefined where the newest is in use
 */
export function findNewerSince(
  releases: Readonly<Record<string, string>>,
  version: string,
  heldFrom = '',
): string | undefined {
  return Object.entries(releases)
    .filter(([each]) => /^\d+\.\d+\.\d+$/.test(each) && isNewer(each, version))
    .filter(([each]) => heldFrom === '' || isNewer(heldFrom, each))
    .map(([, at]) => at)
    .toSorted()
    .at(0)
}

/** Whether one version comes after another, by its three numbers. */
export function isNewer(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split(/[.-]/).slice(0, 3).map(Number))
  const at = a!.findIndex((part, place) => part !== b![place])
  return at >= 0 && a![at]! > b![at]!
}

function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
