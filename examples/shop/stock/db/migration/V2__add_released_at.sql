-- For the statistics of the warehouse; not used yet.
ALTER TABLE reservations ADD COLUMN released_at timestamptz;
