export { type BinaryModelQuality, binaryModelQuality } from './binary-model-quality';
export type { BinaryReport } from './binary-report';
export type { MoneyReport } from './money-report';
export { type MulticlassModelQuality, multiclassModelQuality } from './multiclass-model-quality';
export { type MulticlassReport, multiclassReport } from './multiclass-report';
export type { QualityMatrix } from './quality-matrix';
export type { QualityScalar } from './quality-scalar';
export { type RegressionModelQuality, regressionModelQuality } from './regression-model-quality';
