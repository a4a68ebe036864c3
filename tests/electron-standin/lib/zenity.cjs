'use strict'
// Dialogs for a person, where the program zenity is installed.

const { spawn } = require('node:child_process')
const { findOnPath, hasDisplay } = require('./facts.cjs')

const isAvailable = () => hasDisplay && findOnPath('zenity') !== null

/** @returns {Promise<{ code: number, text: string }>} */
function run(list) {
  return new Promise((resolve) => {
    const child = spawn('zenity', list, { stdio: ['ignore', 'pipe', 'ignore'] })
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
    })
    child.on('error', () => resolve({ code: -1, text: '' }))
    child.on('close', (code) => resolve({ code: code ?? -1, text: text.trimEnd() }))
  })
}

function filterArguments(filters = []) {
  return filters.map(({ name, extensions }) => {
    const patterns = extensions.map((extension) => (extension === '*' ? '*' : `*.${extension}`))
    return `--file-filter=${name} | ${patterns.join(' ')}`
  })
}

function fileArguments(options) {
  const list = ['--file-selection', '--separator=\n', ...filterArguments(options.filters)]
  if (options.title) list.push(`--title=${options.title}`)
  if (options.defaultPath) list.push(`--filename=${options.defaultPath}`)
  return list
}

async function showOpenDialog(options) {
  const properties = options.properties ?? []
  const list = fileArguments(options)
  if (properties.includes('openDirectory')) list.push('--directory')
  if (properties.includes('multiSelections')) list.push('--multiple')
  const { code, text } = await run(list)
  return code === 0 ? { canceled: false, filePaths: text.split('\n') } : { canceled: true, filePaths: [] }
}

async function showSaveDialog(options) {
  const { code, text } = await run([...fileArguments(options), '--save', '--confirm-overwrite'])
  return code === 0 ? { canceled: false, filePath: text } : { canceled: true, filePath: '' }
}

/** All buttons are extra ones: zenity prints the label of the one that was pressed. */
async function showMessageBox(options) {
  const buttons = options.buttons?.length ? options.buttons : ['OK']
  const text = [options.message, options.detail].filter(Boolean).join('\n\n')
  const list = ['--question', '--switch', '--no-markup', `--text=${text}`]
  if (options.title) list.push(`--title=${options.title}`)
  for (const button of buttons) list.push(`--extra-button=${button}`)
  const answer = await run(list)
  const pressed = buttons.indexOf(answer.text)
  const response = pressed >= 0 ? pressed : (options.cancelId ?? cancelButton(buttons))
  return { response, checkboxChecked: options.checkboxChecked ?? false }
}

/** Electron's choice when a message box is closed: the button named cancel or no, else 0. */
function cancelButton(buttons) {
  return Math.max(
    0,
    buttons.findIndex((label) => /^(cancel|no)$/i.test(label)),
  )
}

module.exports = { isAvailable, showOpenDialog, showSaveDialog, showMessageBox, cancelButton }
