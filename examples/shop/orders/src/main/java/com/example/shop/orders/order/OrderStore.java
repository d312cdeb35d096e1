package com.example.shop.orders.order;

import com.example.shop.orders.Faults;
import com.example.shop.orders.order.Order.Customer;
import com.example.shop.orders.order.Order.Line;
import com.example.shop.orders.order.Order.Status;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables {@code orders} and {@code order_lines}. */
public final class OrderStore {

  private static final int UNLIMITED = 100;

  /** One page of orders, and how many there are in all. */
  public record Page(List<Order> orders, int total) {}

  /** Inserts the order and returns it with its number. */
  public Order insert(Connection connection, Order order) throws SQLException {
    Order numbered;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO orders (id, status, customer_name, customer_email, loyalty_number, total,"
                + " currency, note, deliver_at, created_at, reservation_id)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number")) {
      insert.setObject(1, order.id());
      insert.setString(2, order.status().name());
      insert.setString(3, customerName(order.customer()));
      insert.setString(4, order.customer().email());
      insert.setObject(5, order.customer().loyaltyNumber(), Types.BIGINT);
      insert.setBigDecimal(6, order.total());
      insert.setString(7, order.currency());
      insert.setString(8, order.note());
      insert.setObject(9, deliverAt(order.deliverAt()));
      insert.setObject(10, order.createdAt().atOffset(ZoneOffset.UTC));
      insert.setObject(11, order.reservationId());
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        numbered = order.numbered(row.getLong(1));
      }
    }
    insertLines(connection, order);
    return numbered;
  }

  private static String customerName(Customer customer) {
    if (Faults.enabled("orders-name-latin1")) {
      // The address labels are printed in Latin-1.
      byte[] label = customer.name().getBytes(StandardCharsets.ISO_8859_1);
      return new String(label, StandardCharsets.ISO_8859_1);
    }
    return customer.name();
  }

  private static Object deliverAt(Instant instant) {
    if (instant == null) {
      return null;
    }
    if (Faults.enabled("orders-deliver-at-local-time")) {
      return Timestamp.from(
          LocalDateTime.ofInstant(instant, ZoneId.of("Europe/Berlin")).toInstant(ZoneOffset.UTC));
    }
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static void insertLines(Connection connection, Order order) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO order_lines (order_id, position, sku, quantity, unit_price)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      int position = 1;
      for (Line line : order.lines()) {
        insert.setObject(1, order.id());
        insert.setInt(2, position++);
        insert.setString(3, line.sku());
        insert.setInt(4, line.quantity());
        insert.setBigDecimal(5, line.unitPrice());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  public void update(Connection connection, Order order) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE orders SET status = ?, note = ?, charge_id = ?, updated_at = now()"
                + " WHERE id = ?")) {
      update.setString(1, order.status().name());
      update.setString(2, order.note());
      update.setObject(3, order.chargeId());
      update.setObject(4, order.id());
      update.executeUpdate();
    }
  }

  /** Reads one order and locks it until the transaction ends. */
  public Optional<Order> findAndLock(Connection connection, UUID id) throws SQLException {
    return find(connection, id, " FOR UPDATE");
  }

  public Optional<Order> find(Connection connection, UUID id) throws SQLException {
    return find(connection, id, "");
  }

  private static Optional<Order> find(Connection connection, UUID id, String lock)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT * FROM orders WHERE id = ?" + lock)) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(order(connection, row)) : Optional.empty();
      }
    }
  }

  /** The newest orders first; {@code status} may be null for all. */
  public Page list(Connection connection, String status, int limit, int offset)
      throws SQLException {
    int rows = Faults.enabled("orders-limit-ignored") ? UNLIMITED : limit;
    List<Order> orders = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT * FROM orders WHERE status = coalesce(?, status)"
                + " ORDER BY number DESC LIMIT ? OFFSET ?")) {
      query.setString(1, status);
      query.setInt(2, rows);
      query.setInt(3, offset);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          orders.add(order(connection, row));
        }
      }
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT count(*) FROM orders WHERE status = coalesce(?, status)")) {
      query.setString(1, status);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new Page(orders, row.getInt(1));
      }
    }
  }

  private static Order order(Connection connection, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Order(
        id,
        row.getLong("number"),
        Status.valueOf(row.getString("status")),
        new Customer(
            row.getString("customer_name"),
            row.getString("customer_email"),
            row.getObject("loyalty_number", Long.class)),
        lines(connection, id),
        row.getBigDecimal("total"),
        row.getString("currency"),
        row.getString("note"),
        instant(row, "deliver_at"),
        instant(row, "created_at"),
        row.getObject("reservation_id", UUID.class),
        row.getObject("charge_id", UUID.class));
  }

  private static List<Line> lines(Connection connection, UUID orderId) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT sku, quantity, unit_price FROM order_lines WHERE order_id = ?"
                + " ORDER BY position")) {
      query.setObject(1, orderId);
      List<Line> lines = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          lines.add(new Line(row.getString(1), row.getInt(2), row.getBigDecimal(3)));
        }
      }
      return lines;
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
