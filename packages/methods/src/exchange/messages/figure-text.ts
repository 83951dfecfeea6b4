/**
 * A figure as text, with all its digits and without an exponent where it has none to show.
 *
 * @example figureText(1e21) // => '1000000000000000000000'
 * @example figureText(0.1) // => '0.1'
 */
export function figureText(value: number | string): string {
  if (typeof value === 'string') return value
  const text = String(value)
  return text.includes('e') && Number.isInteger(value) && Number.isFinite(value)
    ? BigInt(value).toString()
    : text
}
