import { createServer } from 'node:http';
import { Checkout } from './checkout.js';
import { router } from './http.js';
import { Products } from './products.js';
import { Upstream } from './upstream.js';

// Starts the storefront; see .env.example for its settings.

const KEEP_ALIVE_MILLIS = 120_000;

function required(name) {
  const value = process.env[name];
  if (!value) {
    console.error(`storefront: set ${name} (see .env.example)`);
    process.exit(2);
  }
  return value;
}

const products = new Products(new Upstream('stock', required('STOCK_URL')));
const checkout = new Checkout(new Upstream('orders', required('ORDERS_URL')));

const server = createServer(
  router([
    { method: 'GET', template: '/health', handle: () => ({ status: 200, body: { status: 'UP' } }) },
    { method: 'GET', template: '/products', handle: (request) => products.list(request) },
    { method: 'GET', template: '/products/{sku}', handle: (request) => products.get(request) },
    { method: 'POST', template: '/checkout', handle: (request) => checkout.place(request) },
    { method: 'GET', template: '/orders/{orderId}', handle: (request) => checkout.status(request) },
  ]),
);
server.keepAliveTimeout = KEEP_ALIVE_MILLIS;
server.listen(Number(process.env.PORT ?? 8080), process.env.HOST ?? '127.0.0.1', () => {
  const { address, port } = server.address();
  console.log(`${new Date().toISOString()} INFO storefront listens on ${address}:${port}`);
});

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
