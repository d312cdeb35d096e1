package dev.concordat.drift.request;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What contracts and people know of values that exist.
///
/// @param contracts of the provider
/// @param known values by parameter, the most trusted first: `id: [7]`
public record Hints(List<OpenApiContract> contracts, Map<String, List<String>> known) {
  /// Nothing is known.
  public static final Hints NONE = new Hints(List.of(), Map.of());

  public Hints {
    contracts = List.copyOf(contracts);
    known = Map.copyOf(known);
  }

  /// Values for a parameter of that name, wherever it stands.
  Stream<String> values(String name) {
    return Stream.concat(
        known.getOrDefault(name, List.of()).stream(),
        contracts.stream()
            .flatMap(contract -> contract.operations().stream())
            .flatMap(operation -> operation.parameters().stream())
            .filter(parameter -> parameter.name().equalsIgnoreCase(name))
            .flatMap(Hints::documented));
  }

  /// Concrete paths that the contracts have, those of the method first.
  Stream<String> paths(Optional<String> method) {
    return contracts.stream()
        .flatMap(
            contract ->
                Stream.concat(
                        operations(contract, method, true), operations(contract, method, false))
                    .flatMap(operation -> paths(contract, operation)));
  }

  private static Stream<HttpOperation> operations(
      OpenApiContract contract, Optional<String> method, boolean isOfIt) {
    return contract.operations().stream()
        .filter(
            operation -> method.map(operation.method()::equalsIgnoreCase).orElse(true) == isOfIt);
  }

  private Stream<String> paths(OpenApiContract contract, HttpOperation operation) {
    return contract.basePaths().stream()
        .flatMap(base -> variants(operation).map(filled -> base + filled));
  }

  /// The path with documented values, and with usual ones in all of its parameters at once.
  private Stream<String> variants(HttpOperation operation) {
    String documented = operation.path().text();
    for (String name : operation.path().parameterNames()) {
      Optional<String> value = values(name).findFirst();
      if (value.isPresent()) {
        documented = documented.replace("{" + name + "}", value.get());
      }
    }
    String begun = documented;
    return Stream.of("1", "42", "1001", "00000000-0000-4000-8000-000000000001", "abc", "A1")
        .map(usual -> begun.replaceAll("\\{[^{}]*}", usual))
        .distinct();
  }

  private static Stream<String> documented(Parameter parameter) {
    Stream<JsonValue> examples = parameter.examples().stream().map(DocumentedExample::value);
    Stream<JsonValue> ofSchema =
        parameter.schema().map(schema -> schema.view()).stream().flatMap(Hints::values);
    return Stream.concat(examples, ofSchema).map(Hints::text);
  }

  private static Stream<JsonValue> values(SchemaView view) {
    return Stream.of(
            view.examples().stream(),
            view.constValue().stream(),
            view.enumValues().stream().flatMap(List::stream),
            view.defaultValue().stream())
        .flatMap(each -> each);
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }

  /// A documented example of an operation's request body.
  Optional<JsonValue> body(String method, String path) {
    return contracts.stream()
        .flatMap(contract -> contract.route(method, path).stream())
        .flatMap(routed -> routed.operation().body().stream())
        .flatMap(body -> body.content().stream())
        .filter(content -> content.mediaType().isJson())
        .flatMap(Hints::examples)
        .findFirst();
  }

  private static Stream<JsonValue> examples(MediaTypeSpec content) {
    return Stream.concat(
        content.examples().stream().map(DocumentedExample::value),
        content.schema().stream().flatMap(schema -> schema.view().examples().stream()));
  }
}
