import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { createQueryClient } from '../node-api/queries.ts'
import { forgetWhenReaderChanges } from './forget-when-reader-changes.ts'
import { createPortalRouter } from './router.tsx'

/** The portal: its addresses and what it asks of the node. */
export function Application(): ReactNode {
  const [client] = useState(() => {
    const asking = createQueryClient()
    forgetWhenReaderChanges(asking)
    return asking
  })
  const [router] = useState(createPortalRouter)
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}
