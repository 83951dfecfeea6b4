const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * Base 64 with padding.
 *
 * @see RFC 4648 (2006), section 4
 * @example toBase64(Uint8Array.of(102, 111, 111, 98)) // => 'Zm9vYg=='
 */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let place = 0; place < bytes.length; place += 3) {
    const [one, two = 0, three = 0] = bytes.subarray(place, place + 3)
    const all = (one! << 16) | (two << 8) | three
    const left = bytes.length - place
    text += alphabet[all >> 18]! + alphabet[(all >> 12) & 63]!
    text += (left > 1 ? alphabet[(all >> 6) & 63]! : '=') + (left > 2 ? alphabet[all & 63]! : '=')
  }
  return text
}

/**
 * The bytes of a base 64 text; undefined where it is none, or not the only way to write them.
 *
 * @example fromBase64('Zm9vYh==') // => undefined
 */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  for (let group = 0; group < text.length / 4; group += 1) {
    let all = 0
    for (const character of text.slice(group * 4, group * 4 + 4)) {
      all = (all << 6) | (character === '=' ? 0 : alphabet.indexOf(character))
    }
    for (let byte = 0; byte < 3 && group * 3 + byte < bytes.length; byte += 1) {
      bytes[group * 3 + byte] = (all >> (16 - 8 * byte)) & 255
    }
  }
  return toBase64(bytes) === text ? bytes : undefined
}
