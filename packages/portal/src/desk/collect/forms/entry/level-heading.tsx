import type { ComponentProps, ReactNode } from 'react'

/** A heading of a level, from 2; what lies deeper than the fourth has the fourth. */
export function LevelHeading({
  level,
  ...shown
}: ComponentProps<'h2'> & { readonly level: number }): ReactNode {
  const Heading = level < 4 ? (`h${level}` as 'h2' | 'h3') : 'h4'
  return <Heading {...shown} />
}
