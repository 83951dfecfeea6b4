import {
  formatNumber,
  periodLabel,
  type Condition,
  type TableResult,
} from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { Words } from '../../words/catalogue.ts'
import { takeApart } from '../specification/rearrange.ts'

/** A filter in few words: "3 values", "2018 to 2020", "latest 12 periods", "Honduras". */
export function conditionWords(
  condition: Condition,
  result: TableResult | undefined,
  words: Words,
  language: Language,
): string {
  const { dimension, codes, range, latest } = condition
  if (latest !== undefined) return words.builder.latest(latest, formatNumber(latest, language))
  if (range) {
    return words.builder.fromTo(periodLabel(range[0], language), periodLabel(range[1], language))
  }
  const count = codes?.length ?? 0
  if (count === 1) {
    const said = result?.filters.find(
      (filter) => takeApart(filter.dimension).id === takeApart(dimension).id,
    )
    return said?.values.length === 1 ? said.values[0]! : periodLabel(codes![0]!, language)
  }
  return words.builder.chosen(count, formatNumber(count, language))
}
