package dev.concordat.record.output;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.record.learning.Content;
import dev.concordat.record.learning.Edge;
import dev.concordat.record.learning.Requests;
import dev.concordat.record.learning.Route;
import dev.concordat.record.settling.Described;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The steps of a flow: what creates, then what uses what was created, reading before changing and deleting last.
final class FlowSteps {
  private static final int LEAST_ERROR = 400;
  private static final int NOT_FOUND = 404;
  private static final List<String> ORDER = List.of("GET", "PUT", "PATCH", "POST", "DELETE");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,4}");

  private final Map<Route, Described> byRoute;
  private final String system;

  FlowSteps(Map<Route, Described> byRoute, String system) {
    this.byRoute = byRoute;
    this.system = system;
  }

  /// The flow; nothing where no use can be written down.
  Optional<JsonObject> flow(Described source, Collection<Edge> uses) {
    Optional<JsonObject> first = step(source, Map.of(), Optional.empty());
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<JsonValue> steps = new ArrayList<>();
    steps.add(
        JsonObject.EMPTY
            .with("id", new JsonString("created"))
            .with("call", call(source))
            .with("body", first.get().member("body").orElse(JsonObject.EMPTY))
            .with("expect", expect(source)));
    Comparator<Edge> order =
        Comparator.comparingInt((Edge edge) -> ORDER.indexOf(edge.to().method()))
            .thenComparing(Comparator.naturalOrder());
    List<Edge> sorted = uses.stream().sorted(order).toList();
    sorted.forEach(edge -> use(edge).ifPresent(steps::add));
    goneAfterwards(sorted).ifPresent(steps::add);
    return steps.size() < 2
        ? Optional.empty()
        : Optional.of(
            JsonObject.EMPTY
                .with("flow", new JsonString(title(source, sorted)))
                .with("steps", new JsonArray(steps)));
  }

  private String title(Described source, List<Edge> uses) {
    List<String> names = new ArrayList<>();
    names.add(source.id());
    for (Edge edge : uses) {
      Described to = byRoute.get(edge.to());
      if (to != null) {
        names.add(to.id());
      }
    }
    return String.join(", ", names);
  }

  private Optional<JsonObject> use(Edge edge) {
    Described to = byRoute.get(edge.to());
    Optional<String> reference = reference(edge.pointer());
    if (to == null || reference.isEmpty() || !to.operation().hasSucceeded()) {
      return Optional.empty();
    }
    int space = edge.place().indexOf(' ');
    String where = edge.place().substring(space + 1);
    return switch (edge.place().substring(0, space)) {
      case "path" ->
          step(
              to,
              Map.of(to.parameterName(Integer.parseInt(where)), reference.get()),
              Optional.empty());
      case "query" -> step(to, Map.of(where, reference.get()), Optional.empty());
      case "body" -> step(to, Map.of(), Optional.of(Map.entry(where, reference.get())));
      default -> Optional.empty();
    };
  }

  /// After a deletion the thing is not there any more, if that was ever seen.
  private Optional<JsonObject> goneAfterwards(List<Edge> uses) {
    for (Edge deleted : uses) {
      for (Edge read : uses) {
        Described reader = byRoute.get(read.to());
        boolean isSame =
            deleted.to().method().equals("DELETE")
                && read.to().method().equals("GET")
                && read.to().path().equals(deleted.to().path());
        if (isSame && reader != null && reader.operation().answers().containsKey(NOT_FOUND)) {
          return use(read)
              .map(
                  step ->
                      step.with(
                          "expect", JsonObject.EMPTY.with("status", JsonNumber.of(NOT_FOUND))));
        }
      }
    }
    return Optional.empty();
  }

  /// A step; nothing where it needs a value that nobody has.
  private Optional<JsonObject> step(
      Described described,
      Map<String, String> parameters,
      Optional<Map.Entry<String, String>> inBody) {
    boolean isComplete =
        described.parameterPositions().stream()
            .allMatch(at -> parameters.containsKey(described.parameterName(at)));
    Requests requests = described.operation().accepted();
    Optional<JsonValue> body =
        requests.bodies().values().stream()
            .map(Content::example)
            .flatMap(Optional::stream)
            .findFirst();
    boolean needsBody = requests.bodyless() == 0 && requests.count() > 0;
    if (!isComplete || (needsBody && body.isEmpty())) {
      return Optional.empty();
    }
    Map<String, JsonValue> step = new LinkedHashMap<>();
    step.put("call", call(described));
    if (!parameters.isEmpty()) {
      Map<String, JsonValue> with = new LinkedHashMap<>();
      parameters.forEach((name, value) -> with.put(name, new JsonString(value)));
      step.put("with", new JsonObject(with));
    }
    if (needsBody) {
      JsonValue escaped = escaped(body.orElse(JsonObject.EMPTY));
      step.put(
          "body",
          inBody
              .map(value -> replaced(escaped, value.getKey(), new JsonString(value.getValue())))
              .orElse(escaped));
    }
    step.put("expect", expect(described));
    return Optional.of(new JsonObject(step));
  }

  private JsonString call(Described described) {
    return new JsonString(system + "." + described.id());
  }

  private static JsonObject expect(Described described) {
    int status =
        described.operation().answers().keySet().stream()
            .filter(each -> each < LEAST_ERROR)
            .findFirst()
            .orElse(200);
    return JsonObject.EMPTY.with("status", JsonNumber.of(status));
  }

  /// `/lines/0/sku` as `$created.body.lines[0].sku`; nothing for names that the language of flows has no words for.
  private static Optional<String> reference(String pointer) {
    StringBuilder reference = new StringBuilder("$created.body");
    for (String step : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
      if (DIGITS.matcher(step).matches()) {
        reference.append('[').append(step).append(']');
      } else if (PLAIN.matcher(step).matches()) {
        reference.append('.').append(step);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(reference.toString());
  }

  /// Texts that flows would read as references or patterns, written so that they are texts.
  private static JsonValue escaped(JsonValue value) {
    return switch (value) {
      case JsonString(String text) when text.startsWith("$") || text.startsWith("~") ->
          new JsonString(text.charAt(0) + text);
      case JsonArray(List<JsonValue> items) ->
          new JsonArray(items.stream().map(FlowSteps::escaped).toList());
      case JsonObject object -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, escaped(member)));
        yield new JsonObject(members);
      }
      default -> value;
    };
  }

  private static JsonValue replaced(JsonValue value, String pointer, JsonValue with) {
    if (pointer.isEmpty()) {
      return with;
    }
    int end = pointer.indexOf('/', 1);
    String step = end < 0 ? pointer.substring(1) : pointer.substring(1, end);
    String rest = end < 0 ? "" : pointer.substring(end);
    return switch (value) {
      case JsonObject object when object.has(step) ->
          object.with(step, replaced(object.member(step).orElse(with), rest, with));
      case JsonArray(List<JsonValue> items) when step.equals("0") && !items.isEmpty() -> {
        List<JsonValue> changed = new ArrayList<>(items);
        changed.set(0, replaced(items.getFirst(), rest, with));
        yield new JsonArray(changed);
      }
      default -> value;
    };
  }
}
