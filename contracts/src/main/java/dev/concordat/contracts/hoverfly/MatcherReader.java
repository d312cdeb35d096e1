package dev.concordat.contracts.hoverfly;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.DidYouMean;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads the matchers of a request (docs.hoverfly.io, "Request matchers").
final class MatcherReader {
  private static final Set<String> MEMBERS = Set.of("matcher", "value", "config", "doMatch");

  private static final Set<String> NAMES =
      Set.of(
          "exact",
          "glob",
          "regex",
          "negate",
          "json",
          "jsonpartial",
          "jsonpath",
          "xml",
          "xpath",
          "xmltemplated",
          "array",
          "form",
          "jwt",
          "jwtjsonpath");

  private final FieldReader fields;

  MatcherReader(FieldReader fields) {
    this.fields = fields;
  }

  /// The matchers of a field, of which there may also be one without a list.
  static List<Node> all(Node node) {
    return node instanceof ArrayNode array ? array.items() : List.of(node);
  }

  Optional<ValuePattern> read(Node node) {
    if (!(node instanceof ObjectNode matcher)) {
      fields.error(
          "bad-pattern",
          node.place(),
          "a matcher is an object, this is " + Shown.node(node),
          "write {\"matcher\": \"exact\", \"value\": " + Shown.node(node) + "}");
      return Optional.empty();
    }
    fields.expectOnly(matcher, "a matcher", MEMBERS);
    Optional<Node> value = Reading.member(matcher, "value");
    if (value.isEmpty()) {
      fields.error("bad-pattern", node.place(), "the matcher has no value", "add \"value\"");
      return Optional.empty();
    }
    return pattern(matcher, value.get());
  }

  private Optional<ValuePattern> pattern(ObjectNode matcher, Node value) {
    String name = fields.text(matcher, "matcher").orElse("exact").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "", "exact" -> Optional.of(ValuePattern.Text.equalTo(text(value)));
      case "negate" -> Optional.of(new ValuePattern.Not(ValuePattern.Text.equalTo(text(value))));
      case "glob" -> Optional.of(new ValuePattern.Glob(text(value)));
      case "regex" -> Optional.of(regex(value));
      case "json" -> json(value).map(json -> new ValuePattern.Json(json, false, false));
      case "jsonpartial" -> json(value).map(json -> new ValuePattern.Json(json, true, true));
      case "jsonpath" -> Optional.of(new ValuePattern.JsonPath(text(value), chained(matcher)));
      case "xml" -> Optional.of(new ValuePattern.Xml(text(value)));
      case "xpath" -> Optional.of(new ValuePattern.XPath(text(value), chained(matcher)));
      case "array" -> Optional.of(array(matcher, value));
      case "xmltemplated", "form", "jwt", "jwtjsonpath" ->
          Optional.of(new ValuePattern.Other(name, matcher.toJson()));
      default -> unknown(matcher, name);
    };
  }

  private Optional<ValuePattern> unknown(ObjectNode matcher, String name) {
    String guess = DidYouMean.sentence(name, NAMES).strip();
    fields.warning(
        "unknown-operator",
        matcher.get("matcher").orElse(matcher).place(),
        "the matcher " + Shown.text(name) + " is not known; it is not used",
        guess.isEmpty() ? "matchers are " + String.join(", ", new TreeSet<>(NAMES)) : guess);
    return Optional.empty();
  }

  /// What is found is given to the next matcher.
  private Optional<ValuePattern> chained(ObjectNode matcher) {
    return Reading.member(matcher, "doMatch").flatMap(this::read);
  }

  private ValuePattern regex(Node value) {
    String pattern = text(value);
    fields.checkRegex(value, pattern);
    return new ValuePattern.Regex(pattern, false, false);
  }

  private static ValuePattern array(ObjectNode matcher, Node value) {
    boolean ignoresUnknown =
        matcher.get("config").orElse(matcher) instanceof ObjectNode config
            && Reading.flag(config, "ignoreUnknown").orElse(false);
    List<ValuePattern> items =
        all(value).stream()
            .<ValuePattern>map(item -> ValuePattern.Text.equalTo(text(item)))
            .toList();
    return new ValuePattern.Several(!ignoresUnknown, items);
  }

  private Optional<JsonValue> json(Node value) {
    if (!(value.toJson() instanceof JsonString(String text))) {
      return Optional.of(value.toJson());
    }
    var parsed = JsonParser.parse(text);
    parsed
        .failure()
        .ifPresent(
            failure ->
                fields.error(
                    "bad-json",
                    value.place(),
                    "the text is not JSON: " + failure.message(),
                    "mend it, or use the matcher \"exact\""));
    return parsed.value();
  }

  private static String text(Node value) {
    return value.toJson() instanceof JsonString(String text) ? text : value.toString();
  }
}
