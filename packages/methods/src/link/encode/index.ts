export { ClkEncoder, clkLength, dice, foldClk, shortestSecret } from './clk.ts'
export { clkTokens, type ClkFeature } from './clk-features.ts'
export { diceWeight, estimateDiceMixture, type DiceMixture } from './dice-mixture.ts'
