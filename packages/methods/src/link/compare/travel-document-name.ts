/** Most characters of a name in the machine-readable zone of a passport. */
const zoneLength = 39

const spelled: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Å: 'AA',
  Æ: 'AE',
  Ö: 'OE',
  Ø: 'OE',
  Œ: 'OE',
  Ü: 'UE',
  Ñ: 'N',
  ß: 'SS',
  Þ: 'TH',
  Ð: 'D',
}

/**
 * A name as the machine-readable zone of a passport prints it: letters A to Z, family and given
 * names parted by `<<`, words by `<`, cut at 39 characters. A name that reached the cut may have
 * lost its end.
 *
 * @param variants also accepted by the standard: Ñ as NXX and Ü as UXX
 * @see ICAO Doc 9303-3 (8th edition), sections 4.6 and 6.A; Doc 9303-4, section 4.2.2
 * @example travelDocumentName('Núñez Güell', 'María José') // => 'NUNEZ<GUEELL<<MARIA<JOSE'
 * @example travelDocumentName('Núñez', 'Ana', true) // => 'NUNXXEZ<<ANA'
 */
export function travelDocumentName(family: string, given: string, variants = false): string {
  const part = (name: string) =>
    Array.from(name.normalize('NFC').toUpperCase(), (letter) =>
      variants && letter === 'Ñ'
        ? 'NXX'
        : variants && letter === 'Ü'
          ? 'UXX'
          : (spelled[letter] ?? letter),
    )
      .join('')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/['’]/g, '')
      .replace(/[^A-Z]+/g, '<')
      .replace(/^<|<$/g, '')
  const names = [part(family), part(given)].filter((name) => name !== '')
  return names.join('<<').slice(0, zoneLength)
}
