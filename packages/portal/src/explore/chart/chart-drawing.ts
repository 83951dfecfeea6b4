export { drawBars } from './draw-bars.ts'
export { drawColumns, drawLines } from './draw-over-time.ts'
