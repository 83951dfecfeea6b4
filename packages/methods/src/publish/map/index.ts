export {
  areaLevelOf,
  findAreaAxis,
  isSpecialCode,
  type AreaAxis,
  type AreaLevel,
} from './area-codes.ts'
export {
  listAreas,
  listMapChoices,
  listUnplaced,
  readAreaSeries,
  wholeChoice,
  type AreaValue,
  type MapChoice,
} from './area-series.ts'
export { circleRadius, roundLegendValues } from './circle-radius.ts'
export {
  classMethods,
  classifyValues,
  findClass,
  type AreaClass,
  type ClassChoice,
  type ClassMethod,
} from './classify.ts'
export { joinAreas, plainName, type AreaJoin, type KnownArea } from './join-areas.ts'
export { countByBar, type LegendBar } from './legend-histogram.ts'
export { frameAreas, type MapFrame, type PolygonBox } from './map-frame.ts'
export { chooseProjection, type MapProjection } from './map-projection.ts'
export {
  isRate,
  readClassLimits,
  mapFigures,
  mapMarks,
  openingMark,
  readMapView,
  writeMapView,
  type MapFigure,
  type MapMark,
  type MapView,
} from './map-view.ts'
export { naturalBreaks } from './natural-breaks.ts'
export { isHidden, rankAreas, type AreaRanking } from './rank-areas.ts'
export { layoutTiles, type Tile, type TilePlace } from './tile-layout.ts'
