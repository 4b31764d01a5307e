import { shared } from './jest.config.mjs';

/** Inputs that nobody would send on purpose, all of them; the unit tests try a few of the same. */
export default {
  ...shared,
  roots: ['<rootDir>/test/fuzz'],
  globals: { FUZZ_RUNS: 100_000 },
  testTimeout: 600_000,
  verbose: true,
};
