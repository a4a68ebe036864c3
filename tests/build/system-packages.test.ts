import { expect, test } from 'vitest'
import { ensurePackages, missingPackages, TEST_PACKAGES } from '../../build/system-packages.mjs'

const qpdf = { command: 'qpdf', debian: 'qpdf', for: 'checking PDFs' }
const pdffonts = { command: 'pdffonts', debian: 'poppler-utils', for: 'listing fonts' }
const pdftotext = { command: 'pdftotext', debian: 'poppler-utils', for: 'reading text' }

/** A machine where apt-get puts `provides` on the PATH when its attempt number is at least `worksAt`. */
function machine({ installed = [] as string[], provides = [] as string[], worksAt = 1, canInstall = true }) {
  const present = new Set(installed)
  const commands: string[] = []
  let attempts = 0
  return {
    commands,
    exists: (command: string) => present.has(command),
    run: (command: string, args: string[]) => {
      commands.push([command, ...args].join(' '))
      if (!args.includes('install')) return true
      attempts += 1
      if (attempts < worksAt) return false
      for (const name of provides) present.add(name)
      return true
    },
    canInstall,
    say: () => {},
  }
}

test('nothing is run when nothing is missing', async () => {
  const here = machine({ installed: ['qpdf'] })
  await ensurePackages([qpdf], here)
  expect(here.commands).toEqual([])
})

test('missing programs are installed, each Debian package once', async () => {
  const here = machine({ provides: ['qpdf', 'pdffonts', 'pdftotext'] })
  await ensurePackages([qpdf, pdffonts, pdftotext], here)
  expect(here.commands).toHaveLength(2)
  expect(here.commands[1]).toMatch(/install -y --no-install-recommends qpdf poppler-utils$/)
})

test('a failed installation is tried once more', async () => {
  const here = machine({ provides: ['qpdf'], worksAt: 2 })
  await ensurePackages([qpdf], here)
  expect(here.commands.filter((command) => command.includes('install'))).toHaveLength(2)
})

test('without the right to install, the error names command, package and use', async () => {
  const here = machine({ installed: ['pdffonts'], canInstall: false })
  const refusal = ensurePackages([qpdf, pdffonts, pdftotext], here)
  await expect(refusal).rejects.toThrow('qpdf (Debian package qpdf), for checking PDFs')
  await expect(refusal).rejects.toThrow('pdftotext (Debian package poppler-utils), for reading text')
  await expect(refusal).rejects.not.toThrow('pdffonts')
  expect(here.commands).toEqual([])
})

test('an installation that fails twice, or that brings nothing, is an error', async () => {
  await expect(ensurePackages([qpdf], machine({ worksAt: 9 }))).rejects.toThrow('apt-get failed')
  await expect(ensurePackages([qpdf], machine({}))).rejects.toThrow('qpdf (Debian package qpdf)')
})

test('any of the names of a program will do', () => {
  const missing = missingPackages(TEST_PACKAGES, (command) => command === 'google-chrome')
  expect(missing.map(({ command }) => command)).toEqual([
    'pdftoppm',
    'pdffonts',
    'pdftotext',
    'qpdf',
    'mutool',
    'gs',
  ])
})
