import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { collectRoutes } from './collect/routes.ts'
import { capacityRoutes } from './capacity/routes.ts'
import { governRoutes } from './govern/routes.ts'
import { desk } from './desk-route.ts'
import { linkRoutes } from './link/routes.ts'
import { measureDeskRoutes } from './measure/routes.ts'
import { publishRoutes } from './publish/routes.ts'

const home = createRoute({
  getParentRoute: () => desk,
  path: '/',
  component: lazyRouteComponent(() => import('./desk-home.tsx'), 'DeskHome'),
})

/** The addresses of the desk: its own page and those of every section. */
export const deskRoutes = desk.addChildren([
  home,
  ...collectRoutes,
  ...linkRoutes,
  ...measureDeskRoutes,
  ...publishRoutes,
  ...capacityRoutes,
  ...governRoutes,
])
