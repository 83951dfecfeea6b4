/** A look at the clock of a machine, beside what it cannot set: how long it has been running. */
export interface ClockReading {
  /** Which start of the machine that was; of a system that does not tell, which process looked. */
  readonly boot: string
  /** Seconds since the machine started, those in which it slept included. */
  readonly uptimeSeconds: number
  /** What the clock showed, in milliseconds since 1970. */
  readonly shown: number
}

/** What time it is taken to be. */
export interface BelievedTime {
  /** Milliseconds since 1970. */
  readonly time: number
  /** How far the clock is ahead of what can have passed, in seconds; 0 where it is believed. */
  readonly aheadSeconds: number
}

/** What a clock may gain on the machine’s own count without being doubted: a correction by NTP, in seconds. */
export const clockAllowanceSeconds = 120

/** Days for which a machine may have been off without its clock being doubted. */
export const mostDaysOff = 31

/**
 * What time it is, for what must not come too early: an embargo. A clock that was set forward is ahead
 * of what the machine has counted since its clock was last believed; time then goes on by that count. After a
 * new start nobody has counted, so the clock is believed unless it is more than a month ahead.
 *
 * A clock that is set back is believed: what waits for a time then waits longer.
 *
 * @param now what the clock shows
 * @param seen what it showed when it was last believed; undefined where it was never looked at
 *
 * @example
 * const seen = { boot: 'a', uptimeSeconds: 100, shown: 1_000_000 }
 * decideTime({ boot: 'a', uptimeSeconds: 160, shown: 1_060_000 }, seen) // => { time: 1060000, aheadSeconds: 0 }
 * decideTime({ boot: 'a', uptimeSeconds: 160, shown: 9_060_000 }, seen) // => { time: 1060000, aheadSeconds: 8000 }
 */
export function decideTime(now: ClockReading, seen: ClockReading | undefined): BelievedTime {
  if (seen === undefined) return { time: now.shown, aheadSeconds: 0 }
  const isSameStart = now.boot === seen.boot && now.uptimeSeconds >= seen.uptimeSeconds
  // of another start it is known that the machine has been running since
  const passed = isSameStart ? now.uptimeSeconds - seen.uptimeSeconds : now.uptimeSeconds
  const counted = Math.round(seen.shown + passed * 1000)
  const allowance = isSameStart ? clockAllowanceSeconds : mostDaysOff * 86_400
  if (now.shown <= counted + allowance * 1000) return { time: now.shown, aheadSeconds: 0 }
  return { time: counted, aheadSeconds: Math.round((now.shown - counted) / 1000) }
}
