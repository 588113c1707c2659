import { z } from 'zod';
import { AMOUNT, CURRENCY, isCurrency } from './amounts';

/**
 * An ISO 4217 currency code that the runtime knows.
 * @public
 */
export const currencySchema = z
  .string()
  .regex(CURRENCY, {
    error: 'Give an ISO 4217 code in capitals, such as EUR',
    abort: true,
  })
  .refine(isCurrency, 'Not a currency of ISO 4217; give one such as EUR, USD or JPY')
  .meta({ id: 'Currency', example: 'EUR' });

/**
 * An amount of money: a decimal in a string, never a float (design: "Money is decimal, never a float").
 * Not negative; at most 12 digits before the point.
 * @public
 */
export const amountSchema = z
  .string()
  .regex(
    AMOUNT,
    'Give an amount such as 120 or 99.95, without a sign, a currency or thousands marks',
  )
  .meta({ id: 'Amount', example: '120.00' });
