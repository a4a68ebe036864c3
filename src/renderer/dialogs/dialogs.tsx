import { ExportDialog } from '../export/export-dialog.tsx'
import { PresetsDialog } from '../presets/presets-dialog.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { SpecialDialog } from '../text/special-dialog.tsx'
import { AboutDialog } from './about-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { Palette } from './palette.tsx'
import { UnsavedDialog } from './unsaved-dialog.tsx'

export function Dialogs() {
  const dialog = useStore(app, (state) => state.dialog)
  if (dialog === 'palette') return <Palette />
  if (dialog === 'keys') return <KeysDialog />
  if (dialog === 'about') return <AboutDialog />
  if (dialog === 'presets') return <PresetsDialog />
  if (dialog === 'export') return <ExportDialog />
  if (dialog === 'special') return <SpecialDialog />
  if (dialog === 'unsaved') return <UnsavedDialog />
  return null
}
