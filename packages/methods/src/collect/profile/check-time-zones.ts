import { parseDatePattern } from '../reading/date-pattern.ts'
import { isTimeZone, nearTimeZones } from '../reading/time-zone.ts'
import type { RecordType } from '../record-type.ts'
import type { SourceProfile } from '../source-profile.ts'
import { profileRefusals } from './profile-refusals.ts'

/**
 * Checks the time zones of a profile and of its columns.
 *
 * @throws Refusal that names the place in the profile, and the zones that come nearest.
 */
export function checkTimeZones(profile: SourceProfile, recordType: RecordType): void {
  checkName(profile.timeZone, 'timeZone')
  for (const { id, type } of recordType.fields) {
    const { date, timeZone } = profile.fields[id] ?? {}
    const place = `fields.${id}.timeZone`
    checkName(timeZone, place)
    const patterns = [date ?? []].flat().map((each) => parseDatePattern(each).groups)
    const moves = timeZone !== undefined || patterns.some((groups) => groups.includes('offset'))
    if (!moves) continue
    const at = timeZone === undefined ? `fields.${id}.date` : place
    if (profile.timeZone === undefined) {
      throw profileRefusals.refuse('profile-zone-of-place-missing', { place: at })
    }
    const isDay = (groups: readonly string[]) =>
      !groups.some((kind) => kind === 'hour' || kind === 'hour-of-half-day')
    if (type === 'date' ? patterns.length === 0 || patterns.some(isDay) : patterns.some(isDay)) {
      throw profileRefusals.refuse('profile-zone-without-time', { place: at })
    }
  }
}

function checkName(zone: string | undefined, place: string): void {
  if (zone === undefined || isTimeZone(zone)) return
  const near = nearTimeZones(zone).join(', ')
  throw profileRefusals.refuse('profile-zone-unknown', { place, zone, near })
}
