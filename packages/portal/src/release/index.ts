export { isHiddenWhole } from './hidden-whole.ts'
export { releaseWords } from './words.ts'
export { renderNoRelease } from './render-no-release.ts'
export {
  citationEnd,
  noticePlace,
  pdfPlace,
  releaseCitation,
  renderRelease,
} from './render-release.ts'
export { loadWords as releasePageWords } from '../words/catalogue.ts'
export type { Words } from '../words/catalogue.ts'
export { renderNotFound, type SiteFrame } from './site/render-page.ts'
export { renderOffline } from '../offline/render-offline.ts'
export { renderHome, type HomePage, type ReleaseEntry } from './home/render-home.ts'
export { renderCountries, type CountryEntry } from './countries/render-countries.ts'
export {
  renderCountry,
  type CountryPage,
  type DatasetCoverage,
} from './countries/render-country.ts'
export { renderGoals, type GoalCell, type GoalsPage } from './goals/render-goals.ts'
export {
  renderMunicipalities,
  renderMunicipality,
  type MunicipalitiesPage,
  type MunicipalityEntry,
  type MunicipalityPage,
} from './countries/render-municipalities.ts'
export type { Mirror, MirrorLine } from './countries/render-mirror.ts'
export { drawSheet, type ReturnsSheet } from './returns/draw-sheet.ts'
export { renderPrintedSheet, renderSheet } from './returns/render-sheet.ts'
export {
  regionCode,
  renderReleasesPage,
  type ArchiveEntry,
  type ArchiveFilter,
  type ComingEntry,
  type ReleasesPage,
} from './releases/render-releases.ts'
export {
  renderCapacities,
  renderCapacity,
  type CapacityCountry,
} from './capacity/render-capacity.ts'
export {
  renderCourse,
  renderCourses,
  type CourseEntry,
  type CoursePage,
} from './courses/render-courses.ts'
export { renderGlossary } from './glossary/render-glossary.ts'
export type { Glossary } from './glossary/glossary.ts'
export { parseMarkdown } from '../prose/parse-markdown.ts'
export { pictureOf, wordsOf, type Prose } from '../prose/prose-tree.ts'
export { releasesWords } from './releases/releases-words.ts'
export { renderTheme, renderThemes, type ThemePage } from './themes/render-theme.ts'
export type { Lack, PageSection } from './countries/render-sections.ts'
export type { SiteFigure } from './figures/site-figure.ts'
export type { Tile } from './figures/tiles.ts'
export { latestSpec, readLatest } from './figures/latest-figure.ts'
export {
  coverageIn,
  coverageOf,
  isWhole,
  levelOfCoverage,
  type Coverage,
} from '../explore/figure/coverage.ts'
export type { BoundaryFile } from '../explore/map/boundary-areas.ts'
export { inPeriod, isPeriod } from '../words/period.ts'
export { ageInWords } from '../words/age.ts'
export { formatPercent, formatRound } from '../words/number-format.ts'
export { shortUnit } from '../words/unit.ts'
