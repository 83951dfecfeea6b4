import { Option, type Command } from 'commander'
import { csvLine, formatNumber } from '@caudal/methods/measure'
import type { Language } from '@caudal/methods/vocabulary'
import type { CommandContext } from '../app/command-context.ts'
import { terminalActor } from '../govern/terminal-actor.ts'
import { buildCubes, listCubeStates, type CubeState } from './service.ts'
import { measureWords } from './words.ts'

interface CubesOptions {
  readonly rebuild?: boolean
  readonly format: 'table' | 'csv' | 'json'
}

/** `caudal cubes`: builds what must be built, and lists every cube with its state. */
export function addMeasureCommands(program: Command, context: CommandContext): void {
  const words = measureWords[context.language]
  program
    .command('cubes')
    .description(words.cubes)
    .argument('[cubes...]', words.cubesArgument)
    .option('--rebuild', words.rebuild)
    .addOption(
      new Option('--format <format>', words.format)
        .choices(['table', 'csv', 'json'])
        .default('table'),
    )
    .action(async (only: string[], options: CubesOptions) => {
      const node = await context.openNode()
      const progress = context.progress(words.building)
      const outcomes = await buildCubes(node, terminalActor('statistician'), {
        ...(only.length > 0 && { only }),
        rebuild: options.rebuild ?? false,
        onProgress: (done, note) => progress.update(done, note),
      })
      progress.finish(words.built(outcomes.filter(({ seconds }) => seconds > 0).length))
      const states = (await listCubeStates(node)).filter(
        ({ cube }) => only.length === 0 || only.includes(cube.id),
      )
      await context.write(writeStates(states, context.language, options.format))
      if (options.format === 'table' && states.some(({ state }) => state === 'empty')) {
        context.say(words.emptyAdvice)
      }
    })
}

function writeStates(
  states: readonly CubeState[],
  language: Language,
  format: CubesOptions['format'],
): string {
  const words = measureWords[language]
  const rows = states.map((each) => {
    const build = 'build' in each ? each.build : undefined
    return {
      cube: each.cube.id,
      title: each.cube.title[language],
      state: each.state,
      synthetic: build?.synthetic ?? false,
      records: build?.facts ?? null,
      cells: build?.cells ?? null,
      snapshot: build?.snapshot ?? null,
      updatedOn: build?.updatedOn ?? null,
    }
  })
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`
  if (format === 'csv') {
    const names = [
      'cube',
      'title',
      'state',
      'synthetic',
      'records',
      'cells',
      'snapshot',
      'updatedOn',
    ]
    return [
      csvLine(names),
      ...rows.map((row) => csvLine(Object.values(row).map((value) => asText(value)))),
    ].join('')
  }
  const number = (value: number | null) => (value === null ? '' : formatNumber(value, language))
  const lines: string[][] = [
    [...words.headings],
    ...rows.map((row) => [
      row.cube,
      row.title,
      words.states[row.state] + (row.synthetic ? ` · ${words.synthetic}` : ''),
      number(row.records),
      number(row.cells),
      row.snapshot ?? '',
      row.updatedOn ?? '',
    ]),
  ]
  const right = new Set([3, 4])
  const widths = words.headings.map((_, column) =>
    Math.max(...lines.map((line) => line[column]!.length)),
  )
  return lines
    .map((line) => {
      const cells = line.map((text, column) => {
        const padding = ' '.repeat(widths[column]! - text.length)
        return right.has(column) ? padding + text : text + padding
      })
      return `${cells.join('  ').trimEnd()}\n`
    })
    .join('')
}

const asText = (value: string | number | boolean | null) =>
  typeof value === 'boolean' ? String(value) : value
