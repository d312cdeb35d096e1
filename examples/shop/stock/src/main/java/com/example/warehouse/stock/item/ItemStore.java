package com.example.warehouse.stock.item;

import com.example.warehouse.stock.Faults;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code stock_items}. */
public final class ItemStore {

  private static final int LOW = 5;

  /** One page of items, and how many there are in all. */
  public record Page(List<Item> items, int total) {}

  /** What {@link #put} left behind, and whether the SKU is new. */
  public record Put(Item item, boolean created) {}

  public Page list(Connection connection, boolean lowOnly, int limit, int offset)
      throws SQLException {
    String where = lowOnly ? " WHERE available < " + LOW : "";
    List<Item> items = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT * FROM stock_items" + where + " ORDER BY sku LIMIT ? OFFSET ?")) {
      query.setInt(1, limit);
      query.setInt(2, offset);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          items.add(item(row));
        }
      }
    }
    try (PreparedStatement query =
            connection.prepareStatement("SELECT count(*) FROM stock_items" + where);
        ResultSet row = query.executeQuery()) {
      row.next();
      return new Page(items, row.getInt(1));
    }
  }

  public Optional<Item> find(Connection connection, String sku) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT * FROM stock_items WHERE sku = ?")) {
      query.setString(1, sku);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(item(row)) : Optional.empty();
      }
    }
  }

  /** Creates or replaces; doing it twice is the same as doing it once. */
  public Put put(Connection connection, Item item) throws SQLException {
    // A delivery note adds to what is there; a stock-taking replaces it.
    String available =
        Faults.enabled("stock-put-adds")
            ? "stock_items.available + excluded.available"
            : "excluded.available";
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO stock_items (sku, name, unit_price, available, location, updated_at)"
                + " VALUES (?, ?, ?, ?, ?, now())"
                + " ON CONFLICT (sku) DO UPDATE SET name = excluded.name,"
                + " unit_price = excluded.unit_price, location = excluded.location,"
                + " updated_at = excluded.updated_at, available = "
                + available
                + " RETURNING *, (xmax = 0) AS created")) {
      upsert.setString(1, item.sku());
      upsert.setString(2, item.name());
      upsert.setBigDecimal(3, item.unitPrice());
      upsert.setInt(4, item.available());
      upsert.setString(5, item.location());
      try (ResultSet row = upsert.executeQuery()) {
        row.next();
        return new Put(item(row), row.getBoolean("created"));
      }
    }
  }

  /** Takes items off the shelf; false if there are too few. */
  public boolean take(Connection connection, String sku, int quantity) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE stock_items SET available = available - ? WHERE sku = ? AND available >= ?")) {
      update.setInt(1, quantity);
      update.setString(2, sku);
      update.setInt(3, quantity);
      return update.executeUpdate() == 1;
    }
  }

  public void giveBack(Connection connection, String sku, int quantity) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE stock_items SET available = available + ? WHERE sku = ?")) {
      update.setInt(1, quantity);
      update.setString(2, sku);
      update.executeUpdate();
    }
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getString("sku"),
        row.getString("name"),
        row.getBigDecimal("unit_price"),
        row.getInt("available"),
        row.getString("location"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
