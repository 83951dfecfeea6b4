/**
 * A series as a small line without axes: gaps stay gaps, the last figure has a dot, the base is zero.
 *
 * @param values one a period; null where there is none
 */
export function sparkline(values: readonly (number | null)[], width = 120, height = 32): string {
  const known = values.flatMap((value) => value ?? [])
  if (known.length < 2) return ''
  const most = Math.max(...known, 0)
  const least = Math.min(...known, 0)
  const reach = most - least || 1
  const round = (value: number): number => Math.round(value * 10) / 10
  const x = (at: number): number => round(3 + ((width - 6) * at) / (values.length - 1))
  const y = (value: number): number => round(height - 3 - ((height - 6) * (value - least)) / reach)
  let path = ''
  let pen = false
  values.forEach((value, at) => {
    if (value === null) {
      pen = false
      return
    }
    path += `${pen ? 'L' : 'M'}${x(at)} ${y(value)}`
    // A point alone is seen as a short stroke.
    if (!pen && (values[at + 1] ?? null) === null) path += 'h.1'
    pen = true
  })
  const last = values.findLastIndex((value) => value !== null)
  return `<svg class="spark" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true"><path d="${path}" fill="none" stroke="var(--accent)" stroke-width="2" stroke-linecap="round"/><circle cx="${x(last)}" cy="${y(values[last]!)}" r="2.5" fill="var(--accent)"/></svg>`
}
