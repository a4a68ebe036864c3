/** Bundles programs for Node: the project's own code goes in, packages stay outside, as they are installed. */
import { dirname } from 'node:path'
import { rolldown } from 'rolldown'

/** Put together, so that this file may be bundled so too. */
const FOLDER = ['import', 'meta', 'dirname'].join('.')

/** A module that asks for its folder means the one that its source stands in. */
export const keepFolders = {
  name: 'keep-folders',
  transform: (code, id) => code.replaceAll(FOLDER, JSON.stringify(dirname(id))),
}

/** `root`: the project's folder, an absolute path; `input` is relative to it, `output` as rolldown writes it. */
export async function bundleForNode(root, { input, output, ...options }) {
  const bundle = await rolldown({
    cwd: root,
    platform: 'node',
    input,
    external: (id) => !/^[./]/.test(id) && !id.startsWith(root),
    resolve: { extensions: ['.ts', '.js'] },
    ...options,
  })
  await bundle.write({ format: 'esm', ...output })
  await bundle.close()
}
