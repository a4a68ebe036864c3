// The interface's sans for machines without a Chinese one, in slices that load as they are needed.
import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/600.css'
// The page's serif, for quotations of it.
import '@fontsource/noto-serif-sc/400.css'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/regions.css'
import './styles/panels.css'
import './styles/source.css'
import './styles/source-list.css'
import './styles/review.css'
import './styles/doubts.css'
import './styles/overlays.css'
import './styles/copyfit.css'
import './styles/layout.css'
import './styles/editor.css'
import './styles/outline.css'
import './styles/pictures.css'
import './styles/export.css'
import './styles/proof.css'
import './styles/text.css'
import './styles/preflight.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { main } from './bridge.ts'
import { runCommand } from './commands/commands.ts'
import { focusWork } from './commands/regions.ts'
import { app } from './state/app-state.ts'
import { openAnswer } from './state/session.ts'
import { startSettings } from './state/settings.ts'

startSettings()
main.listen('menu:command', (command) => void runCommand(command))
main.listen('file:opened', (file) => void openAnswer(file))
main.listen('window:state', (window) => app.set({ window }))

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(<App />)

const { file, ...start } = await main.ask('app:start')
app.set({ start, window: start.window })
await openAnswer(file)
if (document.activeElement === document.body) focusWork()
