import { execFileSync } from 'node:child_process'

/** Tests of the command line and of real composition use what a build makes: the bundle and the faces. */
export default function setup(): void {
  execFileSync(process.execPath, ['build/build-cli.mjs'], { stdio: 'inherit' })
}
