import { Option, type Command } from 'commander'
import { parseTableSpec, tableFacts, tableToCsv, tableToText } from '@caudal/methods/publish'
import type { CommandContext } from '../app/command-context.ts'
import { terminalActor } from '../govern/terminal-actor.ts'
import { buildCubes } from '../measure/service.ts'
import { createPublishService } from './service.ts'
import { tableCommandWords } from './words.ts'

interface TableOptions {
  readonly rows?: string
  readonly columns?: string
  readonly where?: string[]
  readonly measure?: string
  readonly show?: string
  readonly sort?: string
  readonly top?: string
  readonly format?: 'table' | 'csv' | 'json'
}

/** `caudal table CUBE`: a cross-tabulation on standard output, its notes and source beside it. */
export function addPublishCommands(program: Command, context: CommandContext): void {
  const words = tableCommandWords[context.language]
  program
    .command('table')
    .description(words.description)
    .argument('<cube>', words.cube)
    .option('--rows <dimensions>', words.rows)
    .option('--columns <dimensions>', words.columns)
    .option('--where <conditions>', words.where, (given, before: string[] | undefined) => [
      ...(before ?? []),
      given,
    ])
    .option('--measure <measure>', words.measure)
    .option('--show <calculation>', words.show)
    .option('--sort <order>', words.sort)
    .option('--top <rows>', words.top)
    .addOption(new Option('--format <format>', words.format).choices(['table', 'csv', 'json']))
    .addHelpText('after', `\n${words.examples}`)
    .action(async (cubeId: string, options: TableOptions) => {
      const { where = [], format = process.stdout.isTTY ? 'table' : 'csv', ...named } = options
      // Read before anything is opened: a slip in the specification costs no waiting.
      const parameters = Object.entries({ ...named, where: where.join(';') }).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      )
      const spec = parseTableSpec(parameters)

      const node = await context.openNode()
      const actor = terminalActor('statistician')
      // One question: roll-ups are read from their files, none is loaded.
      const service = createPublishService(node, { memory: 0 })
      const state = (await service.reader.states()).find(({ cube }) => cube.id === cubeId)
      if (state?.state === 'not-built' || state?.state === 'stale') {
        const progress = context.progress(words.building)
        await buildCubes(node, actor, {
          only: [cubeId],
          onProgress: (done, note) => progress.update(done, note),
        })
        progress.finish()
        service.reader.forget()
      }
      const result = await service.measureTable(async () => actor, cubeId, spec, context.language)
      if (format === 'json') await context.write(`${JSON.stringify(result, null, 2)}\n`)
      else await context.write(format === 'csv' ? tableToCsv(result) : tableToText(result))
      for (const { name, value } of tableFacts(result)) context.say(`${name}: ${value}`)
    })
}
