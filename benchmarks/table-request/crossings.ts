/**
 * SQL of crossings for benchmarks: so many records of fields of the record type `movement`, drawn
 * by hashing their number, so that every run has the same ones. Countries, posts, citizenships and
 * purposes are as unequal as they are in practice; posts belong to one country and one mode.
 *
 * @param first number of the first record: other numbers are other records
 */
export function crossingsSql(records: number, first = 0): string {
  const countries = ['GTM', 'SLV', 'HND', 'NIC', 'CRI', 'DOM']
  const citizenships =
    'GTM SLV HND NIC CRI DOM USA MEX COL VEN CUB HTI CAN ESP PAN ECU PER BRA ARG CHL FRA DEU ITA GBR NLD CHN IND KOR JPN RUS UKR ISR CHE BEL SWE NOR DNK AUS NZL ZAF NGA GHA CMR SOM ERI ETH BGD NPL PAK AFG'.split(
      ' ',
    )
  return `
select ${oneOf(countries, 'c')} as country,
  date '2015-01-01' + cast(floor(${draw(2)} * 3653) as integer) as crossed_on,
  case when ${draw(3)} < 0.51 then 'arrival' else 'departure' end as direction,
  ${oneOf(countries, 'c')} || '-P' || lpad(cast(p as varchar), 2, '0') as border_post,
  ${oneOf(['land', 'air', 'land', 'sea', 'river'], 'p % 5')} as mode,
  case when ${draw(4)} < 0.03 then null
    when ${draw(4)} < 0.45 then ${oneOf(countries, 'c')}
    else ${oneOf(citizenships, skewed(5, citizenships.length, 2.2))} end as citizenship,
  case when ${draw(6)} < 0.02 then null when ${draw(6)} < 0.55 then 'M' else 'F' end as sex,
  case when ${draw(7)} < 0.04 then null
    else cast(floor(95 * (${draw(8)} + ${draw(9)}) / 2.0) as integer) end as age,
  ${oneOf(['leisure', 'visit', 'work', 'business', 'transit', 'study', 'family', 'return', 'forced-return', 'protection'], skewed(10, 10, 1.8))} as purpose
from (select i, ${skewed(1, 6, 1.4)} as c, ${skewed(11, 24, 1.7)} as p from range(${first}, ${first + records}) as given(i))`
}

/** A number from 0 to 1, the same for the same record and salt. */
const draw = (salt: number) => `(hash(i * 31 + ${salt}) % 1000000) / 1000000.0`

/** A power of a draw: few codes hold most records. */
const skewed = (salt: number, codes: number, power: number) =>
  `cast(floor(power(${draw(salt)}, ${power}) * ${codes}) as integer)`

const oneOf = (values: readonly string[], index: string) =>
  `(array[${values.map((value) => `'${value}'`).join(', ')}])[1 + ${index}]`
