import type { Command } from 'commander'
import type { CommandContext } from '../app/command-context.ts'
import type { AnswerCounts } from './answer-files.ts'
import { linkCommandRefusals } from './command-refusals.ts'
import type { EncodeReport } from './encode-file.ts'
import { addPersonCommands } from './persons/commands.ts'
import { addReviewCommands } from './review/commands.ts'
import { encodeRecords, linkEncodedFiles, linkFiles, type LinkReport } from './service.ts'
import { linkWords } from './words.ts'

interface LinkArguments {
  readonly settings?: string
  readonly pairs?: string
  readonly clusters?: string
  readonly allPairs?: boolean
  readonly encode?: string
  readonly out?: string
  readonly fold?: boolean
  readonly encoded?: boolean
}

/**
 * Adds `caudal link FILE.csv [SECOND.csv]`, the plain-file door of linking, and under it the commands
 * that link the records of the node.
 */
export function addLinkCommand(program: Command, context: CommandContext): void {
  const words = linkWords[context.language]
  const link = program.command('link')
  link
    .argument('<files...>', words.files)
    .description(words.link)
    .option('--settings <file>', words.settings)
    .option('--pairs <file>', words.pairs)
    .option('--clusters <file>', words.clusters)
    .option('--all-pairs', words.allPairs)
    .option('--encode <keyfile>', words.encode)
    .option('--out <file>', words.out)
    .option('--fold', words.fold)
    .option('--encoded', words.encoded)
    .addHelpText('after', `\n${words.help}`)
    .action(async (files: string[], given: LinkArguments) => {
      const [first, second, third] = files
      if (third !== undefined)
        throw linkCommandRefusals.refuse('too-many-files', { files: files.length })
      refuseContradictions(given, second)
      if (given.encode !== undefined) {
        const report = await encodeRecords(first!, given.encode, given.out!, given)
        sayEncoded(context, report, given.out!)
        return
      }
      if (given.pairs === undefined && given.clusters === undefined)
        throw linkCommandRefusals.refuse('nowhere-to-write')
      if (given.encoded === true) {
        const bar = context.progress(words.steps.compare)
        const counts = await linkEncodedFiles([first!, second!], given)
        bar.finish()
        if (!counts.standsOut) context.say(linkWords[context.language].nobodyShared)
        sayCounts(context, counts)
        return
      }
      const { progress, finish } = steps(context)
      const report = await linkFiles(second === undefined ? [first!] : [first!, second], {
        ...given,
        progress,
      })
      finish()
      sayReport(context, report)
    })
  addPersonCommands(link, context)
  addReviewCommands(link, context)
}

/** Encoding takes one file and a place to write; encoded files come in twos, without settings. */
function refuseContradictions(given: LinkArguments, second: string | undefined): void {
  const named = (...names: (keyof LinkArguments)[]) =>
    names.filter((name) => given[name] !== undefined).map((name) => `--${dashed(name)}`)
  const besides = (option: string, others: readonly string[]) => {
    if (others.length === 0) return
    const options = [option, ...others].join(', ')
    throw linkCommandRefusals.refuse('options-contradict', { options })
  }
  if (given.encode !== undefined) {
    besides('--encode', named('encoded', 'pairs', 'clusters', 'allPairs'))
    if (second !== undefined) throw linkCommandRefusals.refuse('encode-one-file')
    if (given.out === undefined) throw linkCommandRefusals.refuse('encode-nowhere')
    return
  }
  const alone = named('out', 'fold').join(', ')
  if (alone !== '') throw linkCommandRefusals.refuse('options-need-encode', { options: alone })
  if (given.encoded !== true) return
  besides('--encoded', named('settings', 'allPairs'))
  if (second === undefined) throw linkCommandRefusals.refuse('encoded-two-files')
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function sayEncoded(context: CommandContext, report: EncodeReport, out: string): void {
  const words = linkWords[context.language]
  const number = new Intl.NumberFormat(context.language)
  context.say(words.encodedColumns(report.columns.join(', ')))
  if (report.empty > 0) context.say(words.emptyKeys(number.format(report.empty)))
  context.say(words.encodedDone(number.format(report.records), out))
}

function sayCounts(context: CommandContext, report: AnswerCounts & { records: number }): void {
  const words = linkWords[context.language]
  const number = new Intl.NumberFormat(context.language)
  const { records, persons, accepted, review } = report
  context.say(words.done({ records, persons, accepted, review }, (count) => number.format(count)))
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
  for (const { name, names } of report.matched)
    context.say(
      words.matched(
        name,
        names.find((one) => one !== name)!,
      ),
    )
  if (report.unshared.length > 0) context.say(words.unshared(report.unshared.join(', ')))
  const across = specification.linkType === 'link'
  if (report.sharedIds > 0) context.say(words.sharedIds(number.format(report.sharedIds), across))
  if (result.rules.some(({ rule }) => rule.length === 0)) context.say(words.everyPair)
  else
    for (const { name, pairs } of result.rules) context.say(words.rule(name, number.format(pairs)))
  if (result.expectedRecall !== undefined && result.expectedRecall < 1)
    context.say(words.recall(number.format(Math.floor(result.expectedRecall * 1000) / 10)))
  if (!result.model.rules.some(({ trained }) => trained)) context.say(words.untrained)
  result.grouping.findings.forEach(({ fault, records, parts }, at) => {
    const say = fault === 'too-large' ? words.split : words.apart
    context.say(say(report.splitIds[at]!, number.format(records), number.format(parts)))
  })
  sayCounts(context, report)
}
