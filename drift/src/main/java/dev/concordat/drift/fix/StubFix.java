package dev.concordat.drift.fix;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.drift.lie.Correction;
import dev.concordat.drift.mock.Mock;
import dev.concordat.drift.mock.MockAnswer;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts stubs right in the text of their file. Only what is certain is changed, and nothing else of the file.
public final class StubFix {
  private static final List<String> STATUSES = List.of("status", "statusCode", "code");
  private static final List<String> HEADERS = List.of("headers", "header");
  private static final int MAX_TEXT = 8 << 20;

  private String text;
  private int done;
  private final List<String> left = new ArrayList<>();

  private StubFix(String text) {
    this.text = text;
  }

  /// What came of it.
  ///
  /// @param done how many lies were put right
  /// @param left what a person has to decide, one sentence each
  public record Fixed(String text, int done, List<String> left) {
    public Fixed {
      left = List.copyOf(left);
    }
  }

  /// A mock of the file with what puts it right.
  public record Task(Mock mock, List<Correction> corrections) {
    public Task {
      corrections = List.copyOf(corrections);
    }
  }

  /// The file with everything put right that is certain.
  public static Fixed of(String text, List<Task> tasks) {
    var fix = new StubFix(text);
    for (Task task : tasks) {
      for (Correction correction : task.corrections()) {
        fix.apply(task.mock(), correction);
      }
    }
    return new Fixed(fix.text, fix.done, fix.left);
  }

  private void apply(Mock mock, Correction correction) {
    Optional<String> obstacle = obstacle(mock);
    if (obstacle.isPresent()) {
      left.add(mock.title() + ": " + obstacle.get());
      return;
    }
    Optional<String> changed = changed(mock, correction);
    if (changed.isPresent()) {
      text = changed.get();
      done++;
    } else {
      String why =
          correction instanceof Correction.Undecided(String reason)
              ? reason
              : "its file could not be changed in that place";
      left.add(mock.title() + ": " + why);
    }
  }

  private Optional<String> changed(Mock mock, Correction correction) {
    return switch (correction) {
      case Correction.Undecided ignored -> Optional.empty();
      case Correction.Status(int status) -> status(mock, status);
      case Correction.SetHeader(String name, String value) -> setHeader(mock, name, value);
      case Correction.RemoveHeader(String name) -> removeHeader(mock, name);
      case Correction.SetValue(String pointer, JsonValue value) ->
          value(mock, pointer, Optional.of(value));
      case Correction.RemoveValue(String pointer) -> value(mock, pointer, Optional.empty());
      case Correction.Body(var bytes) -> body(mock, bytes.utf8());
      case Correction.Several(var all) -> several(mock, all);
    };
  }

  /// All of them, or none.
  private Optional<String> several(Mock mock, List<Correction> all) {
    String before = text;
    for (Correction each : all) {
      Optional<String> changed = changed(mock, each);
      if (changed.isEmpty()) {
        text = before;
        return Optional.empty();
      }
      text = changed.get();
    }
    String after = text;
    text = before;
    return Optional.of(after);
  }

  private Optional<String> obstacle(Mock mock) {
    if (mock.kind() == ContractKind.HAR) {
      return Optional.of("a recording is not changed; record it again");
    }
    if (text.length() > MAX_TEXT) {
      return Optional.of("its file is too big to be changed");
    }
    return SpanReader.read(text).isEmpty()
        ? Optional.of("its file is no JSON, and only JSON is changed")
        : Optional.empty();
  }

  private static List<String> answer(Mock mock) {
    String node = mock.answer().map(MockAnswer::node).orElse("");
    return Pointers.tokens(node).orElse(List.of());
  }

  private static List<String> with(List<String> way, String token) {
    List<String> longer = new ArrayList<>(way);
    longer.add(token);
    return longer;
  }

  private Optional<Span> span(List<String> way) {
    return SpanReader.read(text).flatMap(root -> root.follow(way));
  }

  private Optional<String> status(Mock mock, int status) {
    List<String> answer = answer(mock);
    String name =
        STATUSES.stream()
            .filter(each -> span(with(answer, each)).isPresent())
            .findFirst()
            .orElse(mock.kind() == ContractKind.WIREMOCK ? "status" : "statusCode");
    List<String> way = with(answer, name);
    boolean isText = span(way).filter(span -> span.kind() == Span.Kind.STRING).isPresent();
    JsonValue value = isText ? new JsonString(Integer.toString(status)) : JsonNumber.of(status);
    return JsonEdit.set(text, way, value);
  }

  private Optional<String> setHeader(Mock mock, String name, String value) {
    List<String> answer = answer(mock);
    for (String member : HEADERS) {
      List<String> way = with(answer, member);
      Optional<Span> holder = span(way);
      if (holder.isPresent()) {
        return setIn(mock, holder.get(), way, name, value);
      }
    }
    JsonValue written = inList(mock) ? JsonArray.of(new JsonString(value)) : new JsonString(value);
    return JsonEdit.set(text, with(answer, "headers"), JsonObject.EMPTY.with(name, written));
  }

  private static boolean inList(Mock mock) {
    return mock.kind() == ContractKind.HOVERFLY || mock.kind() == ContractKind.MOCKSERVER;
  }

  private Optional<String> setIn(
      Mock mock, Span holder, List<String> way, String name, String value) {
    if (holder.kind() == Span.Kind.ARRAY) {
      Optional<List<String>> item = listed(holder, way, name);
      JsonObject added =
          JsonObject.EMPTY.with("key", new JsonString(name)).with("value", new JsonString(value));
      return item.isPresent()
          ? JsonEdit.set(text, with(item.get(), "value"), new JsonString(value))
          : JsonEdit.append(text, way, added);
    }
    int at = holder.atIgnoringCase(name);
    boolean isList = at < 0 ? inList(mock) : holder.inner().get(at).kind() == Span.Kind.ARRAY;
    JsonValue written = isList ? JsonArray.of(new JsonString(value)) : new JsonString(value);
    return JsonEdit.set(text, with(way, at < 0 ? name : holder.names().get(at)), written);
  }

  private Optional<String> removeHeader(Mock mock, String name) {
    for (String member : HEADERS) {
      List<String> way = with(answer(mock), member);
      Optional<Span> holder = span(way);
      Optional<List<String>> item =
          holder
              .filter(span -> span.kind() == Span.Kind.ARRAY)
              .flatMap(span -> listed(span, way, name));
      if (item.isPresent()) {
        return JsonEdit.remove(text, item.get());
      }
      int at = holder.map(span -> span.atIgnoringCase(name)).orElse(-1);
      if (at >= 0) {
        return JsonEdit.remove(text, with(way, holder.orElseThrow().names().get(at)));
      }
    }
    return Optional.empty();
  }

  /// The item of a list of `{key, value}` that is the header's.
  private Optional<List<String>> listed(Span holder, List<String> way, String name) {
    for (int i = 0; i < holder.inner().size(); i++) {
      Span item = holder.inner().get(i);
      int key = Math.max(item.at("key"), item.at("name"));
      if (key >= 0) {
        String written = text.substring(item.inner().get(key).start(), item.inner().get(key).end());
        if (written.equalsIgnoreCase("\"" + name + "\"")) {
          return Optional.of(with(way, Integer.toString(i)));
        }
      }
    }
    return Optional.empty();
  }

  /// Where the body stands in the file.
  private Optional<List<String>> bodyWay(Mock mock) {
    List<String> answer = answer(mock);
    return Stream.of(
            List.of("jsonBody"),
            List.of("body", "json"),
            List.of("body", "content"),
            List.of("body"))
        .filter(tail -> tail.size() == 1 || isWrapped(mock, answer))
        .map(
            tail -> {
              List<String> way = new ArrayList<>(answer);
              way.addAll(tail);
              return way;
            })
        .filter(way -> span(way).isPresent())
        .findFirst();
  }

  /// Whether the body is an object of the format's own that holds it.
  private boolean isWrapped(Mock mock, List<String> answer) {
    Optional<Span> body = span(with(answer, "body"));
    boolean isOwn =
        body.filter(span -> span.at("type") >= 0 || span.at("contentType") >= 0).isPresent();
    return isOwn && (mock.kind() == ContractKind.MOCKSERVER || mock.kind() == ContractKind.PACT);
  }

  /// @param value absent for taking it out
  private Optional<String> value(Mock mock, String pointer, Optional<JsonValue> value) {
    Optional<List<String>> way = bodyWay(mock);
    Optional<Span> body = way.flatMap(this::span);
    if (way.isEmpty() || body.isEmpty()) {
      return Optional.empty();
    }
    List<String> tokens = Pointers.tokens(pointer).orElse(List.of());
    if (body.get().kind() != Span.Kind.STRING) {
      return inside(text, way.get(), tokens, value);
    }
    String quoted = text.substring(body.get().start(), body.get().end());
    return unquoted(quoted)
        .flatMap(inner -> inside(inner, List.of(), tokens, value))
        .flatMap(inner -> JsonEdit.set(text, way.get(), new JsonString(inner)));
  }

  private static Optional<String> inside(
      String text, List<String> way, List<String> tokens, Optional<JsonValue> value) {
    List<String> all = new ArrayList<>(way);
    all.addAll(tokens);
    List<List<String>> ways = SpanReader.read(text).map(root -> root.ways(all)).orElse(List.of());
    String changed = text;
    int count = 0;
    for (List<String> each : ways) {
      String before = changed;
      Optional<String> next =
          value.isPresent()
              ? JsonEdit.set(before, each, value.get())
              : JsonEdit.remove(before, each);
      changed = next.orElse(before);
      count += next.isPresent() ? 1 : 0;
    }
    return count == 0 ? Optional.empty() : Optional.of(changed);
  }

  private static Optional<String> unquoted(String quoted) {
    return JsonParser.parse(quoted)
        .value()
        .flatMap(
            value ->
                value instanceof JsonString(String inner) ? Optional.of(inner) : Optional.empty());
  }

  private Optional<String> body(Mock mock, String body) {
    Optional<List<String>> way = bodyWay(mock);
    if (way.isEmpty()) {
      boolean isElsewhere = span(with(answer(mock), "bodyFileName")).isPresent();
      return isElsewhere
          ? Optional.empty()
          : JsonEdit.set(text, with(answer(mock), "body"), new JsonString(body));
    }
    boolean isText =
        way.flatMap(this::span).filter(it -> it.kind() == Span.Kind.STRING).isPresent();
    Optional<JsonValue> json = JsonParser.parse(body).value();
    boolean isJsonMember = way.get().getLast().equals("jsonBody") || !isText;
    return isJsonMember && json.isPresent()
        ? JsonEdit.set(text, way.get(), json.get())
        : JsonEdit.set(text, way.get(), new JsonString(body));
  }
}
