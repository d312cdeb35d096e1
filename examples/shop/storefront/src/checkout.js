import { notFound, Problem } from './problem.js';
import * as validate from './validate.js';

// From the cart to an order, and back to the customer.

export class Checkout {
  constructor(orders) {
    this.orders = orders;
  }

  async place({ json, trace }) {
    const { cart, name, email, cardToken, note, deliverAt } = validate.checkout(json());
    const answer = await this.orders.post(
      '/orders',
      {
        customer: { name, email },
        lines: cart.map(({ sku, quantity }) => ({ sku, quantity })),
        payment: { cardToken },
        note,
        deliverAt,
      },
      trace,
    );
    switch (answer.status) {
      case 201: {
        const body = summary(answer.body);
        return { status: 201, body, headers: { Location: `/orders/${body.orderId}` } };
      }
      case 402:
        throw new Problem(402, 'payment-declined', answer.body.detail);
      case 409:
        throw new Problem(409, 'out-of-stock', answer.body.detail);
      case 422:
        throw new Problem(422, 'unprocessable', answer.body.detail);
      default:
        throw this.orders.unexpected(answer.status);
    }
  }

  async status({ path, trace }) {
    const id = validate.orderId(path.orderId);
    const answer = await this.orders.get(`/orders/${id}`, trace);
    if (answer.status === 404) {
      throw notFound(`There is no order ${id}.`);
    }
    if (answer.status !== 200) {
      throw this.orders.unexpected(answer.status);
    }
    const { lines, note, deliverAt } = answer.body;
    const body = {
      ...summary(answer.body),
      lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
      note: note ?? undefined,
      deliverAt,
    };
    return { status: 200, body };
  }
}

const summary = ({ id, number, status, total, currency }) => ({
  orderId: id,
  number,
  status,
  total: { amount: total.toFixed(2), currency },
});
