package dev.concordat.conform.coverage;

import dev.concordat.cases.KnownValues;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Memory;
import dev.concordat.contracts.body.BodyValue;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a run remembers, as the generator of cases asks for it.
public record Knowledge(Memory memory) implements KnownValues {
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public Optional<JsonValue> value(HttpOperation operation, Parameter parameter) {
    return memory.value(operation, parameter, !HARMLESS.contains(operation.method()));
  }

  @Override
  public Optional<JsonValue> body(HttpOperation operation, MediaTypeSpec spec) {
    return memory
        .lastSuccess(operation)
        .map(Exchange::sent)
        .filter(request -> request.body().total() > 0 && !request.body().isCut())
        .flatMap(request -> body(request, spec));
  }

  @Override
  public boolean hasSucceeded(HttpOperation operation) {
    return memory.lastSuccess(operation).isPresent();
  }

  private static Optional<JsonValue> body(HttpRequestMessage request, MediaTypeSpec spec) {
    return request
        .header("Content-Type")
        .flatMap(MediaType::parse)
        .filter(type -> spec.mediaType().admits(type))
        .map(type -> BodyValue.read(spec, type, List.of(), request.body()))
        .flatMap(
            read ->
                read instanceof BodyValue.Value value
                    ? Optional.of(value.value())
                    : Optional.empty());
  }
}
