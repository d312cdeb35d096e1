package dev.concordat.contracts.asyncapi;

import java.util.List;
import java.util.Set;

/// Reads WebSocket's bindings.
final class WebSocketWords {
  private WebSocketWords() {}

  static Binding read(BindingFields fields, Bindings.Level level) {
    return switch (level) {
      case SERVER -> fields.none("ws", "the WebSocket binding of a server");
      case OPERATION -> fields.none("ws", "the WebSocket binding of an operation");
      case MESSAGE -> fields.none("ws", "the WebSocket binding of a message");
      case CHANNEL -> channel(fields);
    };
  }

  private static Binding channel(BindingFields fields) {
    fields.expectOnly("the WebSocket binding of a channel", Set.of("method", "query", "headers"));
    return new WebSocketBinding.OfChannel(
        fields.word("method", List.of("GET", "POST")),
        fields.schema("query"),
        fields.schema("headers"),
        fields.at());
  }
}
