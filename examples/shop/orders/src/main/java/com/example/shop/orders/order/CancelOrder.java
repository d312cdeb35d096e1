package com.example.shop.orders.order;

import com.example.shop.orders.Faults;
import com.example.shop.orders.clients.PaymentsClient;
import com.example.shop.orders.clients.StockClient;
import com.example.shop.orders.database.ConnectionPool;
import com.example.shop.orders.events.EventPublisher;
import com.example.shop.orders.http.Problem;
import com.example.shop.orders.http.Trace;
import com.example.shop.orders.order.Order.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Takes an order back: refund, mark, tell, and give the goods back to the warehouse. */
public final class CancelOrder {

  private final ConnectionPool pool;
  private final OrderStore store;
  private final AuditTrail audit;
  private final StockClient stock;
  private final PaymentsClient payments;
  private final EventPublisher events;

  private record Outcome(Order order, boolean isNew) {}

  public CancelOrder(
      ConnectionPool pool,
      OrderStore store,
      AuditTrail audit,
      StockClient stock,
      PaymentsClient payments,
      EventPublisher events) {
    this.pool = pool;
    this.store = store;
    this.audit = audit;
    this.stock = stock;
    this.payments = payments;
    this.events = events;
  }

  /**
   * Cancelling twice is the same as cancelling once. The event is published again, with the same
   * id, for consumers that missed it.
   */
  public Order cancel(UUID id, Trace trace) {
    Outcome outcome =
        Faults.enabled("orders-connection-leak")
            ? cancelByHand(id, trace)
            : pool.inTransaction(connection -> cancel(connection, id, trace));
    Order order = outcome.order();
    tell(order, trace);
    if (outcome.isNew() && order.reservationId() != null) {
      stock.release(order.reservationId(), trace);
    }
    return order;
  }

  /** The order stays locked while the money goes back, so that it goes back once. */
  private Outcome cancel(Connection connection, UUID id, Trace trace) throws SQLException {
    Order order =
        store
            .findAndLock(connection, id)
            .orElseThrow(() -> Problem.notFound("There is no order " + id + "."));
    if (order.status() == Status.CANCELLED) {
      return new Outcome(order, false);
    }
    if (order.status() != Status.CONFIRMED) {
      throw new Problem(409, "wrong-status", "The order is " + order.status() + ".");
    }
    payments.refund(order, trace);
    Order cancelled = order.in(Status.CANCELLED);
    store.update(connection, cancelled);
    audit.record(connection, cancelled);
    return new Outcome(cancelled, true);
  }

  /** Commits before the connection goes back, so that nobody sees the order half cancelled. */
  private Outcome cancelByHand(UUID id, Trace trace) {
    boolean hasCharge =
        pool.inTransaction(connection -> store.find(connection, id))
            .filter(order -> order.status() == Status.CONFIRMED)
            .isPresent();
    if (!hasCharge) {
      return pool.inTransaction(connection -> cancel(connection, id, trace));
    }
    try {
      Connection connection = pool.borrow();
      Outcome outcome = cancel(connection, id, trace);
      connection.commit();
      pool.giveBack(connection);
      return outcome;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void tell(Order order, Trace trace) {
    if (Faults.enabled("orders-cancelled-scheduled-silent") && order.deliverAt() != null) {
      return; // The delivery planner tells about scheduled orders.
    }
    events.cancelled(order, trace);
  }
}
