import type { Command } from 'commander'
import type { CommandContext } from '../app/command-context.ts'
import { defaultDrawing, mostPersons, type DrawRegionOptions } from './drawing-options.ts'
import { syntheticRefusals } from './refusals.ts'
import { drawRegion, regionFolder } from './service.ts'
import { synthWords } from './words.ts'

interface SynthArguments {
  readonly seed: string
  readonly persons: string
  readonly years: string
  readonly countries: string
  readonly out?: string
}

/** `caudal synth`: draws the synthetic region into a folder; the manifest goes to stdout. */
export function addSyntheticCommands(program: Command, context: CommandContext): void {
  const words = synthWords[context.language]
  const { seed, persons, firstYear, lastYear, countries } = defaultDrawing
  program
    .command('synth')
    .description(words.description)
    .option('--seed <number>', words.seed, String(seed))
    .option('--persons <number>', words.persons, String(persons))
    .option('--years <first..last>', words.years, `${String(firstYear)}..${String(lastYear)}`)
    .option('--countries <codes>', words.countries, countries.join(','))
    .option('--out <folder>', words.out)
    .action(async (given: SynthArguments, command: Command) => {
      const { data } = command.optsWithGlobals<{ data: string }>()
      const out = given.out ?? regionFolder(data)
      const progress = context.progress(words.drawing)
      const interrupted = new AbortController()
      const stop = () => interrupted.abort(syntheticRefusals.refuse('interrupted'))
      process.once('SIGINT', stop)
      process.once('SIGTERM', stop)
      try {
        const drawn = await drawRegion(
          { ...readArguments(given), out, signal: interrupted.signal },
          (done) => progress.update(done),
        )
        progress.finish()
        const said = { ...drawn.counts, folder: out } as Readonly<Record<string, unknown>>
        context.say(
          words.drawn.replace(/\{(\w+)\}/g, (_, name: string) => {
            const value = said[name]
            return typeof value === 'number'
              ? value.toLocaleString(context.language)
              : String(value)
          }),
        )
        const { counts, options, files, populationScale } = drawn
        await context.write(
          `${JSON.stringify({ options, counts, files, populationScale }, null, 2)}\n`,
        )
      } finally {
        process.off('SIGINT', stop)
        process.off('SIGTERM', stop)
      }
    })
}

function readArguments(given: SynthArguments): Omit<DrawRegionOptions, 'out' | 'signal'> {
  const years = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(given.years)
  if (!years) throw syntheticRefusals.refuse('years-invalid', { years: given.years })
  return {
    seed: readNumber(given.seed, '--seed', 0, Number.MAX_SAFE_INTEGER),
    persons: readNumber(given.persons, '--persons', 1, mostPersons),
    firstYear: Number(years[1]),
    lastYear: Number(years[2] ?? years[1]),
    countries: given.countries
      .split(',')
      .map((code) => code.trim().toUpperCase())
      .filter((code) => code !== ''),
  }
}

function readNumber(text: string, option: string, least: number, most: number): number {
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw syntheticRefusals.refuse('number-invalid', { text, option, least, most })
}
