import { about, type Check } from '../check';
import { runsOf } from '../glue-runs';
import { record } from '../json';
import { PlaceAccess } from '../place-access';
import { referred } from '../referred';
import { resourcesOf } from '../resources-of';

const ANY = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'];

/** A run that is sent to a place that its role does not know fails at its first row, and a wrong prefix is one of those. */
export const glueAccess: Check = {
  id: 'glue-access',
  rule: 'The role of a Glue job may read its script, its libraries and every place in S3 that an argument sends it to, or write there',
  find(assembly) {
    const access = new PlaceAccess(assembly);
    return resourcesOf(assembly, 'AWS::Glue::Job').flatMap((job) => {
      const { Role, Command, DefaultArguments } = job.Properties;
      const role = referred(Role, job.stack, assembly)?.resource;
      const given = [record(Command).ScriptLocation, ...Object.values(record(DefaultArguments))];
      return [
        ...given.flatMap((place) => {
          const fault = access.fault(role, ['s3:GetObject'], place, job.stack);
          return fault === undefined ? [] : [about(job, fault)];
        }),
        ...runsOf(job, assembly).flatMap(({ machine, state, places }) =>
          places.flatMap((place) => {
            const fault = access.fault(role, ANY, place, machine.stack);
            return fault === undefined ? [] : [about(machine, `${state} sends ${job.logicalId} to ${place}: ${fault}`)];
          }),
        ),
      ];
    });
  },
};
