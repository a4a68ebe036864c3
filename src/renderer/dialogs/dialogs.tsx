import { ConflictDialog } from '../files/conflict-dialog.tsx'
import { PreferencesDialog } from '../files/preferences-dialog.tsx'
import { RecentsDialog } from '../files/recents-dialog.tsx'
import { RecoveryDialog } from '../files/recovery-dialog.tsx'
import { SalvagedDialog } from '../files/salvaged-dialog.tsx'
import { PresetsDialog } from '../presets/presets-dialog.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
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
  if (dialog === 'unsaved') return <UnsavedDialog />
  if (dialog === 'conflict') return <ConflictDialog />
  if (dialog === 'recovery') return <RecoveryDialog />
  if (dialog === 'recents') return <RecentsDialog />
  if (dialog === 'preferences') return <PreferencesDialog />
  if (dialog === 'salvaged') return <SalvagedDialog />
  return null
}
