import type { Command } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import { balanceAccountsFile, measureGrowthFile } from './service.ts'
import { accountWords } from './words.ts'

interface GrowthArguments {
  readonly period: string
  readonly value: string
  readonly vintage: string
  readonly by: readonly string[]
  readonly break: readonly string[]
  readonly everyVintage?: true
}

const gather = (value: string, before: readonly string[]) => [...before, value]

/** `caudal measure accounts` and `caudal measure growth`: stocks with their flows, series with their revisions. */
export function addAccountCommands(measure: Command, context: CommandContext): void {
  const words = accountWords[context.language]
  measure
    .command('accounts')
    .argument('<file>', words.accountsFile)
    .description(words.accounts)
    .option('--by <column>', words.by, gather, [])
    .addHelpText('after', `\n${words.accountsColumns}`)
    .action(async (file: string, given: { readonly by: readonly string[] }) => {
      const report = await balanceAccountsFile(file, given.by, (text) => context.write(text))
      context.say(words.accountsReport(report))
    })
  measure
    .command('growth')
    .argument('<series>', words.series)
    .description(words.growth)
    .option('--by <column>', words.by, gather, [])
    .option('--period <column>', words.period, 'period')
    .option('--value <column>', words.value, 'value')
    .option('--vintage <column>', words.vintage, 'vintage')
    .option('--break <period>', words.break, gather, [])
    .option('--every-vintage', words.everyVintage)
    .addHelpText('after', `\n${words.growthColumns}`)
    .action(async (series: string, given: GrowthArguments) => {
      const { period, value, vintage, by, break: breaks, everyVintage = false } = given
      const options = { columns: { period, value, vintage }, by, breaks, everyVintage }
      const report = await measureGrowthFile(series, options, (text) => context.write(text))
      context.say(words.growthReport(report))
    })
}
