export { drawBars } from './draw-bars.ts'
export { drawMultiples } from './draw-multiples.ts'
export { drawColumns, drawLines } from './draw-over-time.ts'
