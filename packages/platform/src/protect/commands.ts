import type { Command } from 'commander'
import { sayCoarsened } from '@caudal/methods/protect/words'
import type { CommandContext } from '../app/command-context.ts'
import { showAmount } from './amounts.ts'
import { protectWords } from './command-words.ts'
import { csvLine } from './csv-line.ts'
import { attackFolder, protectCells, protectMicrodata, type ProtectReport } from './service.ts'
import type { FolderAttack, Progress } from './service.ts'

interface ProtectOptions {
  readonly spec: string
  readonly out: string
  readonly earlier: readonly string[]
}

interface AttackOptions {
  readonly spec?: string
  readonly all: boolean
  readonly earlier: readonly string[]
}

/** Adds `caudal protect table`, `caudal protect cells` and `caudal protect attack`. */
export function addProtectCommands(program: Command, context: CommandContext): void {
  const words = protectWords[context.language]
  const protect = program.command('protect').description(words.protect)
  protect
    .command('table <microdata>')
    .description(words.table)
    .requiredOption('--spec <file>', words.spec)
    .requiredOption('--out <folder>', words.out)
    .option('--earlier <folders...>', words.earlier, [])
    .action(async (microdata: string, { spec, out, earlier }: ProtectOptions) => {
      const { progress, finish } = steps(context)
      const report = await protectMicrodata(microdata, spec, out, progress, earlier)
      finish()
      sayReport(context, report, out)
    })
  protect
    .command('cells <cells>')
    .description(words.cells)
    .requiredOption('--spec <file>', words.spec)
    .requiredOption('--out <folder>', words.out)
    .option('--earlier <folders...>', words.earlier, [])
    .action(async (cells: string, { spec, out, earlier }: ProtectOptions) => {
      const { progress, finish } = steps(context)
      const report = await protectCells(cells, spec, out, progress, earlier)
      finish()
      sayReport(context, report, out)
    })
  protect
    .command('attack <folder>')
    .description(words.attack)
    .option('--spec <file>', words.attackSpec)
    .option('--all', words.all, false)
    .option('--earlier <folders...>', words.attackEarlier, [])
    .action(async (folder: string, { spec, all, earlier }: AttackOptions) => {
      // begun when the attack is, so that what cannot be read is refused without it
      const { progress, finish } = steps(context)
      const attacking = (done: number) => progress('attack', done)
      const found = await attackFolder(folder, spec, all, attacking, earlier)
      finish()
      await writeLeaks(context, found)
    })
}

/** A bar for each step, begun when the step is first heard of. */
function steps(context: CommandContext): { progress: Progress; finish: () => void } {
  const words = protectWords[context.language]
  let current: { step: string; bar: ReturnType<CommandContext['progress']> } | undefined
  const progress: Progress = (step, done) => {
    if (current?.step !== step) {
      current?.bar.finish()
      current = { step, bar: context.progress(words.steps[step]) }
    }
    current.bar.update(done)
  }
  return { progress, finish: () => current?.bar.finish() }
}

function sayReport(context: CommandContext, report: ProtectReport, folder: string): void {
  const words = protectWords[context.language]
  const above = report.bound === 0 ? 0 : (100 * (report.cost - report.bound)) / report.bound
  context.say(words.done(report.suppressed, report.cells, above.toFixed(1), folder))
  const { cellsAttacked, problemsSolved, clearedByWitness } = report.attack
  context.say(words.attacked(cellsAttacked, problemsSolved, clearedByWitness))
  if (report.earlier.length > 0) context.say(words.together(report.earlier.join(', ')))
  const { work, coarsened } = report
  const share = ((100 * work.units) / work.allowed).toFixed(1)
  context.say(words.work(work.problems, work.pivots, share))
  if (coarsened === null) return
  for (const line of sayCoarsened(coarsened, context.language)) context.say(line)
}

/** One CSV line a cell that leaks, under a header of all dimensions met. */
async function writeLeaks(context: CommandContext, found: FolderAttack): Promise<void> {
  const words = protectWords[context.language]
  const { report, leaks, published } = found
  const dimensions = [
    ...new Set([...published.tables, ...leaks].flatMap((table) => table.dimensions)),
  ]
  await context.write(csvLine(['table', ...dimensions, 'low', 'high', 'required']))
  for (const leak of leaks) {
    const codes = dimensions.map((dimension) => {
      const at = leak.dimensions.indexOf(dimension)
      return at === -1 ? '_T' : leak.codes[at]!
    })
    const bounds = [leak.low, leak.high, leak.required].map((bound) =>
      show(bound, published.decimals),
    )
    await context.write(csvLine([leak.table, ...codes, ...bounds]))
  }
  if (report.cellsAttacked === 0) {
    const { hiddenCells } = published
    context.say(hiddenCells === 0 ? words.nothing : words.nonePrimary(hiddenCells))
  } else {
    context.say(
      words.attacked(report.cellsAttacked, report.problemsSolved, report.clearedByWitness),
    )
    context.say(leaks.length === 0 ? words.safe : words.leaks(leaks.length))
  }
  process.exitCode = leaks.length === 0 ? 0 : 1
}

function show(bound: number, decimals: number): string {
  if (!Number.isFinite(bound)) return 'inf'
  return Number.isInteger(bound)
    ? showAmount(bound, decimals)
    : String(Number((bound / 10 ** decimals).toPrecision(12)))
}
