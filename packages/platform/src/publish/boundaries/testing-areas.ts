/** Made-up areas for tests: a grid of squares of one degree, coded G01, G02, … */
export function gridOfAreas(
  columns: number,
  rows: number,
  change: (feature: GridFeature, index: number) => unknown = (feature) => feature,
): string {
  const features = Array.from({ length: columns * rows }, (_, index) => {
    const x = -91 + (index % columns)
    const y = 14 + Math.floor(index / columns)
    return change(
      {
        type: 'Feature',
        properties: { code: `G${String(index + 1).padStart(2, '0')}`, name: `Area ${index + 1}` },
        geometry: { type: 'Polygon', coordinates: [wavySquare(x, y)] },
      },
      index,
    )
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}

export interface GridFeature {
  type: 'Feature'
  properties: Record<string, unknown>
  geometry: { type: string; coordinates: unknown } | null
}

/** Counter-clockwise, as RFC 7946 has it; neighbours share their wavy sides exactly. */
function wavySquare(x: number, y: number): number[][] {
  const steps = Array.from({ length: 20 }, (_, i) => i / 20)
  return [
    ...steps.map((t) => [x + t, y + wave(x + t)]),
    ...steps.map((t) => [x + 1 + wave(y + t), y + t]),
    ...steps.map((t) => [x + 1 - t, y + 1 + wave(x + 1 - t)]),
    ...steps.map((t) => [x + wave(y + 1 - t), y + 1 - t]),
    [x, y + wave(x)],
  ].map(([a, b]) => [Math.round(a! * 1e6) / 1e6, Math.round(b! * 1e6) / 1e6])
}

function wave(at: number): number {
  return Math.sin(at * 40) / 200
}
