export { brierScore } from './brier-score';
export { type CalibrationBin, calibrationBins } from './calibration-bins';
export { expectedCalibrationError } from './expected-calibration-error';
export { logLoss } from './log-loss';
