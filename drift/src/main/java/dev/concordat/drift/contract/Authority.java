package dev.concordat.drift.contract;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Routed;
import java.util.Optional;

/// The operation of a contract that a request belongs to.
public record Authority(OpenApiContract contract, HttpJudge judge, Routed routed) {
  public HttpOperation operation() {
    return routed.operation();
  }

  /// The media type that the contract documents for an answer with this type.
  ///
  /// @param type as stated; absent for the first documented one
  public Optional<MediaTypeSpec> content(int status, Optional<String> type) {
    return operation()
        .response(status)
        .flatMap(
            spec ->
                type.isEmpty()
                    ? spec.content().stream().findFirst()
                    : type.flatMap(MediaType::parse)
                        .flatMap(actual -> MediaType.choose(spec.content(), actual)));
  }

  /// The place of the whole body.
  public SchemaPlace body(int status, Optional<String> type) {
    return SchemaPlace.of(content(status, type).flatMap(MediaTypeSpec::schema));
  }

  /// The media type that is meant where a mock states none.
  public Optional<String> documentedType(int status) {
    return content(status, Optional.empty()).map(spec -> spec.mediaType().toString());
  }
}
