import { accountTerms, csvLine, type AccountsAnswer } from '@caudal/methods/measure'

/** Accounts as CSV: a line a country and year, with a mark beside each term. */
export function writeAccounts({ accounts, countries, stock, synthetic }: AccountsAnswer): string {
  const labels = new Map(countries.map(({ code, label }) => [code, label]))
  return [
    csvLine([
      'stock',
      'country',
      'country_label',
      'from',
      'to',
      ...accountTerms.flatMap((term) => [term, `${term}_mark`]),
      'expected',
      'residual',
      'residual_percent',
      'missing',
      'origin',
    ]),
    ...accounts.map(({ country, from, to, terms, expected, residual, residualPercent, missing }) =>
      csvLine([
        stock,
        country,
        labels.get(country) ?? country,
        from,
        to,
        ...accountTerms.flatMap((term) => [terms[term].value, terms[term].mark ?? '']),
        expected,
        residual,
        residualPercent,
        missing.join(' '),
        synthetic ? 'SYNTHETIC' : 'observed',
      ]),
    ),
  ].join('')
}
