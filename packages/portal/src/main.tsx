import './design/layers.css'
import './design/tokens.css'
import './design/base.css'
import './design/frame.css'
import './design/controls.css'
import './design/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Application } from './frame/application.tsx'
import { recallAppearance } from './frame/appearance.ts'
import { reloadWhenOutdated } from './frame/reload-when-outdated.ts'
import { keepForOffline } from './offline/register-worker.ts'

recallAppearance()
reloadWhenOutdated()
keepForOffline()

createRoot(document.getElementById('portal')!).render(
  <StrictMode>
    <Application />
  </StrictMode>,
)
