/** Bundles programs of the training and the bench so that they take the models from a folder. */
import { basename, join } from 'node:path'
import { bundleForNode, keepFolders } from '../bundle-for-node.mjs'

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
export const bundleForModels = (root, input, file) =>
  bundleForNode(root, { input, plugins: [modelsOfFolder, keepFolders], output: { file: join(root, file) } })
