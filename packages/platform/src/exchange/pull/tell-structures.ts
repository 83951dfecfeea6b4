import { identify, type ReadStructures } from '@caudal/methods/exchange'
import type { CommandContext } from '../../app/command-context.ts'
import type { ExchangeWords } from '../command-words.ts'

/** Codes of one component that are written out. */
const mostCodes = 30

/** Says what a file of structures holds: flows, keys, code lists, and what data there are. */
export function tellStructures(
  context: CommandContext,
  words: ExchangeWords,
  file: string,
  { dataflows, dataStructures, codelists, constraints }: ReadStructures,
): void {
  context.say(words.structuresIn(file))
  for (const { reference } of dataflows) context.say(`  ${words.flow}: ${identify(reference)}`)
  for (const { reference, dimensions, hasTime } of dataStructures) {
    const key = [...dimensions.map(({ id }) => id), ...(hasTime ? ['TIME_PERIOD'] : [])].join('.')
    context.say(`  ${words.dataStructure}: ${identify(reference)}: ${key}`)
  }
  for (const { reference, codes } of codelists) {
    context.say(`  ${words.codelist}: ${identify(reference)}: ${words.codes(codes.size)}`)
  }
  for (const { keys, seriesCount, observationCount } of constraints) {
    if (observationCount !== undefined) {
      context.say(`  ${words.available(seriesCount ?? 0, observationCount)}`)
    }
    for (const { id, values, range } of keys) {
      const shown = values.slice(0, mostCodes).join(', ')
      const rest = values.length > mostCodes ? '…' : ''
      context.say(`  ${id}: ${range ? `${range.start} – ${range.end}` : shown + rest}`)
    }
  }
}
