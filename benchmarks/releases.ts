// Random releases of two to five dimensions, with hierarchies, linked tables, amounts, group disclosure,
// tables that come as cells, and revisions: each protected through the doors of `caudal protect` and
// attacked by a stranger's own programme (tests/attacks). Limit: no disclosure, no failure. Beside it,
// information lost in units of the least possible, where that was found. Limit: 1.2.
//
// Sixty releases where nothing is asked; a thousand, with a line after each fifty, by
//
//   npm run bench -- releases 1000
//   npm run bench -- releases 200 --from 5000
//   npm run bench -- releases 600 --only cells,added,corrected --cells 110
import { Refusal } from '@caudal/methods/vocabulary'
import { attackersOf, hiddenIn } from '../tests/attacks/attack-release.ts'
import { cheapestPattern } from '../tests/attacks/cheapest-pattern.ts'
import { OutsideAttacker } from '../tests/attacks/outside-attacker.ts'
import { cellsUpTo, drawRecords } from '../tests/attacks/random-records.ts'
import { kindOf, runTrial, type Trial } from '../tests/attacks/trials.ts'

const asked = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? otherwise : Number(process.argv[at + 1])
}

const first = process.argv[2] ?? ''
const count = /^\d+$/.test(first) ? Number(first) : 60
const from = asked('from', 1)
/** Releases after which it is said how far the campaign is. */
const chunk = 10
/** Cells up to which the least possible loss is sought. */
const provable = asked('provable', 60)

/** Kinds that are attacked, and cells up to which; the others are passed over. */
const only = process.argv.includes('--only')
  ? process.argv[process.argv.indexOf('--only') + 1]!.split(',')
  : undefined
const largest = asked('cells', Number.POSITIVE_INFINITY)

const attacker = await OutsideAttacker.load()
const started = performance.now()
let attacked = 0
let undecided = 0
let failures = 0
let refused = 0
const coarsened: string[] = []
const times: number[] = []
let slowest = { seconds: 0, seed: 0 }
const disclosures: string[] = []
const losses = new Map<string, { own: number; least: number; worst: number; count: number }>()

for (let seed = from; seed < from + count; seed += 1) {
  const before = performance.now()
  if (seed > from && (seed - from) % chunk === 0) {
    const soFar = ((before - started) / 1000).toFixed(0)
    console.log(
      `${seed - from} releases in ${soFar} s: ${attacked} attacks (${undecided} undecided), ${disclosures.length} disclosures, ${failures} failures, ${refused} refused, ${coarsened.length} coarsened`,
    )
  }
  if (only !== undefined && !only.includes(kindOf(seed))) continue
  if (cellsUpTo(drawRecords(seed)) > largest) continue
  let trial: Trial
  try {
    trial = await runTrial(seed, attacker)
  } catch (error) {
    if (error instanceof Refusal) refused += 1
    else failures += 1
    console.log(`release ${seed}: ${(error as Error).message}`)
    continue
  }
  const seconds = (performance.now() - before) / 1000
  if (seconds > slowest.seconds) slowest = { seconds, seed }
  attacked += trial.attacked
  undecided += trial.undecided
  times.push(trial.seconds)
  for (const { levels, of, because } of trial.coarsened) {
    const { kind, shown, cells } = trial
    coarsened.push(
      `release ${seed} (${kind}): ${levels} of ${of} levels hidden because of ${because}; ${shown} of ${cells} cells shown`,
    )
  }
  for (const finding of trial.findings)
    disclosures.push(`release ${seed} (${trial.kind}): ${JSON.stringify(finding)}`)
  if (trial.findings.length > 0) console.log(disclosures.at(-1))
  if (trial.ownLeaks > 0)
    disclosures.push(`release ${seed}: ${trial.ownLeaks} by caudal protect attack`)
  if (trial.kind === 'table' && cellsUpTo(trial.release) <= provable) await compare(seed, trial)
}

/** Adds what a release loses beside the least that any safe pattern could. */
async function compare(seed: number, trial: Trial): Promise<void> {
  const hidden = hiddenIn(trial.view)
  if (hidden.size === 0) return
  const { primary } = trial.release.spec
  const best = await cheapestPattern(attacker, trial.view, {
    requirements: trial.requirements,
    attackers: attackersOf(trial.view, trial.release),
    mayHideZeros: primary.group !== undefined,
    limit: 3000,
  })
  if (best === undefined) return
  const own = [...hidden].reduce(
    (sum, key) => sum + Math.max(1, trial.view.cells.get(key)!.truth),
    0,
  )
  const rule = ['group', 'pPercent', 'dominance', 'threshold'].find((name) => name in primary)!
  const loss = losses.get(rule) ?? { own: 0, least: 0, worst: 1, count: 0 }
  losses.set(rule, loss)
  loss.own += own
  loss.least += best.cost
  loss.count += 1
  if (own / best.cost > loss.worst) {
    loss.worst = own / best.cost
    if (loss.worst > 1.2) console.log(`release ${seed}: ${own} lost, ${best.cost} would do`)
  }
}

for (const line of [...coarsened, ...disclosures]) console.log(line)
const seconds = (performance.now() - started) / 1000
console.log(
  `${times.length} releases in ${seconds.toFixed(0)} s (slowest: ${slowest.seconds.toFixed(1)} s, release ${slowest.seed}); ${attacked} attacks on sensitive cells, ${undecided} of them undecided: ${disclosures.length} disclosures, ${failures} failures; limit 0; ${refused} refused, ${coarsened.length} coarsened`,
)
times.sort((a, b) => a - b)
const percentile = (share: number) =>
  (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(1)
console.log(
  `seconds of protecting one, revisions included: p50 ${percentile(0.5)}, p90 ${percentile(0.9)}, p99 ${percentile(0.99)}, most ${percentile(1)}`,
)
for (const [rule, { own, least, worst, count: compared }] of losses) {
  console.log(
    `information lost under ${rule}, in units of the least possible: ${(own / least).toFixed(3)} over ${compared} releases, worst ${worst.toFixed(3)}; limit 1.2`,
  )
}
const tooDear = [...losses.values()].some(({ worst }) => worst > 1.2)
process.exitCode = disclosures.length + failures === 0 && !tooDear ? 0 : 1
