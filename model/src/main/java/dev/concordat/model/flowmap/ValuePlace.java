package dev.concordat.model.flowmap;

/// Where a value can be seen on its way through systems.
///
/// @param subject the operation (`orders.placeOrder`), the broker and the topic (`events.orders.confirmed`), or the database
///     and the table (`orders-db.orders`)
/// @param at a JSON Pointer into the body or the payload with indices generalised to `*`, the column of a row with a slash
///     before it, or the kind of parameter and its name: `query:limit`, `path:orderId`, `header:Idempotency-Key`
public record ValuePlace(Kind kind, String subject, String at) {
  /// In what a value is seen.
  public enum Kind {
    REQUEST("request"),
    RESPONSE("answer"),
    MESSAGE("message"),
    ROW("row");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// In words: `orders.placeOrder request /note`.
  public String text() {
    return subject + " " + kind.word() + " " + (at.isEmpty() ? "(all of it)" : at);
  }
}
