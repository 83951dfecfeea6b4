import { Argument, type Command } from 'commander'
import type { Language } from '@caudal/methods/vocabulary'
import type { CommandContext } from '../../app/command-context.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { readQuality } from '../quality/service.ts'
import type { WeighedPair } from './listed-pairs.ts'
import {
  decidePair,
  explainPair,
  explainPerson,
  readDecisions,
  readQueue,
  undoDecision,
} from './service.ts'
import type { ShownCard } from './shown-cards.ts'
import { reviewWords } from './words.ts'

/** Adds `caudal link review`, `explain`, `decide`, `undo`, `decisions` and `quality`. */
export function addReviewCommands(link: Command, context: CommandContext): void {
  const words = reviewWords[context.language]
  const officer = terminalActor('linkage-officer')
  const now = () => new Date().toISOString()
  const number = new Intl.NumberFormat(context.language)
  link
    .command('review')
    .argument('<country>', words.country)
    .description(words.review)
    .option('--count <pairs>', words.count, '10')
    .option('--from <place>', words.from, '0')
    .action(async (country: string, given: { count: string; from: string }) => {
      const page = { count: wholeOf(given.count, 10), from: wholeOf(given.from, 0) }
      const queue = await readQueue(await context.openNode(), officer, country, page, now())
      if (queue.open === 0) return context.say(words.none(queue.country))
      context.say(words.open(number.format(queue.open), queue.country, queue.run))
      for (const pair of queue.pairs)
        await context.write(pairText(pair, queue.cards, context.language))
    })
  link
    .command('explain')
    .argument('<country>', words.country)
    .argument('<record>', words.record)
    .argument('[other]', words.other)
    .description(words.explain)
    .action(async (country: string, record: string, other: string | undefined) => {
      const node = await context.openNode()
      if (other !== undefined) {
        const told = await explainPair(node, officer, country, record, other, now())
        return context.write(pairText(told.pair, told.cards, context.language))
      }
      const { language } = context
      const told = await explainPerson(node, officer, country, record, now())
      context.say(words.person(told.person, number.format(told.cards.length)))
      for (const card of told.cards) {
        const values = card.values
          .map(({ value, label }) => label?.[language] ?? value ?? '–')
          .join(' | ')
        await context.write(
          `${card.card}  ${words.records(number.format(card.records))}  ${values}\n`,
        )
      }
      for (const pair of told.pairs)
        await context.write(`\n${pairText(pair, told.cards, context.language)}`)
    })
  link
    .command('decide')
    .argument('<country>', words.country)
    .argument('<one>', words.record)
    .argument('<other>', words.other)
    .addArgument(new Argument('<kind>', words.kind).choices(['same', 'different']))
    .requiredOption('--because <reason>', words.because)
    .description(words.decide)
    .action(
      async (
        country: string,
        one: string,
        other: string,
        kind: 'same' | 'different',
        { because }: { because: string },
      ) => {
        const given = { country, one, other, kind, because }
        const id = await decidePair(await context.openNode(), officer, given)
        context.say(words.decided(id, country.toUpperCase()))
      },
    )
  link
    .command('undo')
    .argument('<decision>', words.decision)
    .requiredOption('--because <reason>', words.because)
    .description(words.undo)
    .action(async (decision: string, { because }: { because: string }) => {
      const id = wholeOf(decision, 0)
      const undoing = await undoDecision(await context.openNode(), officer, id, because)
      context.say(words.undone(id, undoing))
    })
  link
    .command('decisions')
    .argument('[country]', words.country)
    .description(words.decisions)
    .action(async (country: string | undefined) => {
      for (const each of await readDecisions(await context.openNode(), officer, country)) {
        const undone = each.undoneByWhom === null ? '' : ` · ${words.undoneBy(each.undoneByWhom)}`
        await context.write(
          `${each.id}  ${each.country}  ${each.one} · ${each.other}  ${words.kinds[each.kind]}  ` +
            `${each.decidedBy}  ${each.decidedAt.slice(0, 16).replace('T', ' ')}  ${each.because}${undone}\n`,
        )
      }
    })
  addQualityCommand(link, context)
}

function addQualityCommand(link: Command, context: CommandContext): void {
  const words = reviewWords[context.language]
  const { language } = context
  const number = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 })
  const shown = (share: number) => percent.format(share)
  link
    .command('quality')
    .argument('[country]', words.country)
    .description(words.quality)
    .option('--json', 'JSON')
    .action(async (country: string | undefined, { json }: { json?: boolean }) => {
      const officer = terminalActor('linkage-officer')
      const all = await readQuality(await context.openNode(), officer, country)
      if (json === true) return context.write(`${JSON.stringify(all, null, 2)}\n`)
      for (const one of all) {
        const { precision, recall, truth } = one
        const lines = [
          `${one.country} · ${one.run}`,
          words.rates(
            shown(one.matchRate),
            shown(one.imputedShare),
            shown(one.setAsideShare),
            shown(one.sameDirection),
          ),
        ]
        for (const [name, value] of [
          [words.precision, precision],
          [words.recall, recall],
        ] as const) {
          if (value === null) continue
          const { estimate, low, high } = value
          lines.push(words.estimated(name, shown(estimate), shown(low), shown(high)))
        }
        if (truth !== null) {
          const { cut, together } = truth
          lines.push(
            words.truth(
              shown(truth.precision),
              shown(truth.recall),
              number.format(cut),
              number.format(together),
            ),
          )
          for (const { label, recall: found, persons } of truth.groups)
            lines.push(words.group(label[language], shown(found), number.format(persons)))
        }
        for (const { institutions, records, persons, matchRate } of one.apart) {
          const names = institutions.map(({ name }) => name).join(', ') || words.nobody
          lines.push(
            words.circle(names, number.format(records), number.format(persons), shown(matchRate)),
          )
        }
        for (const { label, sameDirection, crossings } of one.posts.slice(0, 10)) {
          const name = label === null ? words.unknownPost : label[language]
          lines.push(words.post(name, shown(sameDirection), number.format(crossings)))
        }
        await context.write(`${lines.join('\n')}\n`)
      }
    })
}

/** A pair as text: both sides field by field, and how its weight comes about. */
function pairText(pair: WeighedPair, cards: readonly ShownCard[], language: Language): string {
  const words = reviewWords[language]
  const bits = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const [one, other] = [pair.one, pair.other].map((number) =>
    cards.find(({ card }) => card === number),
  )
  const of = (card: ShownCard | undefined, field: string) => {
    const value = card?.values.find((each) => each.field === field)
    if (value === undefined) return words.masked
    if (value.label !== null) return value.label[language]
    return value.value ?? (value.status === 'missing' ? '–' : words.masked)
  }
  const rows = pair.comparisons.map(({ field, label, says, bits: own }) => [
    label[language],
    of(one, field),
    of(other, field),
    says[language],
    bits.format(own),
  ])
  rows.unshift([words.prior, '', '', '', bits.format(pair.prior)])
  if (pair.kin < -0.05) rows.push([words.kin, '', '', '', bits.format(pair.kin)])
  if (Math.abs(pair.crossings) > 0.05)
    rows.push([words.crossings, '', '', '', bits.format(pair.crossings)])
  const widths = rows[0]!.map((_, k) => Math.max(...rows.map((row) => row[k]!.length)))
  const lines = rows.map((row) =>
    row
      .map((cell, k) => (k === 4 ? cell.padStart(widths[k]!) : cell.padEnd(widths[k]!)))
      .join('  '),
  )
  const head =
    pair.weight === null || pair.probability === null
      ? words.byDecision
      : words.weight(bits.format(pair.weight), percent.format(pair.probability))
  return `${pair.one} · ${pair.other}  ${head}\n${lines.map((line) => `  ${line}\n`).join('')}`
}

function wholeOf(text: string, otherwise: number): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : otherwise
}
