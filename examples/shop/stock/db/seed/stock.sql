-- What is on the shelves of every environment but production.
INSERT INTO stock_items (sku, name, unit_price, available, location, updated_at)
VALUES
  ('CUP-001', 'Cup, hand-thrown',      12.30,      3, 'A02-01', '2026-01-02T08:00:00Z'),
  ('JAR-001', 'Jar for a pound of tea', 9.90,      0, 'A02-02', '2026-01-02T08:00:00Z'),
  ('MUG-001', 'Mug, blue',              7.45, 900000, 'A01-17', '2026-01-02T08:00:00Z'),
  ('PIN-001', 'Pin with our logo',      0.10, 900000, NULL,     '2026-01-02T08:00:00Z'),
  ('POT-001', 'Teapot “Zoë”, 1 l',     45.00, 900000, 'B01-02', '2026-01-02T08:00:00Z'),
  ('TEA-001', 'Green tea, 100 g',      10.10, 900000, 'C03-08', '2026-01-02T08:00:00Z'),
  ('TEA-002', 'Früchtetee, 200 g',      5.25, 900000, 'C03-09', '2026-01-02T08:00:00Z');

INSERT INTO reservations (id, order_id, created_at, expires_at)
VALUES
  ('22222222-2222-4222-8222-000000000001', '11111111-1111-4111-8111-000000000001',
   '2026-01-05T09:30:00Z', '2026-01-05T10:00:00Z');

INSERT INTO reservation_lines (reservation_id, position, sku, quantity, unit_price)
VALUES
  ('22222222-2222-4222-8222-000000000001', 1, 'TEA-001', 2, 10.10);
