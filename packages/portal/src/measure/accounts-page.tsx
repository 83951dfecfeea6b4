import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatNumber, periodLabel } from '@caudal/methods/publish'
import {
  accountTerms,
  type AccountFigure,
  type AccountMark,
  type AccountsAnswer,
  type NodeAccount,
} from '@caudal/methods/measure'
import { usePageTitle } from '../frame/page-title.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { StatusBanner } from '../parts/status-banner.tsx'
import { formatPercent, formatSigned } from '../words/number-format.ts'
import { shortPeriod } from '../words/period.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { Choice } from './choice.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { accountsAddress, accountsQuery } from './queries.ts'
import { HowKnown } from './how-known.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import { useMeasureWords } from './words/measure-words.ts'
import styles from './measure.module.css'

/** Stands for, or beside, a figure of which there is something to say. */
const signs: Readonly<Record<AccountMark, string>> = {
  missing: ':',
  withheld: '⊘',
  outside: '–',
  approximated: '≈',
  provisional: 'p',
}

/** What a stock gained and lost between two days, and what no term explains. */
export function AccountsPage(): ReactNode {
  const words = useMeasureWords()
  const { language } = useSpeaking()
  const chosen = useSearch({ from: '/$language/accounts' })
  const navigate = useNavigate({ from: '/$language/accounts' })
  const stock = chosen.stock === 'population' ? 'population' : 'residents'
  const accounts = useQuery(accountsQuery(stock, language))
  const choose = (more: Readonly<Record<string, string>>) =>
    void navigate({ search: { ...chosen, ...more }, replace: true })
  usePageTitle(words.accounts.title)
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{words.accounts.title}</h1>
        <p className={styles['lead']}>{words.accounts.lead}</p>
      </header>
      {accounts.data && <StatusBanner {...accounts.data} />}
      <div className={styles['choices']}>
        <Choice
          label={words.accounts.stock}
          value={stock}
          options={Object.entries(words.accounts.stocks)}
          onChoose={(value) => choose({ stock: value })}
        />
        {accounts.data && accounts.data.countries.length > 0 && (
          <Choice
            label={words.country}
            value={countryOf(accounts.data, chosen.country)}
            options={accounts.data.countries.map(({ code, label }) => [code, label] as const)}
            onChoose={(value) => choose({ country: value })}
          />
        )}
      </div>
      {accounts.isError ? (
        <ProblemNotice error={accounts.error} retry={() => void accounts.refetch()} />
      ) : accounts.isPending ? (
        <SlowNotice />
      ) : accounts.data.accounts.length === 0 ? (
        <p>{words.accounts.empty}</p>
      ) : (
        <Accounts answer={accounts.data} country={countryOf(accounts.data, chosen.country)} />
      )}
      <Elsewhere />
    </div>
  )
}

const countryOf = ({ countries }: AccountsAnswer, chosen: string | undefined): string =>
  countries.find(({ code }) => code === chosen)?.code ?? countries[0]?.code ?? ''

function Accounts({
  answer,
  country,
}: {
  readonly answer: AccountsAnswer
  readonly country: string
}): ReactNode {
  const { accounts: words, known } = useMeasureWords()
  const { language } = useSpeaking()
  const own = answer.accounts.filter((each) => each.country === country)
  const label = answer.countries.find(({ code }) => code === country)?.label ?? country
  const number = (value: number | null) => (value === null ? ':' : formatNumber(value, language))
  const used = new Set(own.flatMap(({ terms }) => accountTerms.map((term) => terms[term].mark)))
  const shown = (Object.keys(signs) as AccountMark[]).filter((mark) => used.has(mark))
  return (
    <>
      <Finding accounts={own} label={label} />
      <ScrollRegion label={words.caption(label)}>
        <table className={styles['table']}>
          <caption>{words.caption(label)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.period}</th>
              {accountTerms.slice(0, -1).map((term) => (
                <th key={term} scope="col" data-number="">
                  {words.terms[term]}
                </th>
              ))}
              <th scope="col" data-number="">
                {words.expected}
              </th>
              <th scope="col" data-number="">
                {words.terms.closing}
              </th>
              <th scope="col" data-number="">
                {words.residual}
              </th>
              <th scope="col" data-number="">
                {words.share}
              </th>
              <th scope="col">{words.missing}</th>
            </tr>
          </thead>
          <tbody>
            {own.map((each) => (
              <tr key={each.from}>
                <th scope="row" data-words="">
                  {words.span(shortPeriod(each.from, language), shortPeriod(each.to, language))}
                </th>
                {accountTerms.slice(0, -1).map((term) => (
                  <td key={term} data-number="">
                    <Term figure={each.terms[term]} />
                  </td>
                ))}
                <td data-number="">{number(each.expected)}</td>
                <td data-number="">
                  <Term figure={each.terms.closing} />
                </td>
                <td data-number="">
                  <strong>{number(each.residual)}</strong>
                </td>
                <td data-number="">
                  {each.residualPercent === null
                    ? ':'
                    : formatPercent(each.residualPercent / 100, language)}
                </td>
                <td data-words="long">
                  {each.missing.map((term) => words.lacks[term]).join('; ') || '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {shown.length > 0 && (
        <ul className={styles['key']}>
          {shown.map((mark) => (
            <li key={mark}>
              <b aria-hidden="true">{signs[mark]}</b> {words.marks[mark]}
            </li>
          ))}
        </ul>
      )}
      <HowKnown
        said={known.accounts}
        behind={[
          {
            label: known.stock(label),
            cube: answer.stock === 'population' ? 'population' : 'resident-stocks',
            search: { rows: 'time', where: `country:${country}` },
          },
          {
            label: known.flows(label),
            cube: 'migrations',
            search: { rows: 'time.year', columns: 'direction', where: `country:${country}` },
          },
        ]}
        chapter="surveys-and-accounts"
      />
      <p>
        <a href={accountsAddress(answer.stock, language, { country, format: 'csv' })} download="">
          {words.download}
        </a>
      </p>
    </>
  )
}

/** The last year whose account is closed, or that none is. */
function Finding({
  accounts,
  label,
}: {
  readonly accounts: readonly NodeAccount[]
  readonly label: string
}): ReactNode {
  const { accounts: words } = useMeasureWords()
  const { language } = useSpeaking()
  const closed = accounts.findLast(({ residual }) => residual !== null)
  if (closed === undefined) return <p>{words.noneClosed(label)}</p>
  return (
    <p>
      {words.finding(
        label,
        words.span(periodLabel(closed.from, language), periodLabel(closed.to, language)),
        formatSigned(closed.residual!, language),
      )}
    </p>
  )
}

function Term({ figure: { value, mark } }: { readonly figure: AccountFigure }): ReactNode {
  const { accounts: words } = useMeasureWords()
  const { language } = useSpeaking()
  const sign = mark && (
    <>
      <span aria-hidden="true">{signs[mark]}</span>
      <span className="visually-hidden">{words.marks[mark]}</span>
    </>
  )
  if (value === null || mark === 'outside') return sign ?? ':'
  return (
    <>
      {formatNumber(value, language)}
      {sign && <> {sign}</>}
    </>
  )
}
