export {
  everyCode,
  sliceTable,
  type SliceCell,
  type SliceChoice,
  type TableSlice,
} from './slice-table.ts'
export {
  findAgeAndSex,
  populationPyramid,
  type PopulationPyramid,
  type PyramidBand,
} from './population-pyramid.ts'
export {
  findFlowEnds,
  gatherCorridors,
  otherPlaces,
  readCorridors,
  type Corridor,
  type Corridors,
  type FlowEnds,
  type Place,
} from './corridors.ts'
export {
  layoutSankey,
  type SankeyBand,
  type SankeyLayout,
  type SankeyNode,
} from './sankey-layout.ts'
