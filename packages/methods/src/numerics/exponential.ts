import type { RandomGenerator } from './random-generator.ts'

/**
 * An exponential deviate of mean 1, by comparing uniforms only: no logarithm, whose last bit
 * differs between machines.
 *
 * @see von Neumann, "Various techniques used in connection with random digits", 1951
 */
export function drawExponential(random: RandomGenerator): number {
  for (let whole = 0; ; whole += 1) {
    const first = random.uniform()
    let last = first
    let runs = 1
    for (;;) {
      const next = random.uniform()
      if (next >= last) break
      last = next
      runs += 1
    }
    if (runs % 2 === 1) return whole + first
  }
}
