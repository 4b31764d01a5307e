import { shared } from './jest.config.mjs';

/** The app through the real CDK CLI, with validation as strict as it goes. */
export default { ...shared, roots: ['<rootDir>/test/synth'], testTimeout: 120_000 };
