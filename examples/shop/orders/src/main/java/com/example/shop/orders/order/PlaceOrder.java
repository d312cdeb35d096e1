package com.example.shop.orders.order;

import com.example.shop.orders.Faults;
import com.example.shop.orders.clients.PaymentsClient;
import com.example.shop.orders.clients.PaymentsClient.Declined;
import com.example.shop.orders.clients.StockClient;
import com.example.shop.orders.clients.StockClient.Reservation;
import com.example.shop.orders.database.ConnectionPool;
import com.example.shop.orders.events.EventPublisher;
import com.example.shop.orders.http.Problem;
import com.example.shop.orders.http.Trace;
import com.example.shop.orders.order.Order.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** From a request to a confirmed order: reserve, store, charge, confirm, tell. */
public final class PlaceOrder {

  private final ConnectionPool pool;
  private final OrderStore store;
  private final AuditTrail audit;
  private final StockClient stock;
  private final PaymentsClient payments;
  private final EventPublisher events;

  public PlaceOrder(
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

  public Order place(OrderRequest request, Trace trace) {
    UUID id = UUID.randomUUID();
    Reservation reservation = stock.reserve(id, request.lines(), trace);
    Order draft = draft(id, request, reservation);
    Order pending = pool.inTransaction(connection -> store.insert(connection, draft));
    Order confirmed;
    try {
      confirmed = pending.confirmed(payments.charge(pending, request.cardToken(), trace));
    } catch (Declined declined) {
      giveUp(pending.in(Status.DECLINED), trace);
      throw new Problem(402, "payment-declined", declined.getMessage());
    } catch (Problem unavailable) {
      giveUp(pending.in(Status.FAILED), trace);
      throw unavailable;
    }
    confirm(confirmed, trace);
    return confirmed;
  }

  private void confirm(Order order, Trace trace) {
    if (Faults.enabled("orders-event-before-commit")) {
      pool.inTransaction(
          connection -> {
            store.update(connection, order);
            events.confirmed(order, trace);
            audit.record(connection, order);
            audit.awaitReplica();
            return order;
          });
      return;
    }
    pool.inTransaction(
        connection -> {
          store.update(connection, order);
          audit.record(connection, order);
          return order;
        });
    events.confirmed(order, trace);
  }

  private void giveUp(Order order, Trace trace) {
    pool.inTransaction(
        connection -> {
          store.update(connection, order);
          audit.record(connection, order);
          return order;
        });
    if (Faults.enabled("orders-event-for-declined") && order.status() == Status.DECLINED) {
      // Every order that reached payment is told, so that it shows up in the reports.
      events.confirmed(order, trace);
    }
    stock.release(order.reservationId(), trace);
  }

  private static Order draft(UUID id, OrderRequest request, Reservation reservation) {
    return new Order(
        id,
        null,
        Status.PENDING,
        request.customer(),
        reservation.lines(),
        Order.totalOf(reservation.lines()),
        "EUR",
        request.note(),
        request.deliverAt() == null ? null : request.deliverAt().truncatedTo(ChronoUnit.MICROS),
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        reservation.id(),
        null);
  }
}
