import type { ReactNode } from 'react'

const drawings = {
  grip: 'M6 3.5v.01M6 8v.01M6 12.5v.01M10 3.5v.01M10 8v.01M10 12.5v.01',
  down: 'm4 6 4 4 4-4',
  up: 'm4 10 4-4 4 4',
  both: 'm5 6 3-3 3 3M5 10l3 3 3-3',
  swap: 'M3 5.5h9.5m-3-3 3 3-3 3M13 11H3.5m3-3-3 3 3 3',
  download: 'M8 2.5v7.5m-3.5-3L8 10.5 11.5 7M3 13.5h10',
  link: 'M6.5 9.5 9.5 6.5M7 4.5l1.5-1.5a3 3 0 0 1 4.5 4.5L11.5 9M9 11.5 7.5 13a3 3 0 0 1-4.5-4.5L4.5 7',
  quote: 'M3 11V8c0-2.5 1-4 3.5-4.5M9 11V8c0-2.5 1-4 3.5-4.5M3 8h3v3H3zM9 8h3v3H9z',
  keep: 'M4 2.5h8v11l-4-3-4 3z',
  bell: 'M3 11.500h10c-1-1-1.500-2-1.500-4.500a3.500 3.500 0 0 0-7 0c0 2.500-.5 3.500-1.500 4.500ZM7 13.500h2',
  close: 'm4 4 8 8M12 4l-8 8',
  person:
    'M8 7.5a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM2.500 13.500c.5-3 2.500-4 5.500-4s5 1 5.500 4',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5 14 14',
  sliders: 'M2.5 5H9m4 0h.5M2.5 11H4m4 0h5.5M11 3.5v3M6 9.5v3',
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 3.5v9',
  bar: 'M2.5 13.5h11M4.5 13V8M8 13V3.5M11.5 13V6',
  line: 'M2.5 13.5h11M3 10.5l3-4 3 2 4-5',
  map: 'M2.5 4 6 2.5l4 1.5 3.5-1.5v9.5L10 13.5 6 12l-3.5 1.5zM6 2.5V12M10 4v9.5',
  multiples: 'M2.5 2.5h4.5V7H2.5zM9 2.5h4.5V7H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z',
  heat: 'M2.5 2.5h11v11h-11zM2.5 6.200h11M2.5 9.800h11M6.200 2.5v11M9.800 2.5v11',
  pyramid: 'M8 2.5v11M8 4H6.500M8 7.500H4.500M8 11H2.500M8 4h1.500M8 7.500h3.500M8 11h5.500',
  sankey:
    'M2.5 4c5.500 0 5.500 1.500 11 1.500M2.5 8c5.500 0 5.500-1 11-1M2.5 11c5.500 0 5.500 1 11 1',
  flow: 'M2.5 12.500C4 6 8 3.500 13 4m-3-2 3 2-2.500 2.500',
  chord:
    'M8 13.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11ZM4 4.500c2.500 2.500 2.500 5 0 7M12 4.500c-2.500 2.500-2.500 5 0 7',
  play: 'M5 3.500v9l7-4.500z',
  pause: 'M5.500 3.500v9M10.500 3.500v9',
  more: 'M3.500 8v.01M8 8v.01M12.500 8v.01',
  reset: 'M3.5 8a4.5 4.5 0 1 0 1.5-3.400L3.5 6m0-3v3h3',
} as const

export type IconName = keyof typeof drawings

/** A small drawing beside words; it never speaks alone. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'grip' ? 2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
