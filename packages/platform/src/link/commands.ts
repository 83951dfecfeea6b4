import type { Command } from 'commander'
import type { CommandContext } from '../app/command-context.ts'
import { linkFiles, type LinkReport } from './service.ts'
import { linkRefusals } from './refusals.ts'
import { linkWords } from './words.ts'

interface LinkArguments {
  readonly settings?: string
  readonly pairs?: string
  readonly clusters?: string
  readonly allPairs?: boolean
}

/** Adds `caudal link FILE.csv [SECOND.csv]`: the plain-file door of linking, without a node. */
export function addLinkCommand(program: Command, context: CommandContext): void {
  const words = linkWords[context.language]
  program
    .command('link')
    .argument('<files...>', words.files)
    .description(words.link)
    .option('--settings <file>', words.settings)
    .option('--pairs <file>', words.pairs)
    .option('--clusters <file>', words.clusters)
    .option('--all-pairs', words.allPairs)
    .addHelpText('after', `\n${words.help}`)
    .action(async (files: string[], given: LinkArguments) => {
      const [first, second, third] = files
      if (third !== undefined) throw linkRefusals.refuse('too-many-files', { files: files.length })
      if (given.pairs === undefined && given.clusters === undefined)
        throw linkRefusals.refuse('nowhere-to-write')
      const { progress, finish } = steps(context)
      const report = await linkFiles(second === undefined ? [first!] : [first!, second], {
        ...given,
        progress,
      })
      finish()
      sayReport(context, report)
    })
}

/** A bar for each step, begun when the step is first heard of. */
function steps(context: CommandContext) {
  const titles = linkWords[context.language].steps
  let current: { step: string; bar: ReturnType<CommandContext['progress']> } | undefined
  const progress = (step: keyof typeof titles, done: number) => {
    if (current?.step !== step) {
      current?.bar.finish()
      current = { step, bar: context.progress(titles[step]) }
    }
    current.bar.update(done)
  }
  return { progress, finish: () => current?.bar.finish() }
}

function sayReport(context: CommandContext, report: LinkReport): void {
  const words = linkWords[context.language]
  const number = new Intl.NumberFormat(context.language, { maximumFractionDigits: 1 })
  const { specification, result } = report
  context.say(words.compared(specification.comparisons.map(({ column }) => column).join(', ')))
  for (const { column, because } of report.leftOut) {
    if (because !== 'id') context.say(words.notCompared(column, words.leftOut[because]))
  }
  if (report.unshared.length > 0) context.say(words.unshared(report.unshared.join(', ')))
  if (report.sharedIds > 0) context.say(words.sharedIds(number.format(report.sharedIds)))
  if (result.rules.some(({ rule }) => rule.length === 0)) context.say(words.everyPair)
  else
    for (const { name, pairs } of result.rules) context.say(words.rule(name, number.format(pairs)))
  if (result.expectedRecall !== undefined && result.expectedRecall < 1)
    context.say(words.recall(number.format(Math.floor(result.expectedRecall * 1000) / 10)))
  if (!result.model.rules.some(({ trained }) => trained)) context.say(words.untrained)
  result.grouping.findings.forEach(({ records, parts }, at) => {
    context.say(words.split(report.splitIds[at]!, number.format(records), number.format(parts)))
  })
  const counts = [report.records, report.persons, report.accepted, report.review] as const
  const [records, persons, accepted, review] = counts.map((count) => number.format(count))
  context.say(words.done(records!, persons!, accepted!, review!))
}
