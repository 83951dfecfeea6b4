import { protectMethodRefusals } from '../refusals.ts'
import type { Rational } from './exact-samplers.ts'

/** One use of a budget. */
export interface Spending {
  readonly purpose: string
  /** ρ of concentrated differential privacy, or ε of pure; one kind a ledger. */
  readonly amount: Rational
}

/**
 * The privacy budget of one holder: what may be spent in all, and what was. Spending adds up
 * (composition of ρ in zero-concentrated, of ε in pure differential privacy).
 */
export interface BudgetLedger {
  readonly holder: string
  readonly budget: Rational
  readonly spent: readonly Spending[]
}

/** Opens a ledger with nothing spent. */
export function openLedger(holder: string, budget: Rational): BudgetLedger {
  return { holder, budget, spent: [] }
}

/** What is left, exactly; never below 0. */
export function budgetLeft({ budget, spent }: BudgetLedger): Rational {
  return spent.reduce((left, { amount }) => subtract(left, amount), budget)
}

/**
 * Enters a spending; the ledger handed in stays as it was.
 *
 * @throws the refusal `budget-spent` where less is left than is asked for
 * @see Bun and Steinke, "Concentrated differential privacy", TCC (2016), lemma 2.3 (composition)
 */
export function spendBudget(ledger: BudgetLedger, spending: Spending): BudgetLedger {
  const { numerator, denominator } = spending.amount
  if (numerator <= 0n || denominator <= 0n) throw new RangeError('A spending is above 0.')
  const left = budgetLeft(ledger)
  if (subtract(left, spending.amount).numerator < 0n) {
    throw protectMethodRefusals.refuse('budget-spent', {
      holder: ledger.holder,
      left: show(left),
      asked: show(spending.amount),
    })
  }
  return { ...ledger, spent: [...ledger.spent, spending] }
}

function subtract(a: Rational, b: Rational): Rational {
  return reduce({
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  })
}

function reduce({ numerator, denominator }: Rational): Rational {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator]
  while (b > 0n) [a, b] = [b, a % b]
  return a === 0n
    ? { numerator: 0n, denominator: 1n }
    : { numerator: numerator / a, denominator: denominator / a }
}

function show({ numerator, denominator }: Rational): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`
}
