CREATE SEQUENCE order_number START WITH 10001;

CREATE TABLE orders (
  id             uuid PRIMARY KEY,
  number         bigint NOT NULL UNIQUE DEFAULT nextval('order_number'),
  status         text NOT NULL
                 CHECK (status IN ('PENDING', 'CONFIRMED', 'DECLINED', 'FAILED', 'CANCELLED')),
  customer_name  text NOT NULL,
  customer_email text NOT NULL,
  total          numeric(12, 2) NOT NULL,
  currency       char(3) NOT NULL DEFAULT 'EUR',
  note           text,
  deliver_at     timestamptz,
  reservation_id uuid,
  charge_id      uuid,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz
);

CREATE INDEX orders_by_status ON orders (status, number DESC);

CREATE TABLE order_lines (
  order_id   uuid NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  position   int NOT NULL,
  sku        text NOT NULL,
  quantity   int NOT NULL CHECK (quantity > 0),
  unit_price numeric(10, 2) NOT NULL,
  PRIMARY KEY (order_id, position)
);
