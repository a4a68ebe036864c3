#!/usr/bin/env node
/** The command line's entry: reads the arguments, runs one command, gives its exit code. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { archiveCommand } from './archive.ts'
import { isFolder } from './archive-pages.ts'
import { exportCommand, fidelityCommand, rebuildCommand, reconstructCommand } from './commands.ts'
import { openApp } from './open-app.ts'
import { EXIT } from './terminal.ts'
import { TEMPLATES } from './workshop.ts'

const USAGE = `banxin reconstruct IN.txt|PAGE.banxin                 the reconstruction as JSON on stdout, a page's with its corrections
banxin reconstruct FOLDER -o OUTFOLDER [--jobs N] [--force]
                                                      every .txt below it, one JSON a page; goes on where it was
banxin rebuild IN.txt -o PAGE.banxin [--template NAME]  on the template that suits it: ${TEMPLATES.join(', ')}
banxin export PAGE.banxin -o OUT.pdf [--standard x4] [--bleed MM] [--allow-overset]
banxin fidelity IN.txt [--json]                       line-break fidelity against the dump's own lines
banxin open [FILE]                                    the desktop app
`

class UsageError extends Error {}

async function run(argv: string[]): Promise<number> {
  const [command, ...rest] = argv
  switch (command) {
    case 'reconstruct': {
      const { inputs, values } = parse(rest, {
        output: { type: 'string', short: 'o' },
        jobs: { type: 'string' },
        force: { type: 'boolean' },
      })
      const input = only(inputs)
      if (await isFolder(input)) {
        const flags = { jobs: jobCount(values.jobs), force: values.force === true }
        return archiveCommand(input, required(values.output, '-o OUTFOLDER'), flags)
      }
      if (existsSync(input) && Object.keys(values).length > 0)
        throw new UsageError(`-o, --jobs and --force are for a folder; ${input} is none`)
      return reconstructCommand(input)
    }
    case 'rebuild': {
      const { inputs, values } = parse(rest, {
        output: { type: 'string', short: 'o' },
        template: { type: 'string' },
      })
      return rebuildCommand(
        only(inputs),
        required(values.output, '-o'),
        values.template === undefined ? undefined : String(values.template),
      )
    }
    case 'export': {
      const { inputs, values } = parse(rest, {
        output: { type: 'string', short: 'o' },
        standard: { type: 'string' },
        bleed: { type: 'string' },
        'allow-overset': { type: 'boolean' },
      })
      if ((values.standard ?? 'x4') !== 'x4')
        throw new UsageError(`--standard takes x4, not ${values.standard}`)
      const flags = { bleedMm: millimetres(values.bleed), allowOverset: values['allow-overset'] === true }
      return exportCommand(only(inputs), required(values.output, '-o'), flags)
    }
    case 'fidelity': {
      const { inputs, values } = parse(rest, { json: { type: 'boolean' } })
      return fidelityCommand(only(inputs), values.json === true)
    }
    case 'open':
      return openApp(rest)
    case '--help':
    case '-h':
    case 'help':
      process.stdout.write(USAGE)
      return EXIT.done
    default:
      throw new UsageError(command === undefined ? 'a command is missing' : `unknown command ${command}`)
  }
}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options']

function parse(args: string[], options: Options) {
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true, strict: true })
    return { inputs: positionals, values: values as Record<string, string | boolean | undefined> }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function only(inputs: string[]): string {
  const [input, ...more] = inputs
  if (input === undefined || more.length > 0)
    throw new UsageError(`one input file is wanted, not ${inputs.length}`)
  return input
}

function required(value: string | boolean | undefined, name: string): string {
  if (typeof value !== 'string' || value === '') throw new UsageError(`${name} is missing`)
  return value
}

/** All cores unless told otherwise. */
function jobCount(value: string | boolean | undefined): number {
  const jobs = Number(value ?? availableParallelism())
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
    throw new UsageError(`--jobs takes 1 to 256, not ${value}`)
  return jobs
}

function millimetres(value: string | boolean | undefined): number {
  const mm = Number(value ?? 0)
  if (!Number.isFinite(mm) || mm < 0 || mm > 50)
    throw new UsageError(`--bleed takes 0 to 50 mm, not ${value}`)
  return mm
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`banxin: ${error.message}\n\n${USAGE}`)
  process.exitCode = EXIT.usage
}
