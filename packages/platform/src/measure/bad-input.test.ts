import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CommanderError, type Command } from 'commander'
import { Refusal } from '@caudal/methods/vocabulary'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandContext } from '../app/command-context.ts'
import { program } from '../app/program.ts'
import { withNode } from '../store/testing.ts'

// Both end with exit code 2: a refusal of ours, and an option that the command line does not understand.

const files: Readonly<Record<string, string>> = {
  'nothing.csv': '',
  'header.csv': 'w,s,n,y,x,t,e\n',
  'sample.csv': 'w,s,n,y,x\n10,north,20,5,2\n10,north,20,7,3\n20,south,9,1,1\n20,south,9,,2\n',
  'two-sizes.csv': 'w,s,n,y\n10,north,20,5\n10,north,21,7\n',
  'half-a-size.csv': 'w,s,n,y\n10,north,20,5\n10,north,,7\n',
  'small-stratum.csv': 'w,s,n,y\n10,north,1,5\n10,north,1,7\n',
  'alone.csv': 'w,s,n,y\n10,north,20,5\n10,north,20,7\n10,south,20,7\n',
  'no-weight.csv': 'w,y\n10,5\n,7\n',
  'weight-below.csv': 'w,y\n10,5\n-1,7\n',
  'words.csv': 'w,y,t,e\n10,good,2,1\n',
  'nobody.csv': 'w,y,x\n10,5,0\n10,7,0\n',
  'stays.csv': 't,e,g\n5,1,a\n9,0,b\n',
  'before-birth.csv': 't,e\n-3,1\n',
  'no-time.csv': 't,e\n,1\n',
  'half-ended.csv': 't,e\n3,0.5\n',
  'comma.csv': 't,e\n"1,5",1\n',
  'endless.csv': 't,e\n1e400,1\n',
  'ragged.csv': 't,e\n1,1\n2\n',
  'crossings.csv': 'person_id,crossed_at,direction\na,2018-01-01,arrival\n',
  'states.csv': 'person_id,state,as_of\na,2,2018-01-01\n',
  'below-nothing.csv': 'country,refugees,population_of_origin\nGTM,-5,100\n',
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'caudal-bad-input-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
})
afterAll(() => rmSync(folder, { recursive: true }))

const until = '--observed-until 2020-01-01'
const survey = (file: string, more: string) => `survey ${file} --weight w ${more}`
const survival = (file: string) => `survival ${file} --time t --ended e`

/** What is asked for, and the code of the refusal: none is answered, and none with a zero. */
const refused: readonly (readonly [string, string])[] = [
  [`residence crossings.csv`, 'commander.missingMandatoryOptionValue'],
  [`residence crossings.csv --observed-until 2020-02-30`, 'measure.day-unreadable'],
  [`residence crossings.csv --observed-until 01/02/2020`, 'measure.day-unreadable'],
  [`residence crossings.csv ${until} --observed-from 2020-01-01`, 'measure.observation-empty'],
  [`residence crossings.csv ${until} --threshold 488`, 'measure.criterion-impossible'],
  [`residence crossings.csv ${until} --threshold 243`, 'measure.criterion-impossible'],
  [`residence crossings.csv ${until} --threshold 0 --window 0`, 'measure.criterion-impossible'],
  [`residence crossings.csv ${until} --threshold 365.5`, 'measure.number-unreadable'],
  [`residence crossings.csv ${until} --window twelve`, 'measure.number-unreadable'],
  [`residence crossings.csv ${until} --duplicate-minutes=-1`, 'measure.number-unreadable'],
  [`residence crossings.csv ${until} --initial states.csv`, 'measure.state-unreadable'],
  [`residence crossings.csv ${until} --initial stays.csv`, 'plain-file.column-missing'],
  [`residence nowhere.csv ${until}`, 'plain-file.file-not-there'],
  [`residence nothing.csv ${until}`, 'plain-file.file-empty'],
  [`residence stays.csv ${until}`, 'plain-file.column-missing'],
  [`provisional crossings.csv ${until} --release 2020-01-02`, 'measure.release-unobserved'],
  [
    `provisional crossings.csv ${until} --observed-from 2017-01-01 --release 2017-01-01`,
    'measure.release-unobserved',
  ],
  [`provisional crossings.csv ${until} --release soon`, 'measure.day-unreadable'],
  [`provisional crossings.csv ${until} --threshold 500`, 'measure.criterion-impossible'],
  [`provisional crossings.csv ${until} --group shoe`, 'plain-file.column-missing'],
  [survey('sample.csv', ''), 'measure.statistic-missing'],
  [survey('sample.csv', '--ratio y'), 'measure.ratio-unreadable'],
  [survey('sample.csv', '--ratio y/x/w'), 'measure.ratio-unreadable'],
  [survey('sample.csv', '--mean shoe'), 'plain-file.column-missing'],
  [survey('header.csv', '--mean y'), 'measure.sample-empty'],
  [survey('nothing.csv', '--mean y'), 'plain-file.file-empty'],
  [survey('words.csv', '--mean y'), 'measure.sample-value-unreadable'],
  [survey('no-weight.csv', '--mean y'), 'measure.weights-impossible'],
  [survey('weight-below.csv', '--mean y'), 'measure.weights-impossible'],
  [survey('nobody.csv', '--ratio y/x'), 'measure.denominator-zero'],
  [
    survey('two-sizes.csv', '--strata s --population n --mean y'),
    'measure.population-contradicted',
  ],
  [
    survey('half-a-size.csv', '--strata s --population n --mean y'),
    'measure.population-contradicted',
  ],
  [
    survey('small-stratum.csv', '--strata s --population n --mean y'),
    'measure.population-below-sample',
  ],
  [survey('alone.csv', '--strata s --mean y'), 'measure.stratum-of-one-unit'],
  [survey('sample.csv', '--mean y --replicates rep'), 'measure.replicates-unclear'],
  [survival('stays.csv --by shoe'), 'plain-file.column-missing'],
  [survival('header.csv'), 'measure.sample-empty'],
  [survival('before-birth.csv'), 'measure.sample-value-unreadable'],
  [survival('no-time.csv'), 'measure.sample-value-unreadable'],
  [survival('half-ended.csv'), 'measure.sample-value-unreadable'],
  [survival('comma.csv'), 'measure.sample-value-unreadable'],
  [survival('endless.csv'), 'measure.sample-value-unreadable'],
  [survival('ragged.csv'), 'plain-file.line-ragged'],
  [`indicator sdg-10-7-5 below-nothing.csv`, 'measure.indicator-unknown'],
  [`indicator sdg-10-7-4 stays.csv`, 'plain-file.column-missing'],
  [`indicator sdg-10-7-4 below-nothing.csv --by country`, 'measure.input-negative'],
  [`mirror SLV GTM`, 'measure.mirror-nothing'],
  [`mirror SLV GTM --by shoe`, 'commander.invalidArgument'],
  [`gaps --year last`, 'measure.number-unreadable'],
]

test('what no door of measurement can answer is refused in three languages, and nothing is written', async () => {
  await withNode(async (node) => {
    let written = ''
    const context: CommandContext = {
      language: 'en',
      openNode: async () => node,
      findNode: async () => node,
      knownNode: async () => node,
      say: () => {},
      write: async (data) => void (written += String(data)),
      progress: () => ({ update: () => {}, finish: () => {} }),
    }
    const found: [string, string][] = []
    for (const [question] of refused) {
      const words = question
        .trim()
        .split(/ +/)
        .map((word) => (word in files || word === 'nowhere.csv' ? join(folder, word) : word))
      written = ''
      const code = await silenced(program(context))
        .parseAsync(['measure', ...words], { from: 'user' })
        .then(
          () => `answered: ${written}`,
          (error: unknown) => {
            if (!(error instanceof Refusal)) {
              return error instanceof CommanderError ? error.code : String(error)
            }
            for (const language of ['es', 'en', 'fr'] as const) {
              expect(`${error.what(language)} ${error.advice(language)}`).not.toMatch(
                /[{}]|undefined|Infinity|NaN/,
              )
            }
            return error.code
          },
        )
      found.push([question, written === '' ? code : `${code} after ${written}`])
    }
    expect(found).toEqual(refused)
  })
}, 60_000)

test('a refusal names the stratum as the file does', async () => {
  const context = { language: 'en', write: async () => {} } as unknown as CommandContext
  const words = survey(join(folder, 'alone.csv'), '--strata s --mean y').split(' ')
  const refusal = await silenced(program(context))
    .parseAsync(['measure', ...words], { from: 'user' })
    .catch((error: unknown) => error)
  expect((refusal as Refusal).what('en')).toContain('Stratum south has a single unit')
})

function silenced(command: Command): Command {
  command.exitOverride().configureOutput({ writeErr: () => {}, writeOut: () => {} })
  for (const each of command.commands) silenced(each)
  return command
}
