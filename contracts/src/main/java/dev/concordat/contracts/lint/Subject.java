package dev.concordat.contracts.lint;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.jsonschema.JsonSchemaContract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Webhook;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.tree.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A contract as rules see it.
///
/// @param document its text, where it has one tree
/// @param schemas every schema that it uses, each once, references followed
record Subject(Contract contract, Optional<Document> document, List<SchemaView> schemas) {
  static Subject of(Contract contract, Optional<Document> document) {
    return new Subject(contract, document, reached(roots(contract)));
  }

  /// The operations, if it is about HTTP.
  List<HttpOperation> operations() {
    return contract instanceof OpenApiContract openApi ? openApi.operations() : List.of();
  }

  private static List<SchemaView> reached(Stream<Schema> roots) {
    Map<Object, SchemaView> seen = new LinkedHashMap<>();
    Deque<Schema> open = new ArrayDeque<>(roots.toList());
    while (!open.isEmpty()) {
      SchemaView view = open.poll().view();
      if (seen.putIfAbsent(view.schema().node(), view) == null) {
        open.addAll(view.inner());
      }
    }
    return List.copyOf(seen.values());
  }

  private static Stream<Schema> roots(Contract contract) {
    return switch (contract) {
      case OpenApiContract openApi ->
          Stream.concat(
                  openApi.operations().stream(),
                  openApi.webhooks().stream().map(Webhook::operation))
              .flatMap(Subject::ofOperation);
      case AsyncApiContract asyncApi ->
          asyncApi.channels().stream()
              .flatMap(channel -> channel.messages().stream())
              .flatMap(Subject::ofMessage);
      case JsonSchemaContract schema -> Stream.of(schema.schema());
      default -> Stream.of();
    };
  }

  private static Stream<Schema> ofOperation(HttpOperation operation) {
    var all = new ArrayList<Schema>();
    operation.parameters().forEach(parameter -> add(all, parameter));
    operation.body().ifPresent(body -> add(all, body.content()));
    for (ResponseSpec response : operation.responses()) {
      response.headers().forEach(header -> add(all, header));
      add(all, response.content());
    }
    operation.callbacks().stream()
        .flatMap(callback -> ofOperation(callback.operation()))
        .forEach(all::add);
    return all.stream();
  }

  private static void add(List<Schema> all, Parameter parameter) {
    parameter.schema().ifPresent(all::add);
  }

  private static void add(List<Schema> all, Collection<MediaTypeSpec> content) {
    for (MediaTypeSpec spec : content) {
      spec.schema().ifPresent(all::add);
      spec.itemSchema().ifPresent(all::add);
    }
  }

  private static Stream<Schema> ofMessage(MessageSpec message) {
    return Stream.of(message.payload().stream(), message.headers().stream(), message.key().stream())
        .flatMap(each -> each);
  }
}
