export { balanceAccountsFile } from './balance-accounts.ts'
export { measureGrowthFile } from './measure-growth.ts'
