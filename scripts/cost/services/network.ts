import { list } from '../../proof/json';
import { assumed } from '../pass-usage';
import { times } from '../quantity';
import type { Pricer } from './pricer';

export const natGateway: Pricer = () => [
  { what: 'NAT gateway', price: 'nat-gateway', quantity: times(assumed('hoursOfMonth')) },
];

/** Interface endpoints are billed in each zone that they stand in; those of S3 and DynamoDB as gateways are free. */
export const vpcEndpoint: Pricer = ({ Properties }) =>
  Properties.VpcEndpointType !== 'Interface'
    ? []
    : [
        {
          what: 'VPC endpoint',
          price: 'vpc-endpoint',
          quantity: times(assumed('hoursOfMonth'), BigInt(Math.max(list(Properties.SubnetIds).length, 1))),
        },
      ];
