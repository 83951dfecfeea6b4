export { blockCount, drawBlock, personsPerBlock } from './block.ts'
export type { Papers, TravelDocument } from './documents.ts'
export { deskParametersSchema, type DeskParameters } from './desk-parameters.ts'
export { isKnownToDesks, writeDeskRecords, type DeskSink } from './desk-records.ts'
export { compileDesk, type Desk } from './desk.ts'
export { errorBit, errorKinds, kindsIn, type ErrorKind } from './error-kinds.ts'
export { figureParametersSchema, type FigureParameters } from './figure-parameters.ts'
export { householdGroups, type HouseholdGroup } from './household-groups.ts'
export { drawIncidents, type SyntheticIncident } from './incidents.ts'
export {
  errorParametersSchema,
  officeParametersSchema,
  type ErrorParameters,
  type OfficeParameters,
} from './office-parameters.ts'
export { compileOffice, type Office } from './office.ts'
export { drawFigures } from './other-figures.ts'
export {
  countryParametersSchema,
  nameParametersSchema,
  placeParametersSchema,
  travelParametersSchema,
} from './parameters.ts'
export type { Behaviour, Crossing, Person, ResidenceSpell } from './person.ts'
export {
  ageGroups,
  citizenOf,
  countPerson,
  emptyPopulation,
  populationGroups,
  populationScale,
  type PopulationCount,
} from './population.ts'
export { writeRecords, type RecordSink } from './records.ts'
export {
  compileRegion,
  type RegionModel,
  type RegionOptions,
  type RegionParameters,
} from './region-model.ts'
export { drawSurvey, type SyntheticAnswer } from './survey.ts'
export { drawDisplacement, type SyntheticDisplacement } from './displacement.ts'
export { sheetParametersSchema, type SheetParameters } from './sheet-parameters.ts'
export { sheetWriter, type SheetCell, type SheetRecord } from './sheet.ts'
export {
  countVitalEvents,
  emptyVitalCount,
  vitalFigures,
  type VitalCount,
  type VitalFigure,
} from './vital-events.ts'
