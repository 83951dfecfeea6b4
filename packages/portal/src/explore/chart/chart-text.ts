import type { Hue } from './chart-spec.ts'

/** Size of all type in a chart, in pixels. */
export const labelSize = 14

/** The colour of a series; a single one wears the accent of the site. */
export function colour(hue: Hue): string {
  return hue === 'only' ? 'var(--accent)' : `var(--series-${hue})`
}

let measuring: CanvasRenderingContext2D | null | undefined

/** Width of a label in pixels, in the bold type of charts. */
export function textWidth(label: string): number {
  measuring ??= document.createElement('canvas').getContext('2d')
  if (!measuring) return label.length * labelSize * 0.6
  measuring.font = `600 ${labelSize}px ${getComputedStyle(document.body).fontFamily}`
  return measuring.measureText(label).width
}

/** A label in at most two lines; what does not fit ends in an ellipsis (the table has it whole). */
export function wrapLabel(label: string, width: number): readonly string[] {
  if (label === '') return []
  if (textWidth(label) <= width) return [label]
  const words = label.split(' ')
  let first = words.shift() ?? ''
  while (words.length > 0 && textWidth(`${first} ${words[0]}`) <= width)
    first += ` ${words.shift()}`
  const rest = words.join(' ')
  return (rest === '' ? [first] : [first, rest]).map((line) => shorten(line, width))
}

/** A label in one line; what does not fit ends in an ellipsis. */
export function shorten(line: string, width: number): string {
  if (textWidth(line) <= width) return line
  let kept = line
  while (kept.length > 1 && textWidth(`${kept}…`) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}
