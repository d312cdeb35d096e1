CREATE TABLE stock_items (
  sku        text PRIMARY KEY CHECK (sku ~ '^[A-Z]{3}-[0-9]{3}$'),
  name       text NOT NULL,
  unit_price numeric(8, 2) NOT NULL CHECK (unit_price >= 0),
  available  int NOT NULL CHECK (available >= 0),
  location   text,
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE reservations (
  id         uuid PRIMARY KEY,
  order_id   uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE INDEX reservations_by_order ON reservations (order_id);

CREATE TABLE reservation_lines (
  reservation_id uuid NOT NULL REFERENCES reservations (id) ON DELETE CASCADE,
  position       int NOT NULL,
  sku            text NOT NULL REFERENCES stock_items (sku),
  quantity       int NOT NULL CHECK (quantity > 0),
  unit_price     numeric(8, 2) NOT NULL,
  PRIMARY KEY (reservation_id, position)
);
