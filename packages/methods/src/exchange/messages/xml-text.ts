const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Characters that XML 1.0 cannot hold, however they are written. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
const everyForbidden = new RegExp(forbidden.source, 'gu')
const special = /[&<>"\t\n\r]/
const specials = /[&<>"\t\n\r]/g

/**
 * Text as it stands in an XML attribute or element; what XML cannot hold becomes U+FFFD.
 *
 * @example escapeXml('R & D <"1">') // => 'R &amp; D &lt;&quot;1&quot;&gt;'
 */
export function escapeXml(text: string): string {
  const clean = forbidden.test(text) ? text.replace(everyForbidden, '\ufffd') : text
  return special.test(clean) ? clean.replace(specials, (each) => escapes[each]!) : clean
}

/** Attributes of an element; those that are undefined are left out. */
export function attributes(values: Readonly<Record<string, string | boolean | undefined>>): string {
  let text = ''
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) text += ` ${name}="${escapeXml(String(value))}"`
  }
  return text
}

/** An element with its content; without content it closes itself. */
export function element(
  name: string,
  values: Readonly<Record<string, string | boolean | undefined>>,
  ...content: readonly string[]
): string {
  const inner = content.join('')
  return inner === ''
    ? `<${name}${attributes(values)}/>`
    : `<${name}${attributes(values)}>${inner}</${name}>`
}
