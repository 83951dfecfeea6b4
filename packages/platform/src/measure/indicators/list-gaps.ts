import { quoteText } from '@caudal/methods/collect'
import { indicators } from '@caudal/methods/measure/indicators'
import {
  breakdowns,
  breakdownVariables,
  readParquet,
  type GapFound,
  type GapMap,
} from '@caudal/methods/measure'
import { labelOf, type Language, type Text } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { listDatasets, snapshot, type CaudalNode } from '../../store/index.ts'

/** What lacks where it is no input. */
const otherReasons: Readonly<Record<string, Text>> = {
  undecided: {
    es: 'hay cruces por decidir: la cifra puede cambiar',
    en: 'there are undecided crossings: the figure may change',
    fr: 'des franchissements restent indécis : le chiffre peut changer',
  },
  respondents: {
    es: 'la encuesta tiene menos de 25 respuestas de un grupo',
    en: 'the survey has fewer than 25 answers of a group',
    fr: 'l’enquête compte moins de 25 réponses d’un groupe',
  },
}

/**
 * Which indicators can be had from what the node holds, for which country, year and breakdown, and why
 * not where they cannot. A breakdown is available where all of its groups are, partial where some are.
 * It says what there is and no figure.
 *
 * @param year only that one; all where absent
 */
export async function listGaps(
  node: CaudalNode,
  language: Language,
  year?: number,
): Promise<GapMap> {
  const { files, batches } = await snapshot(node, 'indicator')
  const empty = {
    indicators: [],
    countries: [],
    years: [],
    breakdowns,
    cells: [],
    synthetic: false,
  }
  if (files.facts.length === 0 || batches.every(({ rowsAccepted }) => rowsAccepted === 0)) {
    return empty
  }
  const facts = readParquet(files.facts)
  const variables = breakdownVariables.map(
    (variable) => `case when ${variable} <> '_T' then ${quoteText(variable)} end`,
  )
  const years = await node.lake.rows<{ year: number }>(
    `select distinct period::integer as year from ${facts} order by 1`,
  )
  const rows = await node.lake.rows<Omit<GapFound, 'why'> & { readonly lacking: string | null }>(
    `select indicator, country, period::integer as year,
       concat_ws('.', ${variables.join(', ')}) as "by",
       case when bool_and(status = 'available') then 'available'
         when bool_and(status = 'missing') then 'missing' else 'partial' end as status,
       nullif(string_agg(distinct lacking, ' ') filter (where lacking <> ''), '') as lacking
     from ${facts} where $1::integer is null or period = $1::varchar group by all
     order by 2, 3, 1, 4`,
    [year ?? null],
  )
  const countries = getCodeList('countries')
  const meanings = new Map(
    indicators.flatMap(({ id, inputs }) =>
      inputs.map(({ column, meaning }) => [`${id} ${column}`, meaning[language]] as const),
    ),
  )
  const order = new Map(indicators.map(({ id }, at) => [id, at]))
  return {
    indicators: indicators.map(({ id, title, source }) => ({ id, title: title[language], source })),
    countries: [...new Set(rows.map(({ country }) => country))].map((code) => ({
      code,
      label: labelOf(countries, code, language),
    })),
    years: years.map((row) => row.year),
    breakdowns,
    cells: rows
      .map(({ lacking, ...cell }) => ({
        ...cell,
        why: [...new Set((lacking ?? '').split(' ').filter((column) => column !== ''))].map(
          (column) =>
            otherReasons[column]?.[language] ??
            meanings.get(`${cell.indicator} ${column}`) ??
            column,
        ),
      }))
      .sort((a, b) => order.get(a.indicator)! - order.get(b.indicator)!),
    synthetic: await isSynthetic(node),
  }
}

async function isSynthetic(node: CaudalNode): Promise<boolean> {
  return (await listDatasets(node)).some(
    ({ id, synthetic }) => id === 'caudal-indicators' && synthetic,
  )
}
