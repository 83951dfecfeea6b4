export { isDrawnFolder, manifestName } from './drawing-folder.ts'
export type { RegionManifest } from './manifest.ts'
export { drawRegion } from './service.ts'
