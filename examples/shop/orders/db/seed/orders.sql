-- Orders that every environment but production starts with.
-- Their charges are the sandbox charges of payments.
INSERT INTO orders (id, number, status, customer_name, customer_email, total, note, deliver_at,
                    reservation_id, charge_id, created_at)
VALUES
  ('11111111-1111-4111-8111-000000000001', 9001, 'CONFIRMED', 'Ada Lovelace', 'ada@shop.example',
   20.20, 'Please ring twice', NULL,
   '22222222-2222-4222-8222-000000000001', '33333333-3333-4333-8333-000000000001',
   '2026-01-05T09:30:00Z'),
  ('11111111-1111-4111-8111-000000000002', 9002, 'CONFIRMED', 'Grace Hopper', 'grace@shop.example',
   7.45, NULL, NULL,
   NULL, '33333333-3333-4333-8333-000000000001',
   '2026-01-06T10:00:00Z'),
  ('11111111-1111-4111-8111-000000000003', 9003, 'CONFIRMED', 'Zoë Žižek', 'zoe@shop.example',
   45.00, NULL, '2026-03-29T01:30:00Z',
   NULL, '33333333-3333-4333-8333-000000000001',
   '2026-01-07T23:59:59.999Z'),
  ('11111111-1111-4111-8111-000000000004', 9004, 'DECLINED', 'Alan Turing', 'alan@shop.example',
   10.10, NULL, NULL,
   NULL, NULL,
   '2026-01-08T12:00:00Z');

INSERT INTO order_lines (order_id, position, sku, quantity, unit_price)
VALUES
  ('11111111-1111-4111-8111-000000000001', 1, 'TEA-001', 2, 10.10),
  ('11111111-1111-4111-8111-000000000002', 1, 'MUG-001', 1, 7.45),
  ('11111111-1111-4111-8111-000000000003', 1, 'POT-001', 1, 45.00),
  ('11111111-1111-4111-8111-000000000004', 1, 'TEA-001', 1, 10.10);
