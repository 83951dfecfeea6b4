/** What a drawing looks like by, as style sheets may say it. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
] as const

/** A copy of a drawing whose looks are in the drawing itself, so that it can leave the page. */
export function inlineStyles(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const [own, copied] = [drawing, copy].map((root) => [
    root,
    ...root.querySelectorAll<SVGElement>('*'),
  ]) as [SVGElement[], SVGElement[]]
  own.forEach((element, at) => {
    const target = copied[at]!
    const style = getComputedStyle(element)
    for (const property of properties) {
      const value = style.getPropertyValue(property)
      if (value !== '') target.setAttribute(property, plainColour(value))
    }
    for (const name of ['class', 'style', 'tabindex', 'role', 'aria-activedescendant']) {
      target.removeAttribute(name)
    }
    for (const { name } of target.attributes) {
      if (name.startsWith('data-') || name.startsWith('aria-')) target.removeAttribute(name)
    }
  })
  return copy
}

/**
 * A colour as every program reads it: mixed colours are computed as `color(srgb …)`, which few know.
 *
 * @example plainColour('color(srgb 1 0.5 0 / 0.4)') // => 'rgba(255, 128, 0, 0.4)'
 */
export function plainColour(value: string): string {
  const mixed = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.]+))?\)$/.exec(value)
  if (!mixed) return value
  const [red, green, blue] = mixed.slice(1, 4).map((part) => Math.round(Number(part) * 255))
  return `rgba(${red}, ${green}, ${blue}, ${mixed[4] ?? 1})`
}

export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}
