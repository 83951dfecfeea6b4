/**
 * Names of months and their usual abbreviations in Spanish, English and French, without accents
 * and in lower case.
 *
 * @see Unicode CLDR 44, calendars of es, en and fr; `set` and `setiembre` are usual in Peru and
 * Uruguay
 */
const names: readonly (readonly string[])[] = [
  ['enero', 'ene', 'january', 'jan', 'janvier', 'janv'],
  ['febrero', 'feb', 'february', 'fevrier', 'fevr', 'fev'],
  ['marzo', 'mar', 'march', 'mars'],
  ['abril', 'abr', 'april', 'apr', 'avril', 'avr'],
  ['mayo', 'may', 'mai'],
  ['junio', 'jun', 'june', 'juin'],
  ['julio', 'jul', 'july', 'juillet', 'juil'],
  ['agosto', 'ago', 'august', 'aug', 'aout'],
  ['septiembre', 'setiembre', 'sept', 'sep', 'set', 'september', 'septembre'],
  ['octubre', 'oct', 'october', 'octobre'],
  ['noviembre', 'nov', 'november', 'novembre'],
  ['diciembre', 'dic', 'december', 'dec', 'decembre'],
]

/** Month by name, as two digits. */
export const monthByName: ReadonlyMap<string, string> = new Map(
  names.flatMap((spellings, index) =>
    spellings.map((spelling) => [spelling, String(index + 1).padStart(2, '0')] as const),
  ),
)
