export { type BinaryEvaluation, evaluateBinary } from './evaluate-binary';
export { evaluateBinaryStream } from './evaluate-binary-stream';
