package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonString;
import java.util.List;
import java.util.Optional;

/// A parameter of a channel's address.
///
/// @param values those it may have; empty for any
/// @param schema of AsyncAPI 2
/// @param location where its messages carry the same value
public record ChannelParameter(
    String name,
    List<String> values,
    Optional<String> defaultValue,
    Optional<Schema> schema,
    Optional<MessageExpression> location,
    Sentence at) {
  public ChannelParameter {
    values = List.copyOf(values);
  }

  /// Whether the parameter may have the value.
  public boolean allows(String value) {
    return (values.isEmpty() || values.contains(value))
        && schema
            .map(
                s ->
                    dev.concordat.contracts.text.Coercion.value(
                            Optional.of(s), dev.concordat.contracts.text.Written.ofScalar(value))
                        .orElse(new JsonString(value)))
            .map(read -> schema.orElseThrow().accepts(read))
            .orElse(true);
  }
}
