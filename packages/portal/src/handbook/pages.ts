export { DataPage } from './data-page.tsx'
export { HandbookPage } from './handbook-page.tsx'
export { MethodsPage } from './methods-page.tsx'
