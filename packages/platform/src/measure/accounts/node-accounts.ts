import {
  accountTerms,
  type AccountFigure,
  type AccountsAnswer,
  type AccountStock,
  type AccountTerm,
  type NodeAccount,
} from '@caudal/methods/measure'
import { reconcile, totalOfYear, type PeriodFigure } from '@caudal/methods/measure/accounts'
import { labelOf, type Language } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import type { CaudalNode } from '../../store/index.ts'
import { cubeQuestion } from '../cube-question.ts'
import type { OpenCube } from '../open-cube.ts'
import {
  figuresByRow,
  openBuilt,
  strictestRegime,
  type Asker,
  type FigureRegime,
  type ShownFigure,
  type ShownFigures,
} from '../shown-figures.ts'
import { firstMonthOf, monthName, readMigrationFlows } from './migration-flows.ts'
import { accountRefusals } from './refusals.ts'
import { readObserved } from './observed-figures.ts'

export interface AccountsQuestion {
  readonly stock: AccountStock
  /** ISO 3166-1 alpha-3; all countries that have an account where absent. */
  readonly country?: string | undefined
}

/** The month of the day that a stock is of, 0 for January. */
const monthOf: Readonly<Record<AccountStock, number>> = { population: 6, residents: 0 }

/** The cubes that accounts are made of. */
export const accountCubes = ['resident-stocks', 'migrations', 'movements'] as const

const absent: AccountFigure = { value: null, mark: 'missing' }
const outside: AccountFigure = { value: 0, mark: 'outside' }

/**
 * The accounts of the node: of each country and year the stock at its beginning, the flows, the stock at its
 * end, and the residual that they leave. Population is of 1 July, residents whom the border knows are of
 * 1 January; flows are those of the twelve months between. What is missing or may not be shown is said, and
 * leaves no residual.
 *
 * Births and deaths are outside of the residents whom the border knows: a person enters that stock by a crossing.
 *
 * @throws Refusal `measure.account-country-unknown`, and those of tables
 */
export async function readNodeAccounts(
  node: CaudalNode,
  figures: ShownFigures,
  asker: Asker,
  question: AccountsQuestion,
  language: Language,
): Promise<AccountsAnswer> {
  const month = monthOf[question.stock]
  const ofPeople = question.stock === 'population'
  const [residents, migrations, movements] = await Promise.all([
    ofPeople ? undefined : openBuilt(figures, 'resident-stocks'),
    openBuilt(figures, 'migrations'),
    openBuilt(figures, 'movements'),
  ])
  const flows = await readMigrationFlows(figures, asker, migrations, movements)
  const { regime, stocks } = ofPeople
    ? await readPopulation(node)
    : await readResidents(figures, asker, residents)
  const [births, deaths] = ofPeople
    ? await Promise.all([readObserved(node, 'births'), readObserved(node, 'deaths')])
    : []
  const found = [...stocks.keys()].filter((code) => code !== '_U').toSorted()
  const { country } = question
  if (country !== undefined && !found.includes(country)) {
    throw accountRefusals.refuse('account-country-unknown', {
      country: country.slice(0, 20),
      valid: found.join(', ') || '–',
    })
  }
  const accounts = (country === undefined ? found : [country]).flatMap((code) => {
    const own = stocks.get(code)!
    const years = [...own.keys()].toSorted((a, b) => a - b).slice(0, -1)
    return years.map((year): NodeAccount => {
      const firstMonth = firstMonthOf(year) + month
      const vital = (events: Map<string, PeriodFigure[]> | undefined) =>
        events === undefined ? outside : vitalFigure(events.get(code), firstMonth)
      return balance(code, firstMonth, {
        opening: stockFigure(own.get(year)),
        births: vital(births),
        deaths: vital(deaths),
        arrivals: flows.of(code, 'arrival', firstMonth),
        departures: flows.of(code, 'departure', firstMonth),
        closing: stockFigure(own.get(year + 1)),
      })
    })
  })
  const list = getCodeList('countries')
  const open = [residents, migrations].filter((each) => each !== undefined)
  return {
    stock: question.stock,
    country: country ?? null,
    countries: found.map((code) => ({ code, label: labelOf(list, code, language) })),
    accounts,
    protection: strictestRegime([regime, flows.regime]),
    synthetic: open.some(({ manifest }) => manifest.synthetic),
  }
}

interface Stocks {
  readonly regime: FigureRegime
  /** By country and year. */
  readonly stocks: ReadonlyMap<string, ReadonlyMap<number, ShownFigure>>
}

/** Inhabitants on 1 July: the denominators of indicators, which are public. */
async function readPopulation(node: CaudalNode): Promise<Stocks> {
  const stocks = new Map<string, Map<number, ShownFigure>>()
  for (const [country, told] of await readObserved(node, 'population')) {
    const years = told.filter(({ period }) => /^\d{4}$/.test(period))
    stocks.set(
      country,
      new Map(years.map(({ period, value }) => [Number(period), { value, isWithheld: false }])),
    )
  }
  return { regime: 'none', stocks }
}

/** Residents whom the border knows, on 1 January. */
async function readResidents(
  figures: ShownFigures,
  asker: Asker,
  open: OpenCube | undefined,
): Promise<Stocks> {
  const stocks = new Map<string, Map<number, ShownFigure>>()
  if (open === undefined) return { regime: 'none', stocks }
  const query = cubeQuestion(open, 'residents', ['country', 'time'], {})
  const { answer, regime } = await figures.ask(asker, open, query)
  for (const [key, figure] of figuresByRow(answer)) {
    const [country, year] = key.split(' ') as [string, string]
    const own = stocks.get(country) ?? new Map<number, ShownFigure>()
    stocks.set(country, own.set(Number(year), figure))
  }
  return { regime, stocks }
}

function stockFigure(figure: ShownFigure | undefined): AccountFigure {
  if (figure === undefined) return absent
  if (figure.isWithheld) return { value: null, mark: 'withheld' }
  return { value: figure.value, mark: figure.value === null ? 'missing' : null }
}

function vitalFigure(
  events: readonly PeriodFigure[] | undefined,
  firstMonth: number,
): AccountFigure {
  const total = totalOfYear(events ?? [], firstMonth)
  if (total === null) return absent
  return { value: total.value, mark: total.isApproximated ? 'approximated' : null }
}

function balance(
  country: string,
  firstMonth: number,
  terms: Readonly<Record<AccountTerm, AccountFigure>>,
): NodeAccount {
  // Where crossings are not decided a flow is the least that it may be: what it leaves over explains nothing.
  const settled = (term: AccountTerm) =>
    terms[term].mark === 'provisional' ? null : terms[term].value
  const { expected, residual, residualPercent } = reconcile({
    opening: settled('opening'),
    births: settled('births'),
    deaths: settled('deaths'),
    immigrants: settled('arrivals'),
    emigrants: settled('departures'),
    statusChange: 0,
    closing: settled('closing'),
  })
  return {
    country,
    from: `${monthName(firstMonth)}-01`,
    to: `${monthName(firstMonth + 12)}-01`,
    terms,
    expected,
    residual,
    residualPercent,
    missing: accountTerms.filter((term) => terms[term].value === null),
  }
}
