// What the node says of its own figures, in one file that is fetched when the first of them is opened.
export { AccountsPage } from './accounts-page.tsx'
export { BackTestPage } from './back-test-page.tsx'
export { GapMapPage } from './gap-map-page.tsx'
export { GrowthPage } from './growth-page.tsx'
export { MirrorPage } from './mirror-page.tsx'
export { SurvivalPage } from './survival-page.tsx'
