'use strict'
// Specs replace the functions they expect to be called; any other call in a test run is a mistake and throws.
// For a person they are shown with zenity, or answered as cancelled where that is missing.

const { isInteractive, tell } = require('./facts.cjs')
const { NotEmulatedError } = require('./not-emulated.cjs')
const zenity = require('./zenity.cjs')

const CANCELLED = {
  showOpenDialog: () => ({ canceled: true, filePaths: [] }),
  showSaveDialog: () => ({ canceled: true, filePath: '' }),
  showMessageBox: (options) => ({
    response: options.cancelId ?? zenity.cancelButton(options.buttons ?? []),
    checkboxChecked: options.checkboxChecked ?? false,
  }),
}

/** A dialog may be called with its window first. */
const optionsOf = (args) => args.at(-1) ?? {}

/** Also told on stderr: thrown while the app closes, nobody would read it. */
function refuseUnstubbed(name) {
  tell(`dialog.${name} was called, and no test stubbed it`)
  throw new NotEmulatedError(`dialog.${name}, which no test stubbed,`)
}

async function ask(name, args) {
  if (!isInteractive) refuseUnstubbed(name)
  if (zenity.isAvailable()) return zenity[name](optionsOf(args))
  tell(`dialog.${name} was answered as cancelled: install zenity to see dialogs`)
  return CANCELLED[name](optionsOf(args))
}

const dialog = {
  showErrorBox(title, content) {
    tell(`error box: ${title}: ${content}`)
  },
}
for (const name of Object.keys(CANCELLED)) dialog[name] = (...args) => ask(name, args)
for (const name of [
  'showOpenDialogSync',
  'showSaveDialogSync',
  'showMessageBoxSync',
  'showCertificateTrustDialog',
]) {
  dialog[name] = () => refuseUnstubbed(name)
}

module.exports = { dialog }
