package dev.concordat.engine.fidelity;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.flowmap.ValuePlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What contracts and the setup say of exchanges: their names, and who is behind them.
public interface Roles {
  /// An operation of a provider as a request names it.
  ///
  /// @param operation with its provider: `orders.placeOrder`
  /// @param pathValues the path's parameters, decoded
  record Called(String operation, Map<String, String> pathValues) {
    public Called {
      pathValues = Map.copyOf(pathValues);
    }
  }

  /// The operation of an exchange; method and path where no contract knows it.
  Called called(HttpExchange exchange);

  /// Who publishes a topic; nothing where no contract says it.
  Optional<String> publisher(MessageDelivery message);

  /// Who reads a topic.
  List<String> subscribers(MessageDelivery message);

  /// Whose database it is.
  String keeper(RowChange row);

  /// What contracts say of the body of a part of an exchange: its provider's, or its publisher's and its subscribers'.
  ///
  /// @param kind the request, the answer or the message
  List<Schema> described(Exchange exchange, ValuePlace.Kind kind);

  /// How many sentences of contracts an exchange breaks.
  int breaches(Exchange exchange);
}
