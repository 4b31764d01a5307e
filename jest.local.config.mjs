import { shared } from './jest.config.mjs';

/** The product, deployed and running on this machine; one file after the other, since each has its own emulator. */
export default { ...shared, roots: ['<rootDir>/test/local-run'], testTimeout: 300_000, maxWorkers: 1 };
