import { cdkNag } from '../checks/cdk-nag';
import { closedNetwork } from '../checks/closed-network';
import { creationOrder } from '../checks/creation-order';
import { globalNames } from '../checks/global-names';
import { importsMeetExports } from '../checks/imports-meet-exports';
import { namesExist } from '../checks/names-exist';
import { physicalNames } from '../checks/physical-names';
import { propertyNames } from '../checks/property-names';
import { referenceAttributes } from '../checks/reference-attributes';
import { referencesExist } from '../checks/references-exist';
import { replacementHazards } from '../checks/replacement-hazards';
import { rightKind } from '../checks/right-kind';
import { templateParameters } from '../checks/template-parameters';
import { withinReach } from '../checks/within-reach';
import type { Subject } from '../subject';

export const TEMPLATES: Subject = {
  title: 'Templates as a whole',
  checks: [
    cdkNag,
    closedNetwork,
    creationOrder,
    globalNames,
    importsMeetExports,
    namesExist,
    physicalNames,
    propertyNames,
    referenceAttributes,
    referencesExist,
    replacementHazards,
    rightKind,
    templateParameters,
    withinReach,
  ],
};
