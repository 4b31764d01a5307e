import type { Assembly, Placed } from '../assembly';
import { reachesTopic } from '../budget-topic';
import type { Check } from '../check';
import {
  COMPARISONS,
  MOST_NOTIFICATIONS,
  MOST_SUBSCRIBERS,
  NOT_FORECAST,
  NOTIFICATION_TYPES,
  THRESHOLD_TYPES,
} from '../facts/budgets';
import { findInEach } from '../find-in-each';
import { type Json, numeric, record, records } from '../json';
import { isGiven, notOneOf } from '../one-of';
import { textOf } from '../text-of';

/** A budget stops nothing: it is worth what it tells in time, and to whom. */
export const budgetNotifications: Check = {
  id: 'budget-notifications',
  rule: 'A budget warns somebody whom it reaches, both of what was spent and of what is forecast',
  find: findInEach(['AWS::Budgets::Budget'], (resource, assembly) => {
    const notifications = records(resource.Properties.NotificationsWithSubscribers);
    return [
      ...notifications.flatMap((each) => notificationFaults(each, resource, assembly)),
      ...warningFaults(String(record(resource.Properties.Budget).TimeUnit), notifications),
    ];
  }),
};

function notificationFaults(each: Json, resource: Placed, assembly: Assembly): (string | undefined)[] {
  const { NotificationType, ComparisonOperator, Threshold, ThresholdType } = record(each.Notification);
  const subscribers = records(each.Subscribers);
  const threshold = numeric(Threshold);
  const address = (value: unknown) => textOf(value, resource, assembly);
  return [
    notOneOf('NotificationType', NotificationType, NOTIFICATION_TYPES),
    notOneOf('ComparisonOperator', ComparisonOperator, COMPARISONS),
    ThresholdType === undefined ? undefined : notOneOf('ThresholdType', ThresholdType, THRESHOLD_TYPES),
    !isGiven(Threshold) && !(threshold !== undefined && threshold > 0)
      ? `Threshold is ${Threshold}, expected more than 0`
      : undefined,
    subscribers.length === 0 ? `a notification of ${NotificationType} has no Subscribers` : undefined,
    ...Object.entries(MOST_SUBSCRIBERS).map(([type, most]) =>
      subscribers.filter(({ SubscriptionType }) => SubscriptionType === type).length > most
        ? `a notification has more than ${most} subscribers by ${type}`
        : undefined,
    ),
    ...subscribers.map(({ SubscriptionType, Address }) => {
      if (SubscriptionType === 'SNS') return reachesTopic(Address, resource, assembly);
      if (SubscriptionType !== 'EMAIL') return notOneOf('SubscriptionType', SubscriptionType, ['EMAIL', 'SNS']);
      return isGiven(Address) || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address(Address))
        ? undefined
        : `it writes to ${address(Address)}, which is no address`;
    }),
  ];
}

function warningFaults(timeUnit: string, notifications: readonly Json[]): (string | undefined)[] {
  const types = notifications.map((each) => record(each.Notification).NotificationType);
  const forecasts = !NOT_FORECAST.includes(timeUnit);
  return [
    types.includes('ACTUAL') ? undefined : 'it warns of nothing that was spent: expected a notification of ACTUAL',
    forecasts && !types.includes('FORECASTED')
      ? 'it warns of nothing that is forecast: expected a notification of FORECASTED'
      : undefined,
    !forecasts && types.includes('FORECASTED')
      ? `it waits for a forecast, which ${timeUnit} budgets do not have`
      : undefined,
    types.length > MOST_NOTIFICATIONS
      ? `it has ${types.length} notifications, expected ${MOST_NOTIFICATIONS}`
      : undefined,
    new Set(notifications.map((each) => JSON.stringify(each.Notification))).size < notifications.length
      ? 'it has a notification twice'
      : undefined,
  ];
}
