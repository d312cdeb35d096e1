ALTER TABLE orders ADD COLUMN loyalty_number bigint;
