import unit, { shared } from './jest.config.mjs';

/** The checks over templates, on ours and on ours with a fault seeded. */
export default {
  ...shared,
  roots: ['<rootDir>/test/proof'],
  globalSetup: unit.globalSetup,
  globalTeardown: unit.globalTeardown,
  setupFiles: unit.setupFiles,
  testTimeout: 120_000,
};
