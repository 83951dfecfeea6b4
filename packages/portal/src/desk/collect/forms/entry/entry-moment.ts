/**
 * A moment as the clock of the place shows it: `2024-03-01T18:30:00`.
 *
 * @example localMoment(new Date(2024, 1, 29, 18, 30)) // => '2024-02-29T18:30:00'
 */
export function localMoment(clock: Date): string {
  const greenwich = new Date(clock.getTime() - clock.getTimezoneOffset() * 60_000)
  return greenwich.toISOString().slice(0, 19)
}

/** A name for an instance of a repeated group, which no other of the form has. */
export function drawInstanceName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A number for a record, which nobody else draws: a UUID. Also where the page is not served over TLS. */
export function drawEntryNumber(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
