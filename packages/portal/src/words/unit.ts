/**
 * A unit without its explanation, for a sentence or an axis.
 *
 * @example shortUnit('crossings: events, not persons') // => 'crossings'
 * @example shortUnit('US dollars') // => 'US dollars'
 */
export function shortUnit(unit: string): string {
  return unit.split(/\s*[:(]/)[0] ?? unit
}

/**
 * The unit that must be said beside a figure of a measure; empty where the measure says it.
 *
 * @example unitBeside('Crossings', 'crossings: events, not persons') // => ''
 * @example unitBeside('Amount', 'US dollars') // => 'US dollars'
 */
export function unitBeside(measure: string, unit: string): string {
  const short = shortUnit(unit)
  return measure.toLowerCase().startsWith(short.toLowerCase()) ? '' : short
}
