const shape = /^[+-]?(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/

/** Decimals that hold all of some amounts exactly, 6 at most. */
export function scaleOf(texts: readonly string[]): number {
  let decimals = 0
  let largest = 1
  for (const text of texts) {
    const match = shape.exec(text.trim())
    if (match === null) continue
    const exponent = Number(match[3] ?? 0)
    const fraction = (match[2] ?? '').replace(/0+$/, '').length - exponent
    decimals = Math.max(decimals, Math.min(6, fraction))
    largest = Math.max(largest, Math.abs(Number(text)))
  }
  while (decimals > 0 && largest * 10 ** decimals > 2 ** 50) decimals -= 1
  return decimals
}

/** An amount in its smallest unit; undefined where the text is no number. */
export function readAmount(text: string, decimals: number): number | undefined {
  if (!shape.test(text)) return undefined
  const value = Number(text)
  return Number.isFinite(value) ? Math.round(value * 10 ** decimals) : undefined
}

/** An amount of smallest units as people write it: `showAmount(1250, 2)` is `12.5`. */
export function showAmount(value: number, decimals: number): string {
  if (decimals === 0 || value === 0) return String(value)
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  const fraction = digits.slice(-decimals).replace(/0+$/, '')
  const whole = digits.slice(0, -decimals)
  return `${value < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}
