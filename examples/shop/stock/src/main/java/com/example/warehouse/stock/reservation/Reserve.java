package com.example.warehouse.stock.reservation;

import com.example.warehouse.stock.Faults;
import com.example.warehouse.stock.database.ConnectionPool;
import com.example.warehouse.stock.http.Problem;
import com.example.warehouse.stock.item.Item;
import com.example.warehouse.stock.item.ItemStore;
import com.example.warehouse.stock.reservation.Reservation.Line;
import com.example.warehouse.stock.reservation.Reservation.Wish;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Sets items aside for an order: all of its lines, or none. */
public final class Reserve {

  private final ConnectionPool pool;
  private final ItemStore items;
  private final ReservationStore reservations;

  public Reserve(ConnectionPool pool, ItemStore items, ReservationStore reservations) {
    this.pool = pool;
    this.items = items;
    this.reservations = reservations;
  }

  public Reservation reserve(Wish wish) {
    if (Faults.enabled("stock-reserve-per-line")) {
      return reserveLineByLine(wish);
    }
    return pool.inTransaction(
        connection -> {
          List<Line> lines = priced(connection, wish.lines());
          for (Line line : inLockOrder(lines)) {
            take(connection, line);
          }
          return store(connection, wish, lines);
        });
  }

  /** Keeps locks short: no shelf waits for another one. */
  private Reservation reserveLineByLine(Wish wish) {
    List<Line> lines = pool.inTransaction(connection -> priced(connection, wish.lines()));
    for (Line line : inLockOrder(lines)) {
      pool.inTransaction(connection -> take(connection, line));
    }
    return pool.inTransaction(connection -> store(connection, wish, lines));
  }

  private List<Line> priced(Connection connection, List<Line> lines) throws SQLException {
    List<Line> priced = new ArrayList<>();
    for (Line line : lines) {
      Item item =
          items
              .find(connection, line.sku())
              .orElseThrow(
                  () -> new Problem(422, "unknown-sku", "We do not stock " + line.sku() + "."));
      priced.add(new Line(line.sku(), line.quantity(), item.unitPrice()));
    }
    return priced;
  }

  /** Always the same order, so that two reservations never wait for each other. */
  private static List<Line> inLockOrder(List<Line> lines) {
    return lines.stream().sorted(Comparator.comparing(Line::sku)).toList();
  }

  private Line take(Connection connection, Line line) throws SQLException {
    if (!items.take(connection, line.sku(), line.quantity())) {
      throw new Problem(409, "out-of-stock", "There are too few of " + line.sku() + ".");
    }
    return line;
  }

  private Reservation store(Connection connection, Wish wish, List<Line> lines)
      throws SQLException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Instant expiry = now.plus(Duration.ofMinutes(wish.holdMinutes()));
    Reservation reservation =
        new Reservation(UUID.randomUUID(), wish.orderId(), lines, now, expiry);
    reservations.insert(connection, reservation);
    return reservation;
  }

  /** Puts everything back on the shelf; false if there is no such reservation. */
  public boolean release(UUID id) {
    return pool.inTransaction(
        connection -> {
          Reservation reservation = reservations.findAndLock(connection, id).orElse(null);
          if (reservation == null) {
            return false;
          }
          for (Line line : inLockOrder(reservation.lines())) {
            items.giveBack(connection, line.sku(), line.quantity());
          }
          reservations.delete(connection, id);
          return true;
        });
  }
}
