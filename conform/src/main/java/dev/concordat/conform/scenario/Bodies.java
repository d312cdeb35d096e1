package dev.concordat.conform.scenario;

import dev.concordat.cases.value.Size;
import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.conform.resource.JsonBodies;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Memory;
import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes bodies that the contract allows, each with values that no other has, as far as the contract lets them differ.
final class Bodies {
  private static final int KINDS = 5;

  private final ValueGenerator values;
  private final AtomicInteger number = new AtomicInteger();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  Bodies(ValueGenerator values) {
    this.values = values;
  }

  /// The media type in which the operation takes JSON. Of several for PATCH a merge patch is taken (RFC 7396); a patch of
  /// operations (RFC 6902) is none that is made here.
  static Optional<MediaTypeSpec> json(HttpOperation operation) {
    List<MediaTypeSpec> specs =
        operation.body().map(RequestBody::content).orElseGet(List::of).stream()
            .filter(spec -> spec.mediaType().isJson() && !spec.mediaType().isRange())
            .filter(spec -> !spec.mediaType().subtype().equals("json-patch+json"))
            .filter(spec -> spec.schema().isPresent())
            .toList();
    return specs.stream()
        .filter(spec -> spec.mediaType().subtype().equals("merge-patch+json"))
        .findFirst()
        .or(() -> specs.stream().findFirst());
  }

  /// A number that no other body has.
  int next() {
    return number.incrementAndGet();
  }

  /// An object of a kind: how it was made.
  record Candidate(int kind, JsonObject body) {}

  /// Objects that the operation may take, the most telling first.
  Stream<JsonObject> candidates(HttpOperation operation, MediaTypeSpec spec, Memory memory) {
    return numbered(operation, spec, memory).map(Candidate::body);
  }

  /// The provider does not take bodies of this kind: others come before it from now on.
  void refused(HttpOperation operation, int kind) {
    refused.add(operation.id() + "/" + kind);
  }

  /// Objects that the operation may take: everything that the schema names with the values of the documented example, the
  /// example itself, everything, what worked before, the least. Kinds that were refused come last.
  Stream<Candidate> numbered(HttpOperation operation, MediaTypeSpec spec, Memory memory) {
    var making = new Making(operation, spec, memory, next());
    return IntStream.range(0, KINDS)
        .boxed()
        .sorted(Comparator.comparing(kind -> refused.contains(operation.id() + "/" + kind)))
        .flatMap(kind -> making.of(kind).map(body -> new Candidate(kind, body)).stream());
  }

  /// Makes the kinds of one body, each only when it is asked for.
  private final class Making {
    private final HttpOperation operation;
    private final MediaTypeSpec spec;
    private final Schema schema;
    private final Memory memory;
    private final int own;

    Making(HttpOperation operation, MediaTypeSpec spec, Memory memory, int own) {
      this.operation = operation;
      this.spec = spec;
      this.schema = spec.schema().orElseThrow();
      this.memory = memory;
      this.own = own;
    }

    Optional<JsonObject> of(int kind) {
      Optional<JsonObject> body =
          switch (kind) {
            case 0 -> made(Size.FULL).flatMap(all -> example().map(shown -> merged(all, shown)));
            case 1 -> example();
            case 2 -> made(Size.FULL);
            case 3 -> worked();
            default -> made(Size.MINIMAL);
          };
      return body.filter(value -> schema.accepts(value, Direction.REQUEST))
          .map(value -> Distinct.of(value, schema, own));
    }

    private Optional<JsonObject> made(Size size) {
      return Bodies.this.made(schema, operation.id() + "/scenario/" + own, size);
    }

    private Optional<JsonObject> example() {
      List<JsonObject> examples =
          spec.examples().stream()
              .map(DocumentedExample::value)
              .flatMap(value -> object(value).stream())
              .filter(value -> schema.accepts(value, Direction.REQUEST))
              .toList();
      return examples.isEmpty()
          ? Optional.empty()
          : Optional.of(examples.get(own % examples.size()));
    }

    private Optional<JsonObject> worked() {
      return memory.lastSuccess(operation).flatMap(Bodies::sent).flatMap(Bodies::object);
    }
  }

  /// An object with everything that the schema names.
  Optional<JsonObject> full(HttpOperation operation, Schema schema) {
    int own = next();
    return made(schema, operation.id() + "/scenario/" + own, Size.FULL)
        .map(value -> Distinct.of(value, schema, own));
  }

  /// An object with what is required.
  Optional<JsonObject> minimal(HttpOperation operation, Schema schema) {
    int own = next();
    return made(schema, operation.id() + "/scenario/" + own, Size.MINIMAL)
        .map(value -> Distinct.of(value, schema, own));
  }

  /// A value of a schema.
  Optional<JsonValue> value(Schema schema, String path, Direction direction) {
    return values.value(schema, path + "/" + next(), Size.FULL, direction);
  }

  /// An id in the form of a schema: no example, because what it names may exist.
  Optional<JsonValue> id(Schema schema, int own) {
    return values
        .value(schema, "absent/" + own, Size.FULL)
        .flatMap(made -> Strange.of(made, schema, own));
  }

  private Optional<JsonObject> made(Schema schema, String path, Size size) {
    return values.value(schema, path, size).flatMap(Bodies::object);
  }

  private static Optional<JsonValue> sent(Exchange exchange) {
    return JsonBodies.read(exchange.sent().headers(), exchange.sent().body());
  }

  private static JsonObject merged(JsonObject all, JsonObject shown) {
    JsonObject merged = all;
    for (int i = 0; i < shown.size(); i++) {
      merged = merged.with(shown.nameAt(i), shown.valueAt(i));
    }
    return merged;
  }

  private static Optional<JsonObject> object(JsonValue value) {
    return value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }
}
