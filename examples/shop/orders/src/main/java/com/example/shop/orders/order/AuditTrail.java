package com.example.shop.orders.order;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The table {@code order_audit}: who did what to an order, for the accountants. */
public final class AuditTrail {

  private static final long REPLICA_WAIT_MILLIS = 250;

  public void record(Connection connection, Order order) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO order_audit (order_id, status, recorded_at) VALUES (?, ?, now())")) {
      insert.setObject(1, order.id());
      insert.setString(2, order.status().name());
      insert.executeUpdate();
    }
  }

  /** Gives the audit replica time to take over what was recorded. */
  public void awaitReplica() {
    try {
      Thread.sleep(REPLICA_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
