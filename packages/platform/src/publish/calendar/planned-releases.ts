import type { Text } from '@caudal/methods/vocabulary'
import type { Release } from '../release/release-state.ts'

/** A statement on a release to come, as the register keeps it. */
export interface AnnouncementEntry {
  readonly series: string
  readonly kind: 'announced' | 'moved' | 'withdrawn'
  readonly title: Text
  /** Day or month: `2026-12-05`, `2026-12`. */
  readonly due: string
  readonly reason: string | null
  readonly actor: string
  /** ISO instant. */
  readonly at: string
}

/** An announcement that stands: nothing of its series has come out since. */
export interface Announcement {
  readonly series: string
  readonly title: Text
  readonly due: string
  /** Its earlier days, with why each was given up, in their order. */
  readonly moves: readonly { readonly from: string; readonly reason: string | null }[]
  readonly isLate: boolean
}

/** What may be said of a release before it is out: its title and its time, and nothing else. */
export interface ComingRelease {
  readonly title: Text
  /** ISO instant of a release under embargo, day or month of one that is announced. */
  readonly due: string
  readonly moves: Announcement['moves']
  readonly isLate: boolean
}

/**
 * The announcements that stand at a moment: not withdrawn, and not fulfilled by a release of their
 * series that came out, or was given its hour, after they were made.
 */
export function announcementsOf(
  entries: readonly AnnouncementEntry[],
  releases: readonly Release[],
  now: Date,
): Announcement[] {
  const series = [...new Set(entries.map((entry) => entry.series))]
  return series.flatMap((name) => {
    const own = entries.filter((entry) => entry.series === name)
    // What was said before a withdrawal or a new announcement is closed.
    const opening = own.findLastIndex(({ kind }) => kind === 'announced')
    const standing = own.slice(opening)
    const last = standing.at(-1)!
    if (last.kind === 'withdrawn' || isFulfilled(name, standing[0]!.at, releases)) return []
    return {
      series: name,
      title: last.title,
      due: last.due,
      moves: standing.slice(1).map(({ reason }, at) => ({ from: standing[at]!.due, reason })),
      isLate: last.due < now.toISOString().slice(0, last.due.length),
    }
  })
}

function isFulfilled(series: string, since: string, releases: readonly Release[]): boolean {
  return releases.some(
    (release) =>
      release.series === series &&
      ['scheduled', 'published', 'superseded'].includes(release.state) &&
      release.events.some(({ kind, at }) => kind === 'scheduled' && at >= since),
  )
}

/** What comes, the soonest first: releases under embargo, and announcements. */
export function comingReleases(
  announcements: readonly Announcement[],
  releases: readonly Release[],
): ComingRelease[] {
  const embargoed = releases
    .filter(({ state }) => state === 'scheduled')
    .map(({ plan, publishAt }) => ({
      title: plan.title,
      due: publishAt ?? '',
      moves: [],
      isLate: false,
    }))
  const announced = announcements.map(({ title, due, moves, isLate }) => ({
    title,
    due,
    moves,
    isLate,
  }))
  return [...embargoed, ...announced].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}
