import { basename } from 'node:path'
import { InvalidArgumentError, Option, type Command } from 'commander'
import type { CommandContext } from '../app/command-context.ts'
import { terminalActor } from '../govern/terminal-actor.ts'
import { addCodeCommands } from './codes/commands.ts'
import { addPublicCommand } from './connectors/commands.ts'
import { addDutyCommands } from './duties/commands.ts'
import { addFormCommands } from './forms/commands.ts'
import { addInstitutionCommands } from './institution/commands.ts'
import { withoutKey, writeBatches, type ListFormat } from './report/batch-list.ts'
import { writeFindingList } from './report/finding-list.ts'
import { importLines } from './report/import-text.ts'
import { collectWords } from './report/words.ts'
import { getBatch, importFile, listBatches, listFindings } from './service.ts'
import { addProfileCommands } from './suggesting/commands.ts'
import { addFormCommand } from './xlsform/commands.ts'

/** `caudal import FILE`, `caudal batches`, `caudal profile`, `caudal form` and `caudal codes`. */
export function addCollectCommands(program: Command, context: CommandContext): void {
  addImport(program, context)
  addBatches(program, context)
  addProfileCommands(program, context)
  addFormCommands(program, context)
  addCodeCommands(program, context)
}

function addImport(program: Command, context: CommandContext): void {
  const words = collectWords[context.language]
  const importing = program
    .command('import')
    .description(words.import)
    // Not required as such: `import boundaries` has a file and options of its own.
    .argument('[file]', words.importFile)
    .option('--profile <profile>', words.importProfile)
    .option('--supersedes <batches>', words.importSupersedes, batchIds)
    .option('--because <text>', words.importBecause)
    .option('--json', words.importJson)
    .addHelpText('after', `\n${words.importExamples}`)
    .action(
      async (
        file: string | undefined,
        options: {
          profile?: string
          json?: boolean
          supersedes?: readonly number[]
          because?: string
        },
        command: Command,
      ) => {
        if (file === undefined) command.error(words.fileNeeded)
        if (options.profile === undefined) command.error(words.profileNeeded)
        if (options.supersedes !== undefined && !options.because?.trim()) {
          command.error(words.becauseNeeded)
        }
        const node = await context.openNode()
        const progress = context.progress(words.importing(basename(file)))
        const number = new Intl.NumberFormat(context.language)
        const report = await importFile(node, terminalActor('data-officer'), {
          file,
          profile: options.profile,
          ...(options.supersedes === undefined ? {} : { supersedes: options.supersedes }),
          ...(options.because === undefined ? {} : { because: options.because }),
          onProgress: (done, step, rows) => {
            const note = rows === undefined ? '' : ` · ${number.format(rows)}`
            progress.update(done, `${words.steps[step]}${note}`)
          },
        })
        progress.finish()
        for (const line of importLines(report, context.language)) context.say(line)
        if (options.json) await context.write(`${JSON.stringify(report, null, 2)}\n`)
      },
    )
  addPublicCommand(importing, context)
  addFormCommand(importing, context)
}

function addBatches(program: Command, context: CommandContext): void {
  const keeper = terminalActor('data-officer')
  const words = collectWords[context.language]
  const format = () =>
    new Option('--format <format>', words.batchesFormat).choices(['table', 'csv', 'json'])
  const batches = program
    .command('batches')
    .description(words.batches)
    .addOption(format().default('table'))
    .option('--all', words.batchesAll)
    .action(async (options: { format: ListFormat; all?: boolean }) => {
      const node = await context.openNode()
      const statuses = options.all ? (['accepted', 'superseded', 'withdrawn'] as const) : undefined
      const list = await listBatches(node, keeper, statuses === undefined ? {} : { statuses })
      if (list.length === 0) context.say(words.batchesNone)
      if (list.length > 0 || options.format !== 'table') {
        await context.write(writeBatches(list, options.format, context.language))
      }
    })

  batches
    .command('show')
    .description(words.show)
    .argument('<batch>', words.showBatch)
    .option('--findings', words.showFindings)
    .option('--limit <findings>', words.showLimit, wholeNumber, 1000)
    .addOption(format())
    .action(
      async (id: string, options: { findings?: boolean; limit: number; format?: ListFormat }) => {
        const node = await context.openNode()
        const batch = await getBatch(node, keeper, Number(id))
        // The parent has an option of the same name, and commander gives it to the parent.
        const written = options.format ?? batches.opts<{ format: ListFormat }>().format
        if (!options.findings) {
          const text =
            written === 'table'
              ? writeBatches([batch], 'table', context.language)
              : written === 'csv'
                ? writeBatches([batch], 'csv', context.language)
                : `${JSON.stringify(withoutKey(batch), null, 2)}\n`
          await context.write(text)
          return
        }
        const { findings, total } = await listFindings(node, keeper, batch.id, {
          limit: options.limit,
        })
        await context.write(writeFindingList(findings, batch.recordType, written, context.language))
        const number = new Intl.NumberFormat(context.language)
        context.say(words.shown(number.format(findings.length), number.format(total)))
      },
    )
  addInstitutionCommands(batches, context)
  addDutyCommands(batches, context)
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('1, 2, 3 …')
  return Number(text)
}

function batchIds(text: string): readonly number[] {
  return text.split(',').map((id) => wholeNumber(id.trim()))
}
