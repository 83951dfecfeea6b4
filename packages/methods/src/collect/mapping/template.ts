/** A piece of a template: text as it stands, or a column. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'column'; readonly column: string }

/**
 * Takes a template of columns apart.
 *
 * @example templateParts('{year}-{month}').length // => 3
 */
export function templateParts(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = []
  let rest = 0
  for (const match of template.matchAll(/\{([^{}]+)\}/g)) {
    if (match.index > rest) parts.push({ kind: 'text', text: template.slice(rest, match.index) })
    parts.push({ kind: 'column', column: match[1] ?? '' })
    rest = match.index + match[0].length
  }
  if (rest < template.length) parts.push({ kind: 'text', text: template.slice(rest) })
  return parts
}

/**
 * The columns a template reads.
 *
 * @example templateColumns('{year}-{month}') // => ['year', 'month']
 */
export function templateColumns(template: string): readonly string[] {
  return templateParts(template).flatMap((part) => (part.kind === 'column' ? [part.column] : []))
}
