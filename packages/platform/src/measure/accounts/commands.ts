import { Option, type Command } from 'commander'
import {
  accountStocks,
  growthLevels,
  type AccountStock,
  type GrowthLevel,
} from '@caudal/methods/measure'
import type { CommandContext } from '../../app/command-context.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import type { CaudalNode } from '../../store/index.ts'
import { buildCubes } from '../service.ts'
import type { ShownFigures } from '../shown-figures.ts'
import { accountCubes, readNodeAccounts } from './node-accounts.ts'
import { readNodeGrowth } from './node-growth.ts'
import { writeGrowth } from './write-growth.ts'
import { writeAccounts } from './write-accounts.ts'
import { balanceAccountsFile, measureGrowthFile } from './service.ts'
import { accountWords } from './words.ts'

interface GrowthArguments {
  readonly period: string
  readonly value: string
  readonly vintage: string
  readonly by: readonly string[]
  readonly break: readonly string[]
  readonly everyVintage?: true
  readonly country?: string
  readonly direction: 'arrival' | 'departure'
  readonly level: GrowthLevel
}

interface AccountsArguments {
  readonly by: readonly string[]
  readonly stock: AccountStock
  readonly country?: string
}

const gather = (value: string, before: readonly string[]) => [...before, value]

/** `caudal measure accounts` and `caudal measure growth`: stocks with their flows, series with their revisions. */
export function addAccountCommands(
  measure: Command,
  context: CommandContext,
  figuresOf: (node: CaudalNode) => ShownFigures,
): void {
  const words = accountWords[context.language]
  const ofNode = async (stock: AccountStock, country: string | undefined) => {
    const node = await context.openNode()
    const actor = terminalActor('statistician')
    const progress = context.progress(words.building)
    await buildCubes(node, actor, {
      only: accountCubes,
      onProgress: (done, note) => progress.update(done, note),
    })
    progress.finish()
    const question = { stock, ...(country !== undefined && { country: country.toUpperCase() }) }
    const asker = { reader: async () => actor }
    const answer = await readNodeAccounts(node, figuresOf(node), asker, question, context.language)
    await context.write(writeAccounts(answer))
    const open = answer.accounts.filter(({ missing }) => missing.length > 0).length
    context.say(words.nodeReport(answer.accounts.length, open))
  }
  const growthOfNode = async ({ country, direction, level }: GrowthArguments) => {
    const node = await context.openNode()
    const actor = terminalActor('statistician')
    await buildCubes(node, actor, { only: ['migration-estimates'] })
    const question = { direction, level, country: country?.toUpperCase() }
    const asker = { reader: async () => actor }
    const answer = await readNodeGrowth(figuresOf(node), asker, question, context.language)
    await context.write(writeGrowth(answer))
    const report = {
      periods: answer.rows.length,
      revised: answer.rows.filter(({ revision }) => revision !== 0).length,
      overBreak: answer.rows.filter(({ overBreak }) => overBreak.length > 0).length,
    }
    context.say(report.periods === 0 ? words.noEstimates : words.growthReport(report))
  }
  measure
    .command('accounts')
    .argument('[file]', words.accountsFile)
    .description(words.accounts)
    .option('--by <column>', words.by, gather, [])
    .addOption(
      new Option('--stock <stock>', words.stock).choices(accountStocks).default('residents'),
    )
    .option('--country <country>', words.country)
    .addHelpText('after', `\n${words.accountsColumns}`)
    .action(async (file: string | undefined, given: AccountsArguments) => {
      if (file === undefined) return ofNode(given.stock, given.country)
      const report = await balanceAccountsFile(file, given.by, (text) => context.write(text))
      context.say(words.accountsReport(report))
    })
  measure
    .command('growth')
    .argument('[series]', words.series)
    .description(words.growth)
    .option('--by <column>', words.by, gather, [])
    .option('--period <column>', words.period, 'period')
    .option('--value <column>', words.value, 'value')
    .option('--vintage <column>', words.vintage, 'vintage')
    .option('--break <period>', words.break, gather, [])
    .option('--every-vintage', words.everyVintage)
    .option('--country <country>', words.growthCountry)
    .addOption(
      new Option('--direction <direction>', words.direction)
        .choices(['arrival', 'departure'])
        .default('arrival'),
    )
    .addOption(new Option('--level <level>', words.level).choices(growthLevels).default('year'))
    .addHelpText('after', `\n${words.growthColumns}`)
    .action(async (series: string | undefined, given: GrowthArguments) => {
      if (series === undefined) return growthOfNode(given)
      const { period, value, vintage, by, break: breaks, everyVintage = false } = given
      const options = { columns: { period, value, vintage }, by, breaks, everyVintage }
      const report = await measureGrowthFile(series, options, (text) => context.write(text))
      context.say(words.growthReport(report))
    })
}
