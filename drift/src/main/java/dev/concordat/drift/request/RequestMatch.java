package dev.concordat.drift.request;

import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.jsonpath.JsonPath;
import dev.concordat.contracts.pact.PactJudge;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Node;
import dev.concordat.drift.mock.Asked;
import dev.concordat.drift.mock.Mock;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a mock answers a request.
public final class RequestMatch {
  private static final DocumentReader READER = new DocumentReader(Path.of(""));

  private final PatternValues values = new PatternValues();

  /// The answer.
  public enum Answer {
    YES,
    NO,
    /// Only its tool knows.
    UNKNOWN
  }

  /// Whether the mock answers it. Where a recording sent it to does not matter.
  public Answer of(Mock mock, HttpRequestMessage request) {
    return switch (mock.asked()) {
      case Asked.OfStub(var stub) -> all(stub.request(), request);
      case Asked.OfPact(var pact, var interaction) -> {
        // Methods are compared first, because judging a whole request costs much more.
        boolean isMethod = interaction.request().method().equalsIgnoreCase(request.method());
        yield yes(isMethod && new PactJudge(pact).judgeRequest(interaction, request).isEmpty());
      }
      case Asked.Otherwise ignored -> Answer.NO;
    };
  }

  private Answer all(StubRequest stub, HttpRequestMessage request) {
    Answer answer = Answer.YES;
    for (RequestCondition condition : stub.conditions()) {
      Answer one = one(condition, request);
      if (one == Answer.NO) {
        return Answer.NO;
      }
      answer = one == Answer.UNKNOWN ? one : answer;
    }
    return answer;
  }

  private Answer one(RequestCondition condition, HttpRequestMessage request) {
    return switch (condition) {
      case RequestCondition.On on -> on(on, request);
      case RequestCondition.AnyOf(var alternatives, var ignored) -> {
        List<Answer> each = alternatives.stream().map(it -> all(it, request)).toList();
        yield each.contains(Answer.YES)
            ? Answer.YES
            : each.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.NO;
      }
      case RequestCondition.Not(var not, var ignored) -> not(all(not, request));
      case RequestCondition.InPart ignored -> Answer.UNKNOWN;
      case RequestCondition.Unjudged ignored -> Answer.UNKNOWN;
    };
  }

  private static Answer not(Answer answer) {
    return switch (answer) {
      case YES -> Answer.NO;
      case NO -> Answer.YES;
      case UNKNOWN -> Answer.UNKNOWN;
    };
  }

  private Answer on(RequestCondition.On on, HttpRequestMessage request) {
    return switch (on.part()) {
      case SCHEME, HOST, PORT, CLIENT_ADDRESS -> Answer.YES;
      case METHOD -> matches(on.pattern(), List.of(request.method()));
      case TARGET -> matches(on.pattern(), List.of(request.target(), request.path() + "?"));
      case PATH -> matches(on.pattern(), List.of(request.path(), Percent.decode(request.path())));
      case PATH_PARAMETER -> Answer.UNKNOWN;
      case QUERY -> matches(on.pattern(), List.of(request.query()));
      case QUERY_PARAMETER -> several(on.pattern(), fields(request.query(), on.name()));
      case HEADER -> several(on.pattern(), Headers.all(request.headers(), on.name()));
      case COOKIE -> several(on.pattern(), cookies(request, on.name()));
      case FORM_FIELD -> several(on.pattern(), fields(request.body().utf8(), on.name()));
      case BODY -> body(on.pattern(), request.body());
    };
  }

  private Answer several(ValuePattern pattern, List<String> values) {
    if (pattern instanceof ValuePattern.Presence(boolean isPresent)) {
      return yes(isPresent != values.isEmpty());
    }
    if (values.isEmpty()) {
      return yes(pattern instanceof ValuePattern.Not);
    }
    if (pattern instanceof ValuePattern.Several(boolean isExact, var each)) {
      boolean areEnough = !isExact || values.size() == each.size();
      return yes(areEnough && each.stream().allMatch(it -> matches(it, values) == Answer.YES));
    }
    return matches(pattern, values);
  }

  private Answer matches(ValuePattern pattern, List<String> texts) {
    if (isBeyondText(pattern)) {
      return Answer.UNKNOWN;
    }
    return yes(texts.stream().anyMatch(text -> values.accepts(pattern, text)));
  }

  private static boolean isBeyondText(ValuePattern pattern) {
    return switch (pattern) {
      case ValuePattern.Json ignored -> true;
      case ValuePattern.JsonPath ignored -> true;
      case ValuePattern.JsonSchema ignored -> true;
      case ValuePattern.Xml ignored -> true;
      case ValuePattern.XPath ignored -> true;
      case ValuePattern.Other ignored -> true;
      case ValuePattern.Binary ignored -> true;
      case ValuePattern.AllOf(var all) -> all.stream().anyMatch(RequestMatch::isBeyondText);
      case ValuePattern.AnyOf(var any) -> any.stream().anyMatch(RequestMatch::isBeyondText);
      case ValuePattern.Not(var not) -> isBeyondText(not);
      case ValuePattern.Several(var ignored, var each) ->
          each.stream().anyMatch(RequestMatch::isBeyondText);
      case ValuePattern.Text ignored -> false;
      case ValuePattern.Regex ignored -> false;
      case ValuePattern.Glob ignored -> false;
      case ValuePattern.PathTemplate ignored -> false;
      case ValuePattern.Presence ignored -> false;
    };
  }

  private Answer body(ValuePattern pattern, Bytes body) {
    return switch (pattern) {
      case ValuePattern.Json(var expected, boolean ignoresOrder, boolean ignoresExtra) -> {
        Optional<JsonValue> actual = JsonParser.parse(body.toArray()).value();
        yield expected.toString().contains("${json-unit.")
            ? Answer.UNKNOWN
            : yes(
                actual
                    .filter(json -> isLike(expected, json, ignoresOrder, ignoresExtra))
                    .isPresent());
      }
      case ValuePattern.JsonPath(String path, var found) -> path(path, found, body);
      case ValuePattern.Binary(Bytes bytes) -> yes(bytes.equals(body));
      case ValuePattern.AllOf(var all) -> {
        List<Answer> each = all.stream().map(it -> body(it, body)).toList();
        yield each.contains(Answer.NO)
            ? Answer.NO
            : each.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.YES;
      }
      case ValuePattern.Not(var inner) -> not(body(inner, body));
      case ValuePattern.Presence(boolean isPresent) -> yes(isPresent == (body.size() > 0));
      case ValuePattern text -> matches(text, List.of(body.utf8()));
    };
  }

  private Answer path(String path, Optional<ValuePattern> found, Bytes body) {
    if (!(JsonPath.parse(path) instanceof JsonPath.Parsed.Good(JsonPath query))) {
      return Answer.UNKNOWN;
    }
    try {
      List<Node> nodes = query.select(READER.parse("body.json", body.toArray()).root());
      if (nodes.isEmpty() || found.isEmpty()) {
        return yes(!nodes.isEmpty());
      }
      List<Answer> each =
          nodes.stream()
              .map(Node::toJson)
              .map(
                  value ->
                      body(
                          found.get(),
                          Bytes.utf8(
                              value instanceof JsonString(String text) ? text : value.toString())))
              .toList();
      return each.contains(Answer.YES)
          ? Answer.YES
          : each.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.NO;
    } catch (JsonPath.TooCostly tooCostly) {
      return Answer.UNKNOWN;
    }
  }

  private static boolean isLike(
      JsonValue expected, JsonValue actual, boolean ignoresOrder, boolean ignoresExtra) {
    if (expected instanceof JsonObject want && actual instanceof JsonObject have) {
      return (ignoresExtra || want.size() == have.size())
          && want.members().entrySet().stream()
              .allMatch(
                  member ->
                      have.member(member.getKey())
                          .filter(it -> isLike(member.getValue(), it, ignoresOrder, ignoresExtra))
                          .isPresent());
    }
    if (expected instanceof JsonArray want && actual instanceof JsonArray have) {
      if (!ignoresExtra && want.items().size() != have.items().size()) {
        return false;
      }
      List<JsonValue> left = new ArrayList<>(have.items());
      for (int i = 0; i < want.items().size(); i++) {
        JsonValue item = want.items().get(i);
        int at = ignoresOrder || ignoresExtra ? find(item, left, ignoresOrder, ignoresExtra) : 0;
        if (at < 0 || left.isEmpty() || !isLike(item, left.get(at), ignoresOrder, ignoresExtra)) {
          return false;
        }
        left.remove(at);
      }
      return true;
    }
    return expected.equals(actual)
        || (expected instanceof JsonNumber a && actual instanceof JsonNumber b && a.sameValue(b));
  }

  private static int find(
      JsonValue item, List<JsonValue> among, boolean ignoresOrder, boolean ignoresExtra) {
    for (int i = 0; i < among.size(); i++) {
      if (isLike(item, among.get(i), ignoresOrder, ignoresExtra)) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> fields(String form, String name) {
    List<String> found = new ArrayList<>();
    for (String pair : form.split("&", -1)) {
      int sign = pair.indexOf('=');
      String key = Percent.decodeForm(sign < 0 ? pair : pair.substring(0, sign));
      if (key.equals(name) && !pair.isEmpty()) {
        found.add(sign < 0 ? "" : Percent.decodeForm(pair.substring(sign + 1)));
      }
    }
    return found;
  }

  private static List<String> cookies(HttpRequestMessage request, String name) {
    return Headers.all(request.headers(), "cookie").stream()
        .flatMap(line -> Arrays.stream(line.split(";")))
        .map(String::strip)
        .filter(
            pair -> pair.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .toList();
  }

  private static Answer yes(boolean isSo) {
    return isSo ? Answer.YES : Answer.NO;
  }
}
