const bandOf = (age: string) =>
  `case when ${age} < 15 then 'Y0T14' when ${age} < 25 then 'Y15T24' when ${age} < 65 then 'Y25T64' when ${age} >= 65 then 'Y_GE65' end`

/** The broad band of an age in years. */
export const ageBandSql = bandOf

/** The broad band that an age group of SDMX lies in; null of one that lies in several. */
export function bandOfGroupSql(code: string): string {
  const first = `case when ${code} like 'Y\\_LT%' escape '\\' then 0 else try_cast(regexp_extract(${code}, '(\\d+)', 1) as integer) end`
  const last = `case when ${code} like 'Y\\_GE%' escape '\\' then 150
    when ${code} like 'Y\\_LT%' escape '\\' then try_cast(regexp_extract(${code}, '(\\d+)', 1) as integer) - 1
    when ${code} like 'Y%T%' then try_cast(regexp_extract(${code}, 'T(\\d+)', 1) as integer)
    else try_cast(regexp_extract(${code}, '(\\d+)', 1) as integer) end`
  return `case when ${bandOf(`(${first})`)} = ${bandOf(`(${last})`)} then ${bandOf(`(${first})`)} end`
}

/** Migratory status by citizenship and by birth, over columns of those names and the country's. */
export const statusSql = (country: string) => `
  case when citizenship = ${country} then 'national' when citizenship <> '_U' then 'foreign' end as citizenship_status,
  case when birth_country = ${country} then 'native-born' when birth_country <> '_U' then 'foreign-born' end as birth_status`
