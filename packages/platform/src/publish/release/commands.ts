import { readFileSync } from 'node:fs'
import { Option, type Command } from 'commander'
import { csvLine } from '@caudal/methods/publish'
import { counted, sayCoarsened, sayJoint } from '@caudal/methods/protect/words'
import type { Role } from '@caudal/methods/govern'
import { formatPercent } from '../../../../portal/src/release/index.ts'
import type { CommandContext, Progress } from '../../app/command-context.ts'
import { confirmClock, readClock } from '../../govern/clock/service.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { releaseCommandWords } from './command-words.ts'
import { releaseRefusals } from './refusals.ts'
import type { Release } from './release-state.ts'
import { namesOfActors } from './releases.ts'
import { createReleaseService } from './service.ts'
import { namesLeftOut, planOfTemplate, templateNames } from './templates.ts'

interface DraftOptions {
  readonly template?: string
  readonly plan?: string
  readonly country?: string
  readonly period?: string
  readonly threshold?: string
  readonly institution?: string
  readonly as: string
}

/** Adds `caudal release draft|show|list|approve|reject|publish|supersede` and `caudal verify`. */
export function addReleaseCommands(program: Command, context: CommandContext): void {
  const words = releaseCommandWords[context.language]
  const release = program.command('release').description(words.release)
  const reviewer = terminalActor('publisher')
  const service = async () => createReleaseService(await context.openNode())

  release
    .command('draft')
    .description(words.draft)
    .addOption(new Option('--template <name>', words.template).choices(templateNames))
    .option('--plan <file>', words.plan)
    .option('--country <code>', words.country)
    .option('--period <period>', words.period)
    .option('--threshold <persons>', words.threshold)
    .option('--institution <id>', words.institution)
    .requiredOption('--as <name>', words.as)
    .action(async (options: DraftOptions) => {
      const plan = planOf(options)
      const { progress, finish } = steps(context)
      const draft = await (await service()).draft(someone(options.as), plan, progress)
      finish()
      await context.write(`${draft.id}\n`)
      context.say(words.drafted(draft.id))
      if (draft.plan.institutionName === undefined) context.say(words.noInstitution)
      sayFindings(context, draft)
      context.say(words.next(`caudal release approve ${draft.id} --as …`))
    })

  release
    .command('list')
    .description(words.list)
    .action(async () => {
      const releases = await (await service()).list(reviewer)
      const node = await context.openNode()
      const { aheadSeconds } = await readClock(node.register, new Date())
      if (aheadSeconds > 0) context.say(words.clockAhead(Math.round(aheadSeconds / 60)))
      if (releases.length === 0) context.say(words.none)
      for (const { id, state, publishAt = '', plan } of releases) {
        const cells = [id, words.states[state], publishAt, plan.title[context.language]]
        await context.write(csvLine(cells))
      }
    })

  release
    .command('show <release>')
    .description(words.show)
    .action(async (id: string) => {
      const node = await context.openNode()
      const shown = await createReleaseService(node).get(reviewer, id)
      const actors = [shown.draftedBy, ...shown.events.map(({ actor }) => actor)]
      const names = await namesOfActors(node.register, actors)
      const nameOf = (actor: string) => names.get(actor) ?? actor
      context.say(`${shown.plan.title[context.language]} (${words.states[shown.state]})`)
      sayFindings(context, shown)
      const drafted = words.event(shown.draftedAt, nameOf(shown.draftedBy), words.kinds.drafted)
      await context.write(`${drafted}\n`)
      for (const { at, actor, kind, publishAt, successor, remark } of shown.events) {
        const more = [publishAt, successor, remark].filter((each) => each !== null)
        const said = [words.event(at, nameOf(actor), words.kinds[kind]), ...more].join('  ')
        await context.write(`${said}\n`)
      }
    })

  for (const verb of ['approve', 'reject'] as const) {
    release
      .command(`${verb} <release>`)
      .description(words[verb])
      .requiredOption('--as <name>', words.as)
      .option('--remark <text>', words.remark)
      .action(async (id: string, options: { as: string; remark?: string }) => {
        const done = await (await service())[verb](someone(options.as), id, options.remark)
        context.say(words.decided(id, words.states[done.state]))
        if (verb === 'approve') context.say(words.next(`caudal release publish ${id} --as …`))
      })
  }

  release
    .command('publish <release>')
    .description(words.publish)
    .requiredOption('--as <name>', words.as)
    .option('--at <time>', words.at)
    .action(async (id: string, options: { as: string; at?: string }) => {
      const done = await (await service()).publish(someone(options.as), id, options.at)
      context.say(
        done.state === 'scheduled'
          ? words.embargo(id, done.publishAt ?? '')
          : words.decided(id, words.states[done.state]),
      )
    })

  release
    .command('supersede <release>')
    .description(words.supersede)
    .requiredOption('--by <release>', words.by)
    .requiredOption('--as <name>', words.as)
    .action(async (id: string, options: { by: string; as: string }) => {
      const done = await (await service()).supersede(someone(options.as), id, options.by)
      context.say(words.decided(id, words.states[done.state]))
    })

  release
    .command('confirm-clock')
    .description(words.confirmClock)
    .option('--yes', words.yes)
    .action(async ({ yes }: { yes?: true }) => {
      const node = await context.openNode()
      const now = new Date()
      const { aheadSeconds } = await readClock(node.register, now)
      if (aheadSeconds > 0 && yes !== true) {
        throw releaseRefusals.refuse('clock-doubtful', { shown: now.toISOString() })
      }
      await confirmClock(node, reviewer, now)
      context.say(words.clockConfirmed(now.toISOString()))
    })

  program
    .command('verify <release>')
    .description(words.verify)
    .action(async (id: string) => {
      const { progress, finish } = steps(context)
      const found = await (await service()).verify(reviewer, id, progress)
      finish()
      switch (found.outcome) {
        case 'verified':
          await context.write(`${words.verified(found.files, found.compared)}\n`)
          break
        case 'differs':
          await context.write(`${words.differs(found.differences.map(({ file }) => file))}\n`)
          for (const { file, kind } of found.differences) {
            await context.write(`${file}${words.colon}${words.difference[kind]}\n`)
          }
          process.exitCode = 1
          break
        case 'other-method':
          await context.write(`${words.otherMethod}\n`)
          for (const { cube, was, is } of found.methods) {
            await context.write(`${words.methodOf(cube, was, is)}\n`)
          }
          if (found.hiddenOtherwise.length > 0) {
            await context.write(`${words.hiddenOtherwise(found.hiddenOtherwise.join(', '))}\n`)
          }
          break
        case 'not-recomputable': {
          const records = found.erased.reduce((sum, each) => sum + each.records, 0)
          await context.write(`${words.notRecomputable(records)}\n`)
          for (const each of found.erased) {
            await context.write(`${words.erasedOf(each.batch, each.records)}\n`)
          }
        }
      }
    })
}

/** Whoever sits at the terminal, by the name given; it is kept with the account of the system. */
function someone(name: string) {
  const roles: Role[] = ['statistician', 'publisher']
  const actor = terminalActor(...roles)
  const given = name.trim()
  return { ...actor, id: given === '' ? '' : `${actor.id} (${given})` }
}

function planOf({ institution, ...options }: DraftOptions): unknown {
  const plan = givenPlan(options)
  const isObject = typeof plan === 'object' && plan !== null && !Array.isArray(plan)
  return institution === undefined || !isObject ? plan : { ...plan, institution }
}

function givenPlan(options: Omit<DraftOptions, 'institution'>): unknown {
  if (options.plan !== undefined) {
    const text = readFileSync(options.plan, 'utf8')
    try {
      return JSON.parse(text.replace(/^\uFEFF/, ''))
    } catch {
      throw releaseRefusals.refuse('plan-unreadable', { file: options.plan })
    }
  }
  const { template = '', country, period, threshold } = options
  return planOfTemplate(template, {
    ...(country === undefined ? {} : { country }),
    ...(period === undefined ? {} : { period }),
    ...(threshold === undefined ? {} : { threshold: Number(threshold) }),
  })
}

function steps(context: CommandContext) {
  const words = releaseCommandWords[context.language].steps
  let current: { step: string; bar: Progress } | undefined
  return {
    progress(step: keyof typeof words, done: number) {
      if (current?.step !== step) {
        current?.bar.finish()
        current = { step, bar: context.progress(words[step]) }
      }
      current.bar.update(done)
    },
    finish: () => current?.bar.finish(),
  }
}

function sayFindings(context: CommandContext, { id, findings, plan }: Release): void {
  const words = releaseCommandWords[context.language]
  const leftOut = namesLeftOut(plan, context.language)
  if (leftOut.length > 0) context.say(words.leftOut(leftOut.join(', ')))
  if (findings.length === 0) context.say(words.openFigures)
  for (const { cube, hidden, cells, cost, bound, attack, ledger, ...found } of findings) {
    const { coarsened } = found
    const above = bound === 0 ? 0 : (cost - bound) / bound
    const said = above === 0 ? undefined : formatPercent(above, context.language)
    context.say(words.findings(cube, hidden, cells, said))
    // with the ledger the same cells are attacked again, and those of what was released before
    const tried = Math.max(attack.cells, ledger.cells)
    const named = tried === 0 ? undefined : counted(tried, 'cells', context.language)
    context.say(words.attacked(named, ledger.releases.length))
    const joint = sayJoint({ ...found, ...ledger }, id, (each) => each, context.language)
    for (const line of joint) context.say(line)
    if (coarsened === undefined) continue
    for (const line of sayCoarsened(coarsened, context.language)) context.say(line)
  }
}
