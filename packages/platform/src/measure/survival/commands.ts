import type { Command } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { readDay } from '../option-values/option-values.ts'
import { buildCubes } from '../service.ts'
import { measureNodeSurvival } from './node-survival.ts'
import { survivalRefusals } from './refusals.ts'
import { measureSurvivalFile, type StayColumns } from './service.ts'
import { survivalWords } from './words.ts'

interface SurvivalArguments {
  readonly time?: string
  readonly ended?: string
  readonly arrival?: string
  readonly departure?: string
  readonly observedUntil?: string
  readonly country?: string
  readonly by: readonly string[]
}

const gather = (value: string, before: readonly string[]) => [...before, value]

/** `caudal measure survival`: how long stays last, of a plain file or of the journeys of the node. */
export function addSurvivalCommand(measure: Command, context: CommandContext): void {
  const words = survivalWords[context.language]
  const sayReport = (stays: number, open: number, medians: readonly (number | null)[]) =>
    context.say(
      words.report(stays, open, medians.map((days) => days ?? words.notReached).join(', ')),
    )
  const ofNode = async ({ country, by }: SurvivalArguments) => {
    const node = await context.openNode()
    const progress = context.progress(words.building)
    const actor = terminalActor('statistician')
    await buildCubes(node, actor, {
      only: ['stays'],
      onProgress: (done, note) => progress.update(done, note),
    })
    progress.finish()
    const report = await measureNodeSurvival(node, actor, country?.toUpperCase(), by, (text) =>
      context.write(text),
    )
    sayReport(report.stays, report.open, report.medians)
    if (report.imputed > 0) context.say(words.imputed(report.imputed))
    if (!report.synthetic) context.say(words.unprotected)
  }
  measure
    .command('survival')
    .argument('[stays]', words.stays)
    .description(words.survival)
    .option('--time <column>', words.time)
    .option('--ended <column>', words.ended)
    .option('--arrival <column>', words.arrival)
    .option('--departure <column>', words.departure)
    .option('--observed-until <day>', words.observedUntil)
    .option('--country <country>', words.country)
    .option('--by <column>', words.by, gather, [])
    .action(async (stays: string | undefined, given: SurvivalArguments) => {
      if (stays === undefined) return ofNode(given)
      const report = await measureSurvivalFile(stays, columnsOf(given), given.by, (text) =>
        context.write(text),
      )
      sayReport(report.stays, report.open, report.medians)
      if (report.unobserved > 0) context.say(words.unobserved(report.unobserved))
    })
}

/** @throws Refusal `measure.stay-columns-missing` */
function columnsOf(given: SurvivalArguments): StayColumns {
  const { time, ended, arrival, departure, observedUntil } = given
  if (time !== undefined && ended !== undefined) return { time, ended }
  if (arrival === undefined || departure === undefined || observedUntil === undefined) {
    throw survivalRefusals.refuse('stay-columns-missing')
  }
  return { arrival, departure, observedUntil: readDay(observedUntil, '--observed-until') }
}
