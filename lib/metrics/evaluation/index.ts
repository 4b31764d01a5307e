export { type BinaryEvaluation, evaluateBinary } from './evaluate-binary';
export { evaluateBinaryStream } from './evaluate-binary-stream';
export { evaluateMulticlassStream } from './evaluate-multiclass-stream';
export { evaluateRegressionStream } from './evaluate-regression-stream';
export { sketchBinaryStream } from './sketch-binary-stream';
