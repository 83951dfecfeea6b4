export { ClkEncoder, clkLength, dice, foldClk, shortestSecret } from './clk.ts'
export { clkTokens, type ClkFeature } from './clk-features.ts'
export {
  diceEvidence,
  estimateDiceMixture,
  partnerWeight,
  type DiceMixture,
} from './dice-mixture.ts'
