import type { Hue } from './chart-spec.ts'

/** Size of all type in a chart, in pixels of a usual screen. */
export const labelSize = 14

/** The colour of a series; a single one wears the accent of the site. */
export function colour(hue: Hue): string {
  return hue === 'only' ? 'var(--accent)' : `var(--series-${hue})`
}

let measuring: CanvasRenderingContext2D | null | undefined

/** How much larger type is drawn than on a usual screen: the site grows on very wide ones. */
export function typeScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1
}

/** Width of a label in pixels, in the bold type of charts. */
export function textWidth(label: string): number {
  measuring ??= document.createElement('canvas').getContext('2d')
  if (!measuring) return label.length * labelSize * 0.6
  measuring.font = `600 ${labelSize * typeScale()}px ${getComputedStyle(document.body).fontFamily}`
  return measuring.measureText(label).width
}

/** A label in at most so many lines; what does not fit ends in an ellipsis (the table has it whole). */
export function wrapLabel(label: string, width: number, linesAtMost = 2): readonly string[] {
  if (label === '') return []
  const lines: string[] = []
  let line = ''
  for (const word of label.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || lines.length + 1 === linesAtMost || textWidth(longer) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line].map((each) => shorten(each, width))
}

/** A label in one line; what does not fit ends in an ellipsis. */
export function shorten(line: string, width: number): string {
  if (textWidth(line) <= width) return line
  let kept = line
  while (kept.length > 1 && textWidth(`${kept}…`) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}
