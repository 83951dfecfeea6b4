import { Option, type Command } from 'commander'
import {
  csvLine,
  mirrorBreakdowns,
  mirrorFlows,
  type MirrorQuestion,
} from '@caudal/methods/measure'
import type { CommandContext } from '../app/command-context.ts'
import type { CaudalNode } from '../store/index.ts'
import { terminalActor } from '../govern/terminal-actor.ts'
import { readBackTests, readGaps, readMirror } from './comparisons.ts'
import { comparisonWords } from './comparison-words.ts'
import { deriveEstimates } from './estimates/derive-estimates.ts'
import { readWhole } from './option-values/option-values.ts'
import { buildCubes } from './service.ts'
import type { ShownFigures } from './shown-figures.ts'

/** What a comparison is made of. */
const mirrorCubes = { crossings: ['movements'], migrations: ['movements', 'migrations'] } as const

const reader = async () => terminalActor('statistician')

/** `caudal measure estimates`, `back-test`, `gaps` and `mirror`: what the node says of its own figures. */
export function addComparisonCommands(
  measure: Command,
  context: CommandContext,
  figuresOf: (node: CaudalNode) => ShownFigures,
): void {
  const words = comparisonWords[context.language]
  measure
    .command('estimates')
    .description(words.estimates)
    .action(async () => {
      const node = await context.openNode()
      const progress = context.progress(words.estimating)
      const outcomes = await deriveEstimates(node, await reader(), (done, note) =>
        progress.update(done, note),
      )
      const made = outcomes.filter(({ outcome }) => outcome === 'estimated')
      if (made.length > 0) await buildCubes(node, await reader(), { only: ['migration-estimates'] })
      progress.finish(words.estimated(made.length))
      for (const { country, release, figures, outcome } of outcomes) {
        context.say(
          outcome === 'estimated'
            ? words.release(country, release, figures)
            : words.releaseKept(country, release),
        )
      }
      if (outcomes.length === 0) context.say(words.noJourneys)
    })
  measure
    .command('back-test')
    .description(words.backTest)
    .action(async () => {
      const { tests } = await readBackTests(await context.openNode(), reader, context.language)
      const lines = tests.map((test) =>
        csvLine([
          test.country,
          test.release ?? '',
          test.tested,
          test.meanRevision,
          test.meanAbsoluteRevision,
          test.coverage80,
          test.coverage95,
        ]),
      )
      await context.write(
        [
          csvLine([
            'country',
            'release',
            'tested',
            'mean_revision',
            'mean_absolute_revision',
            'coverage_80',
            'coverage_95',
          ]),
          ...lines,
        ].join(''),
      )
      if (tests.length === 0) context.say(words.noBackTest)
    })
  measure
    .command('gaps')
    .description(words.gaps)
    .option('--year <year>', words.year)
    .action(async (options: { readonly year?: string }) => {
      const year = options.year === undefined ? undefined : readWhole(options.year, '--year')
      const { cells } = await readGaps(await context.openNode(), context.language, year)
      await context.write(
        [
          csvLine(['indicator', 'country', 'year', 'by', 'status', 'why']),
          ...cells.map(({ indicator, country, year: of, by, status, why }) =>
            csvLine([indicator, country, of, by, status, why.join('; ')]),
          ),
        ].join(''),
      )
      const available = cells.filter(({ status }) => status === 'available').length
      context.say(cells.length === 0 ? words.noGaps : words.gapsFound(cells.length, available))
    })
  measure
    .command('mirror')
    .description(words.mirror)
    .argument('<origin>', words.origin)
    .argument('<destination>', words.destination)
    .addOption(new Option('--flow <flow>', words.flow).choices(mirrorFlows).default('crossings'))
    .addOption(new Option('--by <variable>', words.by).choices(mirrorBreakdowns))
    .addOption(
      new Option('--period <period>', words.period).choices(['month', 'year']).default('year'),
    )
    .action(
      async (
        origin: string,
        destination: string,
        options: Omit<MirrorQuestion, 'origin' | 'destination'>,
      ) => {
        const node = await context.openNode()
        await buildCubes(node, await reader(), { only: mirrorCubes[options.flow] })
        const { rows } = await readMirror(
          figuresOf(node),
          { reader },
          { ...options, origin: origin.toUpperCase(), destination: destination.toUpperCase() },
          context.language,
        )
        await context.write(
          [
            csvLine([
              'period',
              'group',
              'departures',
              'arrivals',
              'ratio',
              'difference',
              'candidate_reasons',
            ]),
            ...rows.map((row) =>
              csvLine([
                row.period,
                row.group,
                row.departures,
                row.arrivals,
                row.ratio,
                row.difference,
                row.reasons.join(' '),
              ]),
            ),
          ].join(''),
        )
        context.say(words.mirrored(rows.length))
      },
    )
}
