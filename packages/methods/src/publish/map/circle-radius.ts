/**
 * Radius of the circle that stands for a count: its area is proportional to the count.
 *
 * @param value any sign; the size of it counts
 * @param greatest greatest size on the map, above 0
 * @param largest radius in pixels that the greatest gets
 * @returns pixels; a count that is not zero never gets less than 1.5, so that it can be seen
 * @see Slocum et al., Thematic Cartography and Geovisualization, 4th ed., 2022, ch. 18, eq. 18.1
 * @example circleRadius(25, 100, 40) // => 20
 * @example circleRadius(0, 100, 40) // => 0
 */
export function circleRadius(value: number, greatest: number, largest: number): number {
  if (value === 0 || !(greatest > 0)) return 0
  return Math.max(1.5, largest * Math.sqrt(Math.abs(value) / greatest))
}

/**
 * Round values for the circles of a legend, greatest first: 1, 2 or 5 times a power of ten, about
 * a quarter and a twentieth of it.
 *
 * @example roundLegendValues(87) // => [50, 20, 5]
 * @example roundLegendValues(0.3) // => [0.2, 0.05, 0.02]
 */
export function roundLegendValues(greatest: number): number[] {
  if (!(greatest > 0)) return []
  const first = roundDown(greatest)
  return [...new Set([first, roundDown(first / 2.4), roundDown(first / 10)])]
}

function roundDown(value: number): number {
  const power = Math.floor(Math.log10(value) + 1e-12)
  const lead = value / 10 ** power
  const digit = lead >= 5 - 1e-9 ? 5 : lead >= 2 - 1e-9 ? 2 : 1
  return Number(`${digit}e${power}`)
}
