// The pages of views and alerts, in one file that is fetched when the first of them is opened.
export { SavedPage } from './saved-page.tsx'
export { AlertPage } from './alert-page.tsx'
