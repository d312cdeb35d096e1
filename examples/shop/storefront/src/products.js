import { enabled } from './faults.js';
import { notFound } from './problem.js';
import * as validate from './validate.js';

// The shop window: what stock has, as a customer wants to see it.

const SUGGESTIONS = 3;

export class Products {
  constructor(stock) {
    this.stock = stock;
  }

  async list({ query, trace }) {
    const { limit, offset } = validate.page(query);
    const answer = await this.stock.get(`/stock?limit=${limit}&offset=${offset}`, trace);
    if (answer.status !== 200) {
      throw this.stock.unexpected(answer.status);
    }
    const body = { products: answer.body.items.map(listed), total: answer.body.total };
    return enabled('storefront-products-as-text')
      ? { status: 200, body, headers: { 'Content-Type': 'text/plain; charset=utf-8' } }
      : { status: 200, body };
  }

  async get({ path, trace }) {
    const sku = validate.sku(path.sku);
    const answer = await this.stock.get(`/stock/${sku}`, trace);
    if (answer.status === 404) {
      throw notFound(`We do not sell ${sku}.`);
    }
    if (answer.status !== 200) {
      throw this.stock.unexpected(answer.status);
    }
    const item = answer.body;
    const price = enabled('storefront-price-as-number')
      ? money(String(Number(item.unitPrice)))
      : money(item.unitPrice);
    const suggestions = await this.#suggestions(sku, { limit: SUGGESTIONS + 1 }, trace);
    return { status: 200, body: { ...listed(item), price, suggestions } };
  }

  // Nice to have: without them the page is complete enough.
  async #suggestions(sku, options, trace) {
    const limit = enabled('storefront-limit-undefined') ? options.max : options.limit;
    try {
      const answer = await this.stock.get(`/stock?limit=${limit}`, trace);
      const items = answer.status === 200 ? answer.body.items : [];
      return items
        .filter((item) => item.sku !== sku)
        .slice(0, SUGGESTIONS)
        .map(({ sku, name }) => ({ sku, name }));
    } catch {
      return [];
    }
  }
}

const listed = ({ sku, name, unitPrice, available }) => ({
  sku,
  name,
  price: money(unitPrice),
  inStock: (available ?? 0) > 0,
});

const money = (amount) => ({ amount, currency: 'EUR' });
