/** Bundles programs of the training and the bench so that they take the models from a folder. */
import { basename, dirname, join } from 'node:path'
import { rolldown } from 'rolldown'

/** Put together, so that this file may be bundled so too. */
const FOLDER = ['import', 'meta', 'dirname'].join('.')

/** A module that asks for its folder means the one that its source stands in. */
const keepFolders = {
  name: 'keep-folders',
  transform: (code, id) => code.replaceAll(FOLDER, JSON.stringify(dirname(id))),
}

/** The models of the folder that `MODELS` names when the program runs; a file that it lacks is an empty one. */
const modelsOfFolder = {
  name: 'models-of-folder',
  load: (id) =>
    /reconstruct\/model\/\w+\.json$/.test(id)
      ? {
          code: `import { existsSync, readFileSync } from 'node:fs'
const file = process.env.MODELS + '/${basename(id)}'
export default existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}`,
          moduleType: 'js',
        }
      : null,
}

/** `root`: the project's folder; `input` and `file` are relative to it. */
export async function bundleForModels(root, input, file) {
  const bundle = await rolldown({
    cwd: root,
    platform: 'node',
    input,
    external: (id) => !/^[./]/.test(id) && !id.startsWith(root),
    resolve: { extensions: ['.ts', '.js'] },
    plugins: [modelsOfFolder, keepFolders],
  })
  await bundle.write({ file: join(root, file), format: 'esm' })
  await bundle.close()
}
