export {
  crossingProblems,
  JourneyRepair,
  repairJourney,
  type CrossingProblem,
  type RecordedJourney,
  type RepairedJourney,
  type RepairOptions,
} from './journey-repair.ts'
export { JourneyRows } from './journey-rows.ts'
export { plainText, wordsForMissing } from './compare/plain-text.ts'
export {
  apostrophes,
  foreignLetters,
  latinLetters,
  notInWords,
  spelledLetters,
} from './compare/plain-text.ts'
export { abbreviations, nameWords, particles } from './compare/name-words.ts'
export { soundKey, soundRules } from './compare/sound-key.ts'
export { travelDocumentName } from './compare/travel-document-name.ts'
export { jaroWinkler } from './compare/jaro-winkler.ts'
export { damerauLevenshtein } from './compare/damerau-levenshtein.ts'
export {
  columnKinds,
  columnRole,
  columnRoles,
  type ColumnKind,
  type ColumnRole,
} from './specify/column-kind.ts'
export { kindComparisons, type KindComparison } from './specify/kind-levels.ts'
export { levelWords } from './specify/level-words.ts'
export { levelName, type Level, type LevelName } from './specify/level.ts'
export {
  blockingKeys,
  columnsOfRule,
  describeRule,
  type BlockingKey,
  type BlockingPart,
  type BlockingRule,
} from './specify/blocking-rule.ts'
export {
  chooseBlocking,
  listCandidateRules,
  type BlockingColumn,
  type CandidateRule,
} from './specify/choose-blocking.ts'
export { tellsOrigin } from './specify/origin.ts'
export { linkSettingsSchema, type LinkSettings } from './specify/link-settings.ts'
export type { Comparison, LinkSpecification, LinkType } from './specify/link-specification.ts'
export { patternsOfRule, type PatternTable } from './weigh/patterns.ts'
export {
  averageEstimates,
  estimateMatches,
  type ExpectationOptions,
  type LevelShares,
  type MatchEstimate,
} from './weigh/estimate-matches.ts'
export {
  decide,
  levelWeight,
  levelWeights,
  matchProbability,
  priorWeight,
  termFrequencyWeight,
  weightOf,
  type Decision,
} from './weigh/match-weight.ts'
export { priorFromRules, priorOfPartners, withoutMatches } from './weigh/prior.ts'
export { UnionFind } from './group/union-find.ts'
export {
  splitCluster,
  type ClusterEdge,
  type ClusterFault,
  type SplitCluster,
} from './group/split-cluster.ts'
export { findContradiction, type PairVerdict } from './group/contradiction.ts'
export { partnerProbabilities, takeOnePartner, type WeighedPairs } from './group/one-partner.ts'
export {
  alternationGain,
  alternationTerms,
  alternationWeight,
  measureAlternation,
  type Alternation,
  type AlternationTerms,
  type CrossingHabits,
  type DatedCrossing,
} from './group/alternation.ts'
export {
  readLinkSettings,
  resolveSettings,
  type ColumnLeftOut,
  type ObservedColumn,
  type ResolvedSettings,
} from './specify/resolve-settings.ts'
export { linkSettingsRefusals } from './specify/refusals.ts'
export { linkJsonSchema } from './specify/link-json-schema.ts'
export { settingsExamples } from './specify/settings-examples.ts'
export {
  estimateParts,
  isSharedByKin,
  kinDiscount,
  kinKinds,
  kinShares,
  tellsNamesakes,
  type Kin,
  type KinKind,
} from './weigh/kin.ts'
export { agglomerate } from './group/agglomerate.ts'
