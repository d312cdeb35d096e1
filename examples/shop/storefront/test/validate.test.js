import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as validate from '../src/validate.js';

const cart = [{ sku: 'TEA-001', quantity: 2 }];
const valid = { cart, name: 'Zoë 😀', email: 'zoe@shop.example', cardToken: 'tok_visa' };

test('a complete checkout passes', () => {
  assert.equal(validate.checkout(valid), valid);
});

test('a checkout without a cart names the cart', () => {
  assert.throws(
    () => validate.checkout({ ...valid, cart: undefined }),
    (problem) => problem.status === 400 && problem.errors[0].field === '/cart',
  );
});

test('a day that does not exist is not a date', () => {
  assert.throws(() => validate.checkout({ ...valid, deliverAt: '2026-02-30T10:00:00Z' }));
});
