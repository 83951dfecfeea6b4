import { InvalidArgumentError, Option, type Command } from 'commander'
import { dutyPeriods, isDate, type DutyPeriod } from '@caudal/methods/collect'
import type { CommandContext } from '../../app/command-context.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { csvLine } from '../report/csv-line.ts'
import { textTable } from '../report/text-table.ts'
import { addDuty, endDuty, submissionCalendar, type DutyCalendar } from './service.ts'
import { dutyWords, type DutyWords } from './words.ts'

interface NewDuty {
  readonly institution: string
  readonly every: DutyPeriod
  readonly within: number
  readonly from: string
}

/** `caudal batches calendar`, and `add` and `end` below it. */
export function addDutyCommands(batches: Command, context: CommandContext): void {
  const words = dutyWords[context.language]
  const keeper = terminalActor('data-officer')
  const calendar = batches
    .command('calendar')
    .description(words.calendar)
    .addOption(new Option('--format <format>', words.format).choices(['table', 'csv', 'json']))
    .action(async (options: { format?: 'table' | 'csv' | 'json' }) => {
      const node = await context.openNode()
      const list = await submissionCalendar(node, keeper, today())
      if (list.length === 0) context.say(words.none)
      // The parent has an option of the same name, and commander gives it to the parent.
      const format = options.format ?? batches.opts<{ format: 'table' | 'csv' | 'json' }>().format
      if (format === 'json') return context.write(`${JSON.stringify(list, null, 2)}\n`)
      const rows = [words.headings, ...rowsOf(list, words)]
      if (format === 'csv') return context.write(rows.map(csvLine).join(''))
      return list.length === 0 ? undefined : context.write(textTable(rows, [0, 7]))
    })

  calendar
    .command('add')
    .description(words.add)
    .argument('<dataset>', words.dataset)
    .requiredOption('--institution <institution>', words.institution)
    .addOption(new Option('--every <period>', words.howOften).choices(dutyPeriods).default('month'))
    .option('--within <days>', words.within, dayCount, 30)
    .requiredOption('--from <day>', words.from, dayOf)
    .action(async (dataset: string, { institution, every, within, from }: NewDuty) => {
      const node = await context.openNode()
      const duty = { institution, dataset, every, graceDays: within, from }
      context.say(words.added(await addDuty(node, keeper, duty)))
    })

  calendar
    .command('end')
    .description(words.end)
    .argument('<duty>', words.duty)
    .option('--until <day>', words.until, dayOf, today())
    .action(async (duty: string, { until }: { until: string }) => {
      const node = await context.openNode()
      await endDuty(node, keeper, Number(duty), until)
      context.say(words.ended(Number(duty)))
    })
}

function rowsOf(list: readonly DutyCalendar[], words: DutyWords): string[][] {
  return list.flatMap(({ duty, periods }) =>
    periods.map((period) => [
      String(duty.id),
      duty.institution,
      duty.dataset,
      period.period,
      period.dueOn,
      words.states[period.state],
      period.receivedOn ?? '',
      period.daysLate === 0 ? '' : String(period.daysLate),
    ]),
  )
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function dayOf(text: string): string {
  if (!isDate(text)) throw new InvalidArgumentError('2026-01-01 …')
  return text
}

function dayCount(text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) > 730) throw new InvalidArgumentError('0 … 730')
  return Number(text)
}
