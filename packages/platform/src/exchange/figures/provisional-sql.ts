import { quoteName, quoteText } from '@caudal/methods/collect'
import type { CubeFigures } from '@caudal/methods/exchange'
import type { Cube } from '@caudal/methods/measure'

/**
 * SQL of `when … then 'P'` for figures `n` in whose period anything is undecided, of the same area and of the
 * same code of every dimension that has no total. Reads the table `figures`, where the counts of what is
 * undecided stand too; empty of a cube that has none.
 *
 * @see SDMX cross-domain list CL_OBS_STATUS, code P
 */
export function provisionalSql({ measures }: Cube, figures: CubeFigures): string {
  const undecidedBy = new Map(measures.map(({ id, undecidedBy }) => [id, undecidedBy]))
  const codes = (which: (measure: string) => boolean) =>
    figures.measures.filter(({ measure }) => which(measure)).map(({ code }) => quoteText(code))
  const open = codes((measure) => undecidedBy.get(measure) !== undefined)
  const counts = codes((measure) => [...undecidedBy.values()].includes(measure))
  if (open.length === 0 || counts.length === 0) return ''
  const apart = Object.entries(figures.dimensions)
    .filter(([, source]) => 'cube' in source && !source.total)
    .map(([id]) => quoteName(id))
  const spans = `select ${apart.map((id) => `${id}, `).join('')}min(${firstMonth('t')}) as first, max(${lastMonth('t')}) as last
      from figures where "MEASURE" in (${counts.join(', ')}) and v > 0 and t in (${finestSql}) group by all`
  const same = apart.map((id) => ` and s.${id} = n.${id}`).join('')
  return ` when n."MEASURE" in (${open.join(', ')}) and exists (select 1 from (${spans}) s
      where ${firstMonth('n.t')} <= s.last and ${lastMonth('n.t')} >= s.first${same}) then 'P'`
}

/** Months where there are any, else whatever periods there are: years know less well when. */
const finestSql = `select t from figures where "FREQ" = 'M'
      union all select t from figures where not exists (select 1 from figures where "FREQ" = 'M')`

const quarter = (t: string, month: number) =>
  `substr(${t}, 1, 5) || lpad(cast(3 * cast(substr(${t}, 7, 1) as integer) - ${3 - month} as varchar), 2, '0')`

/** The first and the last month of a year, a quarter, a month or a day, as text that sorts. */
const firstMonth = (t: string) =>
  `case when length(${t}) = 4 then ${t} || '-01' when ${t} like '____-Q_' then ${quarter(t, 1)} else substr(${t}, 1, 7) end`
const lastMonth = (t: string) =>
  `case when length(${t}) = 4 then ${t} || '-12' when ${t} like '____-Q_' then ${quarter(t, 3)} else substr(${t}, 1, 7) end`
