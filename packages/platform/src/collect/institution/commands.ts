import { writeFile } from 'node:fs/promises'
import { Option, type Command } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import type { ListFormat } from '../report/batch-list.ts'
import { readCodeLists } from '../codes/service.ts'
import { writeComparison } from './comparison-text.ts'
import { reportHtml } from './report-html.ts'
import { reportWorkbook } from './report-workbook.ts'
import { compareBatches, institutionReport, withdraw } from './service.ts'
import { institutionWords } from './words.ts'

/** `caudal batches report`, `caudal batches compare` and `caudal batches withdraw`. */
export function addInstitutionCommands(batches: Command, context: CommandContext): void {
  const words = institutionWords[context.language]
  const keeper = terminalActor('data-officer')
  batches
    .command('report')
    .description(words.report)
    .argument('<batch>', words.reportBatch)
    .option('--out <file>', words.reportOut)
    .action(async (id: string, options: { out?: string }) => {
      const node = await context.openNode()
      const report = await institutionReport(node, keeper, Number(id), context.language)
      const { out } = options
      if (out === undefined) {
        await context.write(reportHtml(report))
        return
      }
      const isWorkbook = out.toLowerCase().endsWith('.xlsx')
      await writeFile(out, isWorkbook ? await reportWorkbook(report) : reportHtml(report))
      context.say(words.reportWritten(out))
    })

  batches
    .command('compare')
    .description(words.compare)
    .argument('<before>', words.compareBefore)
    .argument('<after>', words.compareAfter)
    .option('--by <fields>', words.compareBy)
    .addOption(
      new Option('--format <format>', words.compareFormat).choices(['table', 'csv', 'json']),
    )
    .action(
      async (before: string, after: string, options: { by?: string; format?: ListFormat }) => {
        const node = await context.openNode()
        const by = options.by?.split(',').map((field) => field.trim())
        const ids = { before: Number(before), after: Number(after) }
        const comparison = await compareBatches(node, keeper, ids, by)
        const number = new Intl.NumberFormat(context.language)
        const { changed, cells, total, moved } = comparison
        context.say(
          changed === 0 && moved.length === 0
            ? words.same
            : words.compared(
                number.format(changed),
                number.format(cells),
                number.format(total.before),
                number.format(total.after),
              ),
        )
        if (moved.length > 0) {
          const fields = moved.map((each) => `${each.field} (${number.format(each.moved)})`)
          context.say(words.moved(fields.join(', ')))
        }
        // The parent has an option of the same name, and commander gives it to the parent.
        const format = options.format ?? batches.opts<{ format: ListFormat }>().format
        if (changed > 0 || format !== 'table') {
          await context.write(
            writeComparison(comparison, format, context.language, await readCodeLists(node)),
          )
        }
      },
    )

  batches
    .command('withdraw')
    .description(words.withdraw)
    .argument('<batch>', words.reportBatch)
    .requiredOption('--because <text>', words.withdrawBecause)
    .option('--yes', words.withdrawYes)
    .action(async (id: string, options: { yes?: boolean; because: string }) => {
      const node = await context.openNode()
      if (!options.yes) {
        context.say(words.withdrawSure(Number(id)))
        process.exitCode = 2
        return
      }
      await withdraw(node, keeper, Number(id), options.because)
      context.say(words.withdrawn(Number(id)))
    })
}
