import { runtime } from '../electron-standin/launch.ts'

/** The report names the runtime, because the stand-in cannot show everything that Electron does. */
export default function sayRuntime(): void {
  const { name } = runtime()
  console.log(name === 'electron' ? 'runtime: Electron' : 'runtime: the Chromium stand-in, not Electron')
}
