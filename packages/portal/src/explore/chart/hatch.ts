import type { Hue } from './chart-spec.ts'
import { colour } from './chart-text.ts'

let drawings = 0

/** Hatched fills, one a hue, for what is provisional: told apart without colour. */
export function hatch(): {
  fill(hue: Hue): string
  definitions(hues: readonly Hue[]): SVGDefsElement
} {
  const prefix = `hatch-${(drawings += 1)}`
  return {
    fill: (hue) => `url(#${prefix}-${hue})`,
    definitions(hues) {
      const space = 'http://www.w3.org/2000/svg'
      const definitions = document.createElementNS(space, 'defs')
      for (const hue of hues) {
        const pattern = document.createElementNS(space, 'pattern')
        pattern.id = `${prefix}-${hue}`
        for (const [name, value] of [
          ['width', '6'],
          ['height', '6'],
          ['patternUnits', 'userSpaceOnUse'],
          ['patternTransform', 'rotate(45)'],
        ] as const) {
          pattern.setAttribute(name, value)
        }
        const stripe = document.createElementNS(space, 'rect')
        stripe.setAttribute('width', '2.5')
        stripe.setAttribute('height', '6')
        stripe.setAttribute('fill', colour(hue))
        pattern.append(stripe)
        definitions.append(pattern)
      }
      return definitions
    },
  }
}
