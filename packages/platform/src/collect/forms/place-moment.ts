/** Hours by which a clock on the wall may differ from Greenwich, with one to spare for a clock that is off. */
const mostHours = 15

/**
 * The day and the moment of the place where a form is filled in: what its page says, where a clock of
 * this earth can show it now; else what the node's own clock shows in Greenwich.
 *
 * @param said local moment, `2024-03-01T18:30:00`
 * @example placeMoment('2024-02-29T18:30:00', new Date('2024-03-01T00:31:00Z')).today // => '2024-02-29'
 * @example placeMoment('2020-01-01T00:00:00', new Date('2024-03-01T00:31:00Z')).today // => '2024-03-01'
 */
export function placeMoment(
  said: string,
  clock: Date,
): { readonly today: string; readonly now: string } {
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(said) ? Date.parse(`${said}Z`) : NaN
  const isLikely = Math.abs(instant - clock.getTime()) <= mostHours * 3_600_000
  const now = isLikely ? said : clock.toISOString().slice(0, 19)
  return { today: now.slice(0, 10), now }
}
