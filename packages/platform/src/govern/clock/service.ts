import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import {
  type Actor,
  type BelievedTime,
  type ClockReading,
  decideTime,
} from '@caudal/methods/govern'
import type { CaudalNode, Queryable } from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { actOf, authorise } from '../authorise.ts'

/**
 * What time it is, for what must not come too early, and whether the clock is doubted. See `decideTime`.
 * @param now what the clock shows
 */
export async function readClock(register: Queryable, now: Date): Promise<BelievedTime> {
  return decideTime(readingOf(now), await findSeen(register))
}

/**
 * Remembers what the clock shows, as long as it is believed; a running node does so every minute. A clock that is
 * behind what was seen is not remembered: what it says later is held against what was seen before.
 */
export async function noteClock(register: Queryable, now: Date): Promise<BelievedTime> {
  const reading = readingOf(now)
  const seen = await findSeen(register)
  const believed = decideTime(reading, seen)
  if (believed.aheadSeconds === 0 && reading.shown >= (seen?.shown ?? 0)) {
    await keepSeen(register, reading)
  }
  return believed
}

/**
 * Whoever decides on releases says that the clock is right: embargoes follow it again, from here on.
 * @returns seconds by which it was doubted
 */
export async function confirmClock(node: CaudalNode, actor: Actor, now: Date): Promise<number> {
  await authorise(node, actor, 'publish.release', 'clock')
  return await node.register.transaction(async (transaction) => {
    const { aheadSeconds } = await readClock(transaction, now)
    await keepSeen(transaction, readingOf(now))
    await auditLogOf(node).appendWithin(transaction, [
      actOf(actor, 'publish.release', {
        subject: 'clock',
        details: { act: 'confirm-clock', aheadSeconds },
      }),
    ])
    return aheadSeconds
  })
}

/** Linux names each start of a machine; elsewhere the count is that of this process alone. */
const boot = findBoot()

function findBoot(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return randomUUID()
  }
}

function readingOf(now: Date): ClockReading {
  return { boot, uptimeSeconds: uptime(), shown: now.getTime() }
}

async function findSeen(register: Queryable): Promise<ClockReading | undefined> {
  const [row] = await register.query<ClockReading>(
    `select boot, uptime_seconds as "uptimeSeconds",
       (extract(epoch from shown) * 1000)::double precision as shown
     from clock_seen`,
  )
  return row
}

async function keepSeen(
  register: Queryable,
  { boot, uptimeSeconds, shown }: ClockReading,
): Promise<void> {
  await register.query(
    `insert into clock_seen (boot, uptime_seconds, shown) values ($1, $2, $3)
     on conflict (one) do update
     set boot = excluded.boot, uptime_seconds = excluded.uptime_seconds, shown = excluded.shown`,
    [boot, uptimeSeconds, new Date(shown).toISOString()],
  )
}
