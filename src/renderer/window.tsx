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
import './styles/welcome.css'
import './styles/recovery.css'
import './styles/file-dialogs.css'
import './styles/layout.css'
import './styles/editor.css'
import './styles/outline.css'
import './styles/pictures.css'
import './styles/export.css'
import './styles/proof.css'
import './styles/text.css'
import './styles/preflight.css'
import './styles/panel-edge.css'
import './styles/small-window.css'
import './styles/forced-colours.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { main } from './bridge.ts'
import { runCommand } from './commands/commands.ts'
import { focusWork } from './commands/regions.ts'
import { app } from './state/app-state.ts'
import { tellMainOfPage } from './state/page-file.ts'
import { startPanelWidths } from './state/panel-widths.ts'
import { followDisk } from './state/saving.ts'
import { askBeforeClosing, openAnswer } from './state/session.ts'
import { startSettings, takePreferences } from './state/settings.ts'
import { begin } from './state/starting.ts'

startSettings()
startPanelWidths()
main.listen('menu:command', (command) => void runCommand(command))
main.listen('file:opened', (file) => void openAnswer(file))
main.listen('file:already-open', (name) =>
  app.set({ toast: { text: 'file.already-open', values: { name } } }),
)
main.listen('file:disk', followDisk)
main.listen('window:state', (window) => app.set({ window }))
main.listen('window:closing', askBeforeClosing)
main.listen('preferences:changed', takePreferences)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(<App />)

const { file, ...start } = await main.ask('app:start')
takePreferences(start.preferences)
app.set({ start, window: start.window })
tellMainOfPage()
await begin(file, start)
if (document.activeElement === document.body) focusWork()
