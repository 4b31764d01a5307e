import type { Detector } from '../mutations/detector';
import { findingsOf, IamProof } from './iam-report';
import type { Recording } from './record/read-record';

/** Rights of roles beside what was recorded, for seeded faults: only roles that a fault touches are judged again. */
export function iamDetector(recording: Recording, environment: string): Detector {
  const proof = new IamProof(recording, environment);
  return {
    name: 'recorded calls',
    find: (assembly) => findingsOf(proof.report(assembly)).map(({ role, message }) => `${role}: ${message}`),
  };
}
