import type { AreaFill } from './map-style.ts'

/** The attributes that give a shape its fill: a class of the style sheet, or a pattern by name. */
export function fillAttributes(
  fill: AreaFill,
  prefix: string,
): { readonly 'data-fill': AreaFill; readonly fill?: string } {
  return fill === 'missing' || fill === 'suppressed'
    ? { 'data-fill': fill, fill: `url(#${prefix}-${fill})` }
    : { 'data-fill': fill }
}
