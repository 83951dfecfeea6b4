import type { Command } from 'commander'
import { faultTexts, metadataConcepts } from '@caudal/methods/exchange'
import { csvLine } from '@caudal/methods/measure'
import type { Language } from '@caudal/methods/vocabulary'
import { terminalActor } from '../govern/terminal-actor.ts'
import { listStatements, stateMetadata } from './reference-metadata.ts'
import type { CommandContext } from '../app/command-context.ts'
import { exchangeRefusals } from './command-refusals.ts'
import { exchangeWords } from './command-words.ts'
import { convertMessage, listMaps } from './convert-message.ts'
import { pullMessage } from './pull/pull-message.ts'
import { isDataAddress, pullStructures } from './pull/pull-structures.ts'
import { tellStructures } from './pull/tell-structures.ts'
import { validateMessage } from './validate-message.ts'

interface DescribeOptions extends Partial<Record<Language, string>> {
  readonly takeBack?: boolean
}

interface PullOptions {
  readonly out: string
  readonly changes?: boolean
  readonly measure?: string
  readonly structure?: string
}

/** Reasons of which a conversion tells, the most frequent first. */
const mostReasons = 20

/** `caudal sdmx`: validate, convert, describe and pull. */
export function addExchangeCommands(program: Command, context: CommandContext): void {
  const words = exchangeWords[context.language]
  const sdmx = program.command('sdmx').description(words.sdmx)
  sdmx
    .command('validate')
    .description(words.validate)
    .argument('<file>', words.file)
    .option('--structure <file>', words.structure)
    .option('--most <number>', words.most, '1000')
    .action(async (file: string, options: { structure?: string; most: string }) => {
      const node = await context.openNode()
      const most = Math.max(0, Number(options.most) || 0)
      let written = 0
      const outcome = await validateMessage(node, file, options.structure, async (fault) => {
        if (written >= most) return
        if (written === 0)
          await context.write(
            csvLine(['observation', 'line', 'code', 'component', 'value', 'message']),
          )
        written += 1
        const { code, component, value, line, observation } = fault
        const message = faultTexts[code][context.language]
          .replace('{component}', component)
          .replace('{value}', value)
        await context.write(
          csvLine([
            String(observation),
            line === undefined ? '' : String(line),
            code,
            component,
            value,
            message,
          ]),
        )
      })
      if (outcome.faults === 0) {
        context.say(words.sound(outcome.observations))
        return
      }
      if (outcome.faults > written) context.say(words.notListed(outcome.faults - written))
      throw exchangeRefusals.refuse('file-has-faults', {
        faults: outcome.faults,
        observations: outcome.observations,
      })
    })
  sdmx
    .command('convert')
    .description(words.convert)
    .argument('<file>', words.file)
    .requiredOption('--map <id>', words.map(listMaps().join(', ')))
    .requiredOption('--out <file>', words.out)
    .action(async (file: string, { map, out }: { map: string; out: string }) => {
      const { converted, left } = await convertMessage(file, map, out)
      context.say(words.converted(converted, out))
      if (left.length === 0) return
      context.say(words.left(left.reduce((sum, { observations }) => sum + observations, 0)))
      for (const { reason, component, value, observations } of left.slice(0, mostReasons)) {
        const line = words.leftLine(observations, component, value)
        context.say(`  ${line}: ${words.leftReason[reason]}`)
      }
      if (left.length > mostReasons) context.say('  …')
    })
  sdmx
    .command('describe')
    .description(words.describe)
    .argument('<dataflow>', words.dataflow)
    .argument('[concept]', words.concept(metadataConcepts.join(', ')))
    .option('--es <text>', words.textIn.es)
    .option('--en <text>', words.textIn.en)
    .option('--fr <text>', words.textIn.fr)
    .option('--take-back', words.takeBack)
    .action(async (dataflow: string, concept: string | undefined, options: DescribeOptions) => {
      const node = await context.openNode()
      const { takeBack, ...text } = options
      if (concept === undefined || (takeBack !== true && Object.keys(text).length === 0)) {
        for (const each of await listStatements(node)) {
          if (each.dataflow !== dataflow || (concept ?? each.concept) !== each.concept) continue
          context.say(`${each.concept}: ${each.text[context.language]}`)
        }
        return
      }
      const said = takeBack === true ? undefined : text
      await stateMetadata(node, terminalActor('publisher'), dataflow, concept, said)
      context.say(words.described(dataflow, concept))
    })
  sdmx
    .command('pull')
    .description(words.pull)
    .argument('<url>', words.url)
    .requiredOption('--out <file>', words.out)
    .option('--changes', words.changes)
    .option('--measure <code>', words.measure)
    .option('--structure <file>', words.structureOfData)
    .action(async (url: string, options: PullOptions) => {
      const { out } = options
      if (!isDataAddress(url)) {
        const found = await pullStructures({ url, out })
        if (found.outcome !== 'received') context.say(words[found.outcome])
        else tellStructures(context, words, out, found.structures)
        return
      }
      const pulled = await pullMessage({ url, ...options })
      if (pulled.withdrawn > 0) context.say(words.withdrawn(pulled.withdrawn))
      if (pulled.outcome !== 'received') {
        // Asked for changes alone, a service without any has no data for the query.
        const isStill = pulled.outcome === 'empty' && options.changes === true
        context.say(words[isStill ? 'unchanged' : pulled.outcome])
        return
      }
      context.say(words.pulled(pulled.records, out, pulled.profile))
      if (pulled.aggregates.size > 0) {
        const areas = [...pulled.aggregates].map(([area, count]) => `${area} (${count})`)
        context.say(words.aggregates(areas.slice(0, 40).join(', ')))
      }
      for (const { field, codes } of pulled.overlaps) {
        context.say(
          words.overlaps(words.overlapping[field] ?? field, codes.slice(0, 20).join(', ')),
        )
      }
      if (pulled.measures.length > 0) {
        context.say(words.measures(pulled.measures.slice(0, 20).join(', ')))
      }
      if (pulled.besides.length > 0) context.say(words.besides(pulled.besides.join(', ')))
    })
}
