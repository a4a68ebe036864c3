import { ExportDialog } from '../export/export-dialog.tsx'
import { ConflictDialog } from '../files/conflict-dialog.tsx'
import { PreferencesDialog } from '../files/preferences-dialog.tsx'
import { RecentsDialog } from '../files/recents-dialog.tsx'
import { RecoveryDialog } from '../files/recovery-dialog.tsx'
import { SalvagedDialog } from '../files/salvaged-dialog.tsx'
import { NewArticleDialog } from '../layout/new-article-dialog.tsx'
import { NewPageDialog } from '../layout/new-page-dialog.tsx'
import { ApplyTemplateDialog, SaveTemplateDialog } from '../layout/template-dialogs.tsx'
import { ProfileDialog } from '../preflight/profile-dialog.tsx'
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
  if (dialog === 'profile') return <ProfileDialog />
  if (dialog === 'new-page') return <NewPageDialog />
  if (dialog === 'new-article') return <NewArticleDialog />
  if (dialog === 'apply-template') return <ApplyTemplateDialog />
  if (dialog === 'save-template') return <SaveTemplateDialog />
  if (dialog === 'export') return <ExportDialog />
  if (dialog === 'special') return <SpecialDialog />
  if (dialog === 'unsaved') return <UnsavedDialog />
  if (dialog === 'conflict') return <ConflictDialog />
  if (dialog === 'recovery') return <RecoveryDialog />
  if (dialog === 'recents') return <RecentsDialog />
  if (dialog === 'preferences') return <PreferencesDialog />
  if (dialog === 'salvaged') return <SalvagedDialog />
  return null
}
