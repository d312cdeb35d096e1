package dev.concordat.contracts.avro;

import dev.concordat.model.finding.Sentence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A protocol (`.avpr`): the messages that a server answers.
///
/// @param definitions of all its types, by full name
public record AvroProtocol(
    String fullName, Map<String, AvroDefinition> definitions, List<Message> messages) {
  public AvroProtocol {
    definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
    messages = List.copyOf(messages);
  }

  /// One message.
  ///
  /// @param errors what may come instead of a response; a server's own failure, a string, is always the first
  /// @param isOneWay whether no response is sent at all
  public record Message(
      String name,
      List<AvroField> request,
      AvroType response,
      List<AvroType> errors,
      boolean isOneWay,
      Sentence at) {
    public Message {
      request = List.copyOf(request);
      errors = List.copyOf(errors);
    }
  }

  /// The schema of one of its types.
  public AvroSchema schema(AvroType type) {
    return new AvroSchema(type, definitions);
  }
}
