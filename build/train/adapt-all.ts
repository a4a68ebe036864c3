/** Lets the models in `own/` go on with all drawn pages: `adapt-all FOLDER`, where they are written to. */
import { adaptModels, lessonsOf } from './adapt.ts'
import { readDrawnPages, readOwnModels, writeModels } from './model-files.ts'

writeModels(process.argv[2]!, adaptModels(readOwnModels(), lessonsOf(readDrawnPages('tests/drawn/pages'))))
