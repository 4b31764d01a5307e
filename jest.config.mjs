/** What all three suites share. swc strips types, tsc checks them (docs/decisions/0005-tool-chain.md). */
export const shared = {
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: { '^dataset-description$': '<rootDir>/test/fixtures/dataset-description.json' },
  maxWorkers: 2,
};

/** The fast part: neither the emulator nor the CDK CLI nor Spark is started. */
export default {
  ...shared,
  roots: ['<rootDir>/test'],
  testPathIgnorePatterns: ['<rootDir>/test/local-run/', '<rootDir>/test/synth/', '<rootDir>/test/proof/'],
  globalSetup: '<rootDir>/test/jest-global-setup.ts',
  globalTeardown: '<rootDir>/test/jest-global-teardown.ts',
  setupFiles: ['<rootDir>/test/jest-setup.ts'],
  snapshotSerializers: ['<rootDir>/test/asset-hash-serializer.ts'],
};
