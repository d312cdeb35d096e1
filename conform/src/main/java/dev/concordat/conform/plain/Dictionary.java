package dev.concordat.conform.plain;

import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Recollection;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A memory with values that a person gave: they come before what was learned. What they name is not ours, so it is given out
/// for nothing that may change or delete it.
public final class Dictionary implements Recollection {
  private final Map<String, List<JsonValue>> values;
  private final Recollection learned;

  /// @param values by a parameter's name, or by operation and name: `getPet.petId`
  public Dictionary(Map<String, List<JsonValue>> values, Recollection learned) {
    this.values = Map.copyOf(values);
    this.learned = learned;
  }

  @Override
  public Optional<JsonValue> value(
      HttpOperation operation, Parameter parameter, boolean mayDestroy) {
    Optional<JsonValue> given =
        mayDestroy ? Optional.empty() : given(operation.id() + "." + parameter.name());
    return given
        .or(() -> mayDestroy ? Optional.empty() : given(parameter.name()))
        .or(() -> learned.value(operation, parameter, mayDestroy));
  }

  private Optional<JsonValue> given(String name) {
    return values.getOrDefault(name, List.of()).stream().findFirst();
  }

  @Override
  public Optional<Exchange> lastSuccess(HttpOperation operation) {
    return learned.lastSuccess(operation);
  }

  @Override
  public void remember(Exchange exchange) {
    learned.remember(exchange);
  }
}
