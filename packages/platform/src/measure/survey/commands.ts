import { Option, type Command } from 'commander'
import type { CommandContext } from '../../app/command-context.ts'
import { sampleRefusals } from './refusals.ts'
import { replicateKinds, type ReplicateKind } from './replicate-weights.ts'
import { estimateSurveyFile, type Statistic } from './service.ts'
import { surveyWords } from './words.ts'

interface SurveyArguments {
  readonly weight: string
  readonly strata?: string
  readonly cluster?: string
  readonly population?: string
  readonly replicates?: string
  readonly replicateMethod?: ReplicateKind
  readonly rho?: string
  readonly scale?: string
  readonly total: readonly string[]
  readonly mean: readonly string[]
  readonly ratio: readonly string[]
  readonly by: readonly string[]
}

const gather = (value: string, before: readonly string[]) => [...before, value]

/** `caudal measure survey`: samples in plain files. */
export function addSurveyCommands(measure: Command, context: CommandContext): void {
  const words = surveyWords[context.language]
  measure
    .command('survey')
    .argument('<sample>', words.sample)
    .description(words.survey)
    .requiredOption('--weight <column>', words.weight)
    .option('--strata <column>', words.strata)
    .option('--cluster <column>', words.cluster)
    .option('--population <column>', words.population)
    .option('--replicates <prefix>', words.replicates)
    .addOption(
      new Option('--replicate-method <method>', words.replicateMethod).choices(replicateKinds),
    )
    .option('--rho <number>', words.rho)
    .option('--scale <numbers>', words.scale)
    .option('--total <column>', words.total, gather, [])
    .option('--mean <column>', words.mean, gather, [])
    .option('--ratio <columns>', words.ratio, gather, [])
    .option('--by <column>', words.by, gather, [])
    .action(async (sample: string, given: SurveyArguments) => {
      const statistics: Statistic[] = [
        ...given.total.map((variable) => ({ kind: 'total' as const, variable })),
        ...given.mean.map((variable) => ({ kind: 'mean' as const, variable })),
        ...given.ratio.map(readRatio),
      ]
      if (statistics.length === 0) throw sampleRefusals.refuse('statistic-missing')
      const report = await estimateSurveyFile(sample, given, statistics, given.by, (text) =>
        context.write(text),
      )
      context.say(words.surveyReport(report.estimates, report.unanswered))
      if (report.withoutVariance > 0) context.say(words.withoutVariance(report.withoutVariance))
    })
}

function readRatio(text: string): Statistic {
  const [variable, per, ...rest] = text.split('/')
  if (!variable || !per || rest.length > 0)
    throw sampleRefusals.refuse('ratio-unreadable', { text })
  return { kind: 'ratio', variable, per }
}
