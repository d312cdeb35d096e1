CREATE TABLE order_audit (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id    uuid NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  status      text NOT NULL,
  recorded_at timestamptz NOT NULL
);
