export { DataPage } from './data-page.tsx'
export { GlossaryPage } from './glossary-page.tsx'
export { HandbookPage } from './handbook-page.tsx'
export { MethodsPage } from './methods-page.tsx'
