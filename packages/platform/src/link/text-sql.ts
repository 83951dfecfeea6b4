import {
  abbreviations,
  apostrophes,
  foreignLetters,
  latinLetters,
  notInWords,
  particles,
  soundRules,
  spelledLetters,
  wordsForMissing,
} from '@caudal/methods/link'

/** A text of the program as an SQL literal; text of users never comes here. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/**
 * `plainText` of @caudal/methods/link, in SQL. A text of ASCII alone, as most are, has no accents to
 * lose and no script to leave.
 */
export function plainTextSql(value: string): string {
  const words = (text: string, between: string) =>
    `trim(regexp_replace(${text}, ${literal(between)}, ' ', 'g'))`
  const ascii = `replace(replace(lower(${value}), '''', ''), '\`', '')`
  let sql = `lower(nfc_normalize(${value}))`
  for (const [letter, spelled] of spelledLetters)
    sql = `replace(${sql}, ${literal(letter)}, ${literal(spelled)})`
  sql = `translate(strip_accents(${sql}), ${literal(foreignLetters)}, ${literal(latinLetters)})`
  sql = `regexp_replace(${sql}, ${literal(apostrophes.source)}, '', 'g')`
  return `case when strlen(${value}) = length(${value}) then ${words(ascii, '[^a-z0-9~]+')}
    else ${words(sql, notInWords.source)} end`
}

/** Nothing where people wrote that they know nothing, else the plain text itself. */
export function knownTextSql(plain: string): string {
  return `case when ${plain} in (${wordsForMissing.map(literal).join(', ')}) then null else ${plain} end`
}

/** `nameWords` of @caudal/methods/link, in SQL, from plain text: a list of words. */
export function nameWordsSql(plain: string): string {
  const dropped = particles.map(literal).join(', ')
  const words = `string_split(${plain}, ' ')`
  const kept = `list_filter(${words}, lambda w: w not in (${dropped}))`
  const spelled = abbreviations
    .map(([short, long]) => `when ${literal(short)} then ${literal(long)}`)
    .join(' ')
  return `list_transform(case when len(${kept}) = 0 then ${words} else ${kept} end, lambda w: case w ${spelled} else w end)`
}

/** `soundKey` of @caudal/methods/link, in SQL, from plain text. */
export function soundKeySql(plain: string): string {
  return soundRules.reduce((sql, [sound, letter]) => {
    const isText = /^[a-z0-9~]+$/.test(sound.source)
    return isText
      ? `replace(${sql}, ${literal(sound.source)}, ${literal(letter)})`
      : `regexp_replace(${sql}, ${literal(sound.source)}, ${literal(letter.replaceAll('$', '\\'))}, 'g')`
  }, plain)
}

/**
 * A date as eight digits, year first; zeros where only the year is given. Dates that no calendar has
 * (31 February) stay comparable, and other runs of digits stay what they are: a slip of the keyboard
 * is one digit, whatever date it makes.
 */
export function dateDigitsSql(value: string, order: 'day-first' | 'month-first'): string {
  const text = `trim(${value})`
  const part = (pattern: string, group: number, width: number) =>
    `lpad(regexp_extract(${text}, ${literal(pattern)}, ${group}), ${width}, '0')`
  const yearFirst = String.raw`^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?$`
  const yearLast = String.raw`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[T ].*)?$`
  const shortYear = String.raw`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2})$`
  const [day, month] = order === 'day-first' ? [1, 2] : [2, 1]
  const named = `try_strptime(${text}, ['%d %b %Y', '%d-%b-%Y', '%d %B %Y', '%b %d, %Y', '%B %d, %Y'])`
  return `case
    when regexp_matches(${text}, ${literal(yearFirst)}) then ${part(yearFirst, 1, 4)} || ${part(yearFirst, 2, 2)} || ${part(yearFirst, 3, 2)}
    when regexp_matches(${text}, ${literal(yearLast)}) then ${part(yearLast, 3, 4)} || ${part(yearLast, month, 2)} || ${part(yearLast, day, 2)}
    when regexp_matches(${text}, ${literal(shortYear)}) then
      (case when regexp_extract(${text}, ${literal(shortYear)}, 3) > '29' then '19' else '20' end)
      || ${part(shortYear, 3, 2)} || ${part(shortYear, month, 2)} || ${part(shortYear, day, 2)}
    when regexp_matches(${text}, '^\\d{8}$') then
      case when left(${text}, 2) in ('18', '19', '20') or right(${text}, 4) not between '1850' and '2100' then ${text}
        else right(${text}, 4) || ${order === 'day-first' ? `substr(${text}, 3, 2) || left(${text}, 2)` : `left(${text}, 4)`} end
    when regexp_matches(${text}, '^(18|19|20)\\d{2}$') then ${text} || '0000'
    when regexp_matches(${text}, '^\\d{6,9}$') then ${text}
    when ${named} is not null then strftime(${named}, '%Y%m%d')
    else null end`
}
