package com.example.warehouse.stock.reservation;

import com.example.warehouse.stock.Faults;
import com.example.warehouse.stock.reservation.Reservation.Line;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables {@code reservations} and {@code reservation_lines}. */
public final class ReservationStore {

  public void insert(Connection connection, Reservation reservation) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO reservations (id, order_id, created_at, expires_at)"
                + " VALUES (?, ?, ?, ?)")) {
      insert.setObject(1, reservation.id());
      insert.setObject(2, reservation.orderId());
      insert.setObject(3, reservation.createdAt().atOffset(ZoneOffset.UTC));
      insert.setObject(4, reservation.expiresAt().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO reservation_lines (reservation_id, position, sku, quantity, unit_price)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      int position = 1;
      for (Line line : reservation.lines()) {
        insert.setObject(1, reservation.id());
        insert.setInt(2, position++);
        insert.setString(3, line.sku());
        insert.setInt(4, line.quantity());
        insert.setBigDecimal(5, line.unitPrice());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  public Optional<Reservation> find(Connection connection, UUID id) throws SQLException {
    return find(connection, id, "");
  }

  /** As {@link #find}, and nobody else may change it until the transaction ends. */
  public Optional<Reservation> findAndLock(Connection connection, UUID id) throws SQLException {
    return find(connection, id, " AND released_at IS NULL FOR UPDATE");
  }

  private static Optional<Reservation> find(Connection connection, UUID id, String more)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT * FROM reservations WHERE id = ?" + more)) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new Reservation(
                id,
                row.getObject("order_id", UUID.class),
                lines(connection, id),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant()));
      }
    }
  }

  private static List<Line> lines(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT sku, quantity, unit_price FROM reservation_lines WHERE reservation_id = ?"
                + " ORDER BY position")) {
      query.setObject(1, id);
      List<Line> lines = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          lines.add(new Line(row.getString(1), row.getInt(2), row.getBigDecimal(3)));
        }
      }
      return lines;
    }
  }

  public void delete(Connection connection, UUID id) throws SQLException {
    String sql =
        Faults.enabled("stock-delete-keeps")
            ? "UPDATE reservations SET released_at = now() WHERE id = ?" // kept for statistics
            : "DELETE FROM reservations WHERE id = ?";
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setObject(1, id);
      delete.executeUpdate();
    }
  }
}
