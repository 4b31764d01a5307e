export { jensenShannonDivergence } from './jensen-shannon-divergence';
export { kolmogorovSmirnovDistance } from './kolmogorov-smirnov-distance';
export { populationStabilityIndex } from './population-stability-index';
export { psiLimit } from './psi-limit';
