/** What the threads of `main/jobs` run: the way there does not load the service and all that it needs. */
export { createAnswerKeeper } from './keep-answers.ts'
export { createReconciliationMaker } from './make.ts'
export { createSideReader } from './read-side.ts'
export { buffersOf, type FileSide, type ReadSide, type SideBatch, type SideFile } from './side-batch.ts'
