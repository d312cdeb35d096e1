package dev.concordat.engine.resilience;

import dev.concordat.environment.EnvironmentFailure;
import java.util.List;
import java.util.Map;

/// Two different calls of a consumer that lead to requests of one operation of its provider.
public interface Pair {
  /// Begins anew, on fresh data.
  void begin() throws EnvironmentFailure;

  /// Makes the first or the second of them, and returns when it is answered, or given up. Two threads may do so at a time.
  void call(Which which);

  /// Everything that both have left behind since they began, once it has settled.
  List<Left> end();

  /// One of the two.
  enum Which {
    FIRST,
    SECOND
  }

  /// A row, a message or an answer.
  ///
  /// @param place where: `rows of orders-db.orders`, `messages on orders.confirmed`, `answers`
  /// @param values by column or pointer
  record Left(String place, Map<String, String> values) {
    public Left {
      values = Map.copyOf(values);
    }
  }
}
