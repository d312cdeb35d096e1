import { enabled } from './faults.js';
import { invalid, Problem } from './problem.js';

// Checks what the browser sends against openapi.yaml, and says everything that is wrong at once.

const SKU = /^[A-Z]{3}-[0-9]{3}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const EMAIL = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;
const CARD_TOKEN = /^tok_[a-z0-9]{4,32}$/;
const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-](0\d|1[0-7]):[0-5]\d)$/i;

export function page(query) {
  const errors = [];
  const limit = integerParameter(query, 'limit', { min: 1, max: 50, fallback: 20 }, errors);
  const offset = integerParameter(query, 'offset', { min: 0, max: 1000, fallback: 0 }, errors);
  if (errors.length > 0 && enabled('storefront-page-422')) {
    // As the checkout does for what it cannot process.
    throw new Problem(422, 'unprocessable', errors[0].detail, { errors });
  }
  throwIfAny(errors);
  return { limit, offset };
}

function integerParameter(query, name, { min, max, fallback }, errors) {
  const values = query.getAll(name);
  if (values.length === 0) {
    return fallback;
  }
  const number = /^-?\d{1,9}$/.test(values[0]) ? Number(values[0]) : NaN;
  if (values.length > 1 || !(number >= min && number <= max)) {
    errors.push({ field: name, detail: `${name} must be one integer from ${min} to ${max}` });
  }
  return number;
}

export function sku(text) {
  throwIfAny(SKU.test(text) ? [] : [{ field: 'sku', detail: 'sku must look like TEA-001' }]);
  return text;
}

export function orderId(text) {
  throwIfAny(UUID.test(text) ? [] : [{ field: 'orderId', detail: 'orderId must be a UUID' }]);
  return text.toLowerCase();
}

export function checkout(body) {
  const errors = [];
  const check = (field, holds, rule) => {
    if (!holds) {
      errors.push({ field, detail: `${field} must be ${rule}` });
    }
  };
  if (!isObject(body)) {
    throw invalid([{ field: '', detail: 'the body must be a JSON object' }]);
  }
  const cart = Array.isArray(body.cart) ? body.cart : [];
  check('/cart', cart.length >= 1 && cart.length <= 20, 'an array of 1 to 20 items');
  cart.forEach((item, i) => {
    check(`/cart/${i}`, isObject(item), 'an object');
    check(`/cart/${i}/sku`, isText(item?.sku) && SKU.test(item.sku), 'a SKU, as in TEA-001');
    check(`/cart/${i}/quantity`, isIntegerIn(item?.quantity, 1, 100), 'an integer from 1 to 100');
  });
  check('/name', isText(body.name, 1, 100), 'a text of 1 to 100 characters');
  check('/email', isText(body.email) && EMAIL.test(body.email), 'an e-mail address');
  check('/cardToken', isText(body.cardToken) && CARD_TOKEN.test(body.cardToken), 'a card token');
  if (body.note !== undefined) {
    check('/note', isText(body.note, 0, 200), 'a text of at most 200 characters');
  }
  if (body.deliverAt !== undefined) {
    check('/deliverAt', isDateTime(body.deliverAt), 'a date and time with an offset');
  }
  throwIfAny(errors);
  return body;
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value, min = 0, max = Infinity) =>
  typeof value === 'string' && [...value].length >= min && [...value].length <= max;

const isIntegerIn = (value, min, max) => Number.isInteger(value) && value >= min && value <= max;

function isDateTime(value) {
  const parts = typeof value === 'string' ? DATE_TIME.exec(value) : null;
  if (!parts) {
    return false;
  }
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number);
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth
    && hour <= 23 && minute <= 59 && second <= 59;
}

function throwIfAny(errors) {
  if (errors.length > 0) {
    throw invalid(errors);
  }
}
