package dev.concordat.contracts.pact;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.pact.content.BodyTypes;
import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.contracts.pact.content.FormText;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.PathExpression;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// Makes the values of an interaction anew, as its generators say. The same seed and time give the same values.
public final class PactGenerators {
  private final GeneratedValues values;

  public PactGenerators(long seed, ZonedDateTime now) {
    values = new GeneratedValues(new SplittableRandom(seed), now);
  }

  /// For whom values are made.
  public enum Mode {
    /// For a consumer's test against a mock.
    CONSUMER,
    /// For verifying a provider.
    PROVIDER
  }

  /// What generators may refer to.
  ///
  /// @param stateValues what setting up the provider states returned
  /// @param mockServer the address of the mock server, if there is one
  public record Context(
      Mode mode, Map<String, JsonValue> stateValues, Optional<String> mockServer) {
    public Context {
      stateValues = Map.copyOf(stateValues);
    }
  }

  /// The request with generated values in the place of its examples.
  public ExpectedRequest apply(ExpectedRequest request, Context context) {
    String path = request.path();
    Map<String, List<String>> query = new LinkedHashMap<>(request.query());
    Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
    for (Generator generator : request.generators()) {
      switch (generator.category()) {
        case "path" -> path = values.value(generator, context).map(Fields::text).orElse(path);
        case "query" -> put(query, generator, context);
        case "header", "headers" -> put(headers, generator, context);
        default -> {
          // the body's come below
        }
      }
    }
    return new ExpectedRequest(
        request.method(),
        path,
        request.queryText(),
        query,
        headers,
        body(request.body(), request.contentType(), request.generators(), context),
        request.bodyType(),
        request.rules(),
        List.of(),
        request.node());
  }

  /// The response with generated values in the place of its examples.
  public ExpectedResponse apply(ExpectedResponse response, Context context) {
    int status = response.status();
    Map<String, List<String>> headers = new LinkedHashMap<>(response.headers());
    for (Generator generator : response.generators()) {
      switch (generator.category()) {
        case "status" -> status = status(generator, context, status);
        case "header", "headers" -> put(headers, generator, context);
        default -> {
          // the body's come below
        }
      }
    }
    return new ExpectedResponse(
        status,
        headers,
        body(response.body(), response.contentType(), response.generators(), context),
        response.bodyType(),
        response.rules(),
        List.of(),
        response.node());
  }

  /// The message with generated values in the place of its examples.
  public ExpectedMessage apply(ExpectedMessage message, Context context) {
    Map<String, JsonValue> metadata = new LinkedHashMap<>(message.metadata());
    for (Generator generator : message.generators()) {
      if (generator.category().equalsIgnoreCase("metadata")) {
        values
            .value(generator, context)
            .ifPresent(value -> metadata.put(name(generator, metadata.keySet()), value));
      }
    }
    return new ExpectedMessage(
        body(message.body(), message.contentType(), message.generators(), context),
        message.bodyType(),
        metadata,
        message.rules(),
        List.of(),
        message.node());
  }

  private int status(Generator generator, Context context, int otherwise) {
    return values.value(generator, context).orElse(JsonNumber.of(otherwise))
                instanceof JsonNumber number
            && number.isInteger()
            && number.isTame()
        ? number.decimal().intValue()
        : otherwise;
  }

  private void put(Map<String, List<String>> into, Generator generator, Context context) {
    String name = name(generator, into.keySet());
    int count = Math.max(1, into.getOrDefault(name, List.of()).size());
    var made = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      values.value(generator, context).map(Fields::text).ifPresent(made::add);
    }
    if (made.size() == count) {
      into.put(name, made);
    }
  }

  /// The name that a generator is for, as it is written in the message.
  private static String name(Generator generator, Set<String> written) {
    String key = generator.path();
    if (key.startsWith("$")) {
      try {
        key = PathExpression.parse(key).firstName();
      } catch (IllegalArgumentException notAnExpression) {
        key = generator.path();
      }
    }
    return written.stream().filter(key::equalsIgnoreCase).findFirst().orElse(key);
  }

  private ExpectedBody body(
      ExpectedBody body, Optional<String> type, List<Generator> generators, Context context) {
    List<Generator> ours =
        generators.stream()
            .filter(
                generator ->
                    generator.category().equals("body") || generator.category().equals("content"))
            .toList();
    if (ours.isEmpty() || !(body instanceof ExpectedBody.Present(Bytes bytes))) {
      return body;
    }
    if (type.map(BodyTypes::parse).filter(MediaType::isForm).isPresent()) {
      Map<String, List<String>> fields = FormText.parse(bytes.utf8().strip());
      ours.forEach(generator -> put(fields, generator, context));
      return new ExpectedBody.Present(Bytes.utf8(FormText.of(fields)));
    }
    return JsonParser.parse(bytes.toArray())
        .value()
        .<ExpectedBody>map(
            json ->
                new ExpectedBody.Present(
                    Bytes.utf8(generated(DocumentPath.ROOT, json, ours, context).toString())))
        .orElse(body);
  }

  private JsonValue generated(
      DocumentPath path, JsonValue value, List<Generator> generators, Context context) {
    for (Generator generator : generators) {
      if (isFor(generator, path)) {
        return values.value(generator, context).orElse(value);
      }
    }
    return switch (value) {
      case JsonObject object -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object
            .members()
            .forEach(
                (name, member) ->
                    members.put(name, generated(path.field(name), member, generators, context)));
        yield new JsonObject(members);
      }
      case JsonArray array -> {
        var items = new ArrayList<JsonValue>();
        for (int i = 0; i < array.items().size(); i++) {
          items.add(generated(path.item(i), array.items().get(i), generators, context));
        }
        yield new JsonArray(items);
      }
      default -> value;
    };
  }

  private static boolean isFor(Generator generator, DocumentPath path) {
    try {
      return PathExpression.parse(generator.path()).isExactFor(path);
    } catch (IllegalArgumentException notAnExpression) {
      return false;
    }
  }
}
