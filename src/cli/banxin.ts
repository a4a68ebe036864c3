#!/usr/bin/env node
/**
 * The command line's entry: reads the arguments, runs one command, gives its exit code. A command is loaded when it
 * is called: printing has no use for the reconstruction's models, nor a reconstruction for picture decoders.
 */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { ALL_MARKS, NO_MARKS } from '../core/pdf/mark-kinds.ts'
import { isFolder } from './archive-pages.ts'
import { openApp } from './open-app.ts'
import { EXIT } from './terminal.ts'
import { TEMPLATES } from './workshop.ts'

const USAGE = `banxin reconstruct IN.txt|PAGE.banxin                 the reconstruction as JSON on stdout, a page's with its corrections
banxin reconstruct FOLDER -o OUTFOLDER [--jobs N] [--force]
                                                      every .txt below it, one JSON a page; goes on where it was
banxin rebuild IN.txt -o PAGE.banxin [--template NAME]  on the template that suits it: ${TEMPLATES.join(', ')}
banxin place PAGE.banxin --frame ID PICTURE -o OUT.banxin
              [--fit fill|fit] [--zoom N] [--dx MM] [--dy MM] [--rotate DEG]
                                                      a JPEG, PNG, TIFF or WebP into a picture frame
banxin export PAGE.banxin -o OUT.pdf [--standard x4|x1a] [--bleed MM] [--marks] [--tagged] [--allow-overset]
              [--condition tr002|ifra26] [--profile FILE.icc] [--preflight FILE.json]
              [--ppi N] [--ink-limit N] [--intent perceptual|relative] [--keep-rgb]
                                                      a PDF/X for the press: newsprint by CGATS TR 002 unless told;
                                                      errors of preflight that nobody signed off stop it
banxin preflight PAGE.banxin [--json] [--profile FILE.json]
                                                      what would embarrass the paper; exit 0 clean, 2 with errors
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
        const { archiveCommand } = await import('./archive.ts')
        return archiveCommand(input, required(values.output, '-o OUTFOLDER'), flags)
      }
      if (existsSync(input) && Object.keys(values).length > 0)
        throw new UsageError(`-o, --jobs and --force are for a folder; ${input} is none`)
      const { reconstructCommand } = await import('./commands.ts')
      return reconstructCommand(input)
    }
    case 'rebuild': {
      const { inputs, values } = parse(rest, {
        output: { type: 'string', short: 'o' },
        template: { type: 'string' },
      })
      const { rebuildCommand } = await import('./commands.ts')
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
        condition: { type: 'string' },
        profile: { type: 'string' },
        bleed: { type: 'string' },
        marks: { type: 'boolean' },
        tagged: { type: 'boolean' },
        ppi: { type: 'string' },
        'ink-limit': { type: 'string' },
        intent: { type: 'string' },
        'keep-rgb': { type: 'boolean' },
        'allow-overset': { type: 'boolean' },
        preflight: { type: 'string' },
      })
      const condition = choice(values.condition, '--condition', ['tr002', 'ifra26'] as const)
      const profile = values.profile === undefined ? undefined : required(values.profile, '--profile')
      const { exportCommand } = await import('./export.ts')
      return exportCommand(only(inputs), required(values.output, '-o'), {
        standard: choice(values.standard, '--standard', ['x4', 'x1a'] as const) ?? 'x4',
        bleedMm: between(values.bleed, 0, '--bleed', 0, 50),
        pictures: {
          targetPpi: between(values.ppi, 200, '--ppi', 72, 1200),
          inkLimit: between(values['ink-limit'], 240, '--ink-limit', 100, 400),
          intent: choice(values.intent, '--intent', ['perceptual', 'relative'] as const) ?? 'perceptual',
          keepRgb: values['keep-rgb'] === true,
        },
        marks: values.marks === true ? ALL_MARKS : NO_MARKS,
        tagged: values.tagged === true,
        allowOverset: values['allow-overset'] === true,
        ...(values.preflight !== undefined && { preflightFile: required(values.preflight, '--preflight') }),
        press: { ...(condition && { condition }), ...(profile !== undefined && { profile }) },
      })
    }
    case 'preflight': {
      const { inputs, values } = parse(rest, { json: { type: 'boolean' }, profile: { type: 'string' } })
      const profile = values.profile === undefined ? undefined : required(values.profile, '--profile')
      const { preflightCommand } = await import('./preflight.ts')
      return preflightCommand(only(inputs), values.json === true, profile)
    }
    case 'place': {
      const { inputs, values } = parse(rest, {
        output: { type: 'string', short: 'o' },
        frame: { type: 'string' },
        fit: { type: 'string' },
        zoom: { type: 'string' },
        dx: { type: 'string' },
        dy: { type: 'string' },
        rotate: { type: 'string' },
      })
      const [page, picture, ...more] = inputs
      if (page === undefined || picture === undefined || more.length > 0)
        throw new UsageError(`a page and a picture are wanted, not ${inputs.length} files`)
      const { placeCommand } = await import('./place.ts')
      return placeCommand(page, picture, required(values.output, '-o'), {
        frame: required(values.frame, '--frame'),
        fit: choice(values.fit, '--fit', ['fill', 'fit'] as const) ?? 'fill',
        zoom: between(values.zoom, 1, '--zoom', 0.01, 100),
        dxMm: between(values.dx, 0, '--dx', -2000, 2000),
        dyMm: between(values.dy, 0, '--dy', -2000, 2000),
        rotation: between(values.rotate, 0, '--rotate', -360, 360),
      })
    }
    case 'fidelity': {
      const { inputs, values } = parse(rest, { json: { type: 'boolean' } })
      const { fidelityCommand } = await import('./commands.ts')
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

function choice<T extends string>(
  value: string | boolean | undefined,
  name: string,
  choices: readonly T[],
): T | undefined {
  const chosen = choices.find((choice) => choice === value)
  if (value !== undefined && chosen === undefined)
    throw new UsageError(`${name} takes ${choices.join(' or ')}, not ${value}`)
  return chosen
}

/** All cores unless told otherwise. */
function jobCount(value: string | boolean | undefined): number {
  const jobs = Number(value ?? availableParallelism())
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
    throw new UsageError(`--jobs takes 1 to 256, not ${value}`)
  return jobs
}

function between(
  value: string | boolean | undefined,
  otherwise: number,
  name: string,
  least: number,
  most: number,
): number {
  const number = Number(value ?? otherwise)
  if (!Number.isFinite(number) || number < least || number > most)
    throw new UsageError(`${name} takes ${least} to ${most}, not ${value}`)
  return number
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`banxin: ${error.message}\n\n${USAGE}`)
  process.exitCode = EXIT.usage
}
