package dev.concordat.standin.wiremock.match;

import dev.concordat.contracts.http.PathTemplate;
import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.PatternEngine;
import dev.concordat.standin.wiremock.moment.MomentPattern;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes patterns ready to run. What cannot be run is told, and never holds.
final class ValueChecks {
  private static final SafePatterns PATTERNS = new SafePatterns();
  private static final ValueCheck NEVER = subject -> false;

  private final Clock clock;
  private final Consumer<String> complaints;

  /// @param complaints takes sentences about patterns that cannot be run
  ValueChecks(Clock clock, Consumer<String> complaints) {
    this.clock = clock;
    this.complaints = complaints;
  }

  ValueCheck of(ValuePattern pattern) {
    return switch (pattern) {
      case ValuePattern.Text text -> new TextCheck(text);
      case ValuePattern.Regex regex -> regex(regex);
      case ValuePattern.Glob(String glob) -> never("globs are not WireMock's: " + glob);
      case ValuePattern.PathTemplate(String template) -> {
        var path = PathTemplate.of(template);
        yield subject -> subject.isPresent() && path.match(subject.text()).isPresent();
      }
      case ValuePattern.Binary(Bytes bytes) ->
          subject -> subject.isPresent() && subject.bytes().equals(bytes);
      case ValuePattern.Json json -> new JsonCheck(json);
      case ValuePattern.JsonPath(String expression, Optional<ValuePattern> found) ->
          JsonPathCheck.of(expression, found, this);
      case ValuePattern.JsonSchema(JsonValue schema) ->
          SchemaCheck.of(schema, Optional.empty(), this);
      case ValuePattern.Xml(String expected) -> XmlChecks.equalTo(expected, JsonObject.EMPTY, this);
      case ValuePattern.XPath(String expression, Optional<ValuePattern> found) ->
          XmlChecks.xPath(expression, JsonObject.EMPTY, found.map(this::of), this);
      case ValuePattern.Presence(boolean isPresent) -> subject -> subject.isPresent() == isPresent;
      case ValuePattern.AllOf(List<ValuePattern> all) -> new EveryCheck(all(all));
      case ValuePattern.AnyOf(List<ValuePattern> any) -> new AnyCheck(all(any));
      case ValuePattern.Not(ValuePattern not) -> new NotCheck(of(not));
      case ValuePattern.Several several ->
          never("hasExactly and includes are for query parameters, headers and form fields only");
      case ValuePattern.Other(String operator, JsonObject written) -> other(operator, written);
    };
  }

  List<ValueCheck> all(List<ValuePattern> patterns) {
    return patterns.stream().map(this::of).toList();
  }

  ValueCheck never(String reason) {
    complaints.accept(reason);
    return NEVER;
  }

  private static ValueCheck regex(ValuePattern.Regex regex) {
    // WireMock's dot means line ends too.
    String pattern = (regex.ignoresCase() ? "(?si)" : "(?s)") + regex.pattern();
    return subject ->
        subject.isPresent()
            && (regex.isWhole()
                    ? PATTERNS.match(pattern, subject.text())
                    : PATTERNS.find(pattern, subject.text()))
                == PatternEngine.Answer.MATCHES;
  }

  private ValueCheck other(String operator, JsonObject written) {
    return switch (operator) {
      case "before", "after", "equalToDateTime" -> moment(operator, written);
      case "equalToNumber",
          "greaterThanNumber",
          "greaterThanEqualNumber",
          "lessThanNumber",
          "lessThanEqualNumber" ->
          NumberCheck.of(operator, written, this);
      case "isOneOf", "isNoneOf" -> oneOf(operator, written);
      case "equalToXml" -> XmlChecks.equalTo(text(written, operator).orElse(""), written, this);
      case "matchesXPath" -> xPath(written);
      case "matchesJsonSchema" ->
          SchemaCheck.of(
              written.member(operator).orElse(JsonObject.EMPTY),
              text(written, "schemaVersion"),
              this);
      default -> never("the operator '" + operator + "' is not supported");
    };
  }

  private ValueCheck moment(String operator, JsonObject written) {
    return switch (MomentPattern.read(operator, written, clock)) {
      case MomentPattern.Read.Good(var pattern) ->
          subject -> subject.isPresent() && pattern.accepts(subject.text());
      case MomentPattern.Read.Bad(String reason) -> never(reason);
    };
  }

  private static ValueCheck oneOf(String operator, JsonObject written) {
    List<JsonValue> values =
        written.member(operator).orElse(null) instanceof JsonArray(List<JsonValue> items)
            ? items
            : List.of();
    boolean isWanted = operator.equals("isOneOf");
    return subject ->
        subject.isPresent() && values.contains(new JsonString(subject.text())) == isWanted;
  }

  private ValueCheck xPath(JsonObject written) {
    if (written.member("matchesXPath").orElse(null) instanceof JsonObject inner) {
      JsonObject names = inner.has("xPathNamespaces") ? inner : written;
      return XmlChecks.xPath(
          text(inner, "expression").orElse(""), names, XmlChecks.inner(inner, this), this);
    }
    return XmlChecks.xPath(
        text(written, "matchesXPath").orElse(""), written, Optional.empty(), this);
  }

  static Optional<String> text(JsonObject object, String name) {
    return object.member(name).orElse(null) instanceof JsonString(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /// Text compared with text.
  private record TextCheck(ValuePattern.Text expected) implements ValueCheck {
    @Override
    public boolean accepts(Subject subject) {
      if (!subject.isPresent()) {
        return false;
      }
      String text = subject.text();
      if (expected.relation() == ValuePattern.Text.Relation.EQUALS) {
        return expected.ignoresCase()
            ? expected.text().equalsIgnoreCase(text)
            : expected.text().equals(text);
      }
      String wanted = folded(expected.text());
      String given = folded(text);
      return switch (expected.relation()) {
        case EQUALS -> given.equals(wanted);
        case CONTAINS -> given.contains(wanted);
        case STARTS_WITH -> given.startsWith(wanted);
        case ENDS_WITH -> given.endsWith(wanted);
      };
    }

    private String folded(String text) {
      return expected.ignoresCase() ? text.toLowerCase(Locale.ROOT) : text;
    }

    @Override
    public double distance(Subject subject) {
      return accepts(subject)
          ? 0
          : subject.isPresent() ? Distance.between(expected.text(), subject.text()) : 1;
    }
  }

  private record EveryCheck(List<ValueCheck> all) implements ValueCheck {
    @Override
    public boolean accepts(Subject subject) {
      return all.stream().allMatch(one -> one.accepts(subject));
    }

    @Override
    public double distance(Subject subject) {
      return all.stream().mapToDouble(one -> one.distance(subject)).average().orElse(0);
    }
  }

  private record AnyCheck(List<ValueCheck> any) implements ValueCheck {
    @Override
    public boolean accepts(Subject subject) {
      return any.stream().anyMatch(one -> one.accepts(subject));
    }

    @Override
    public double distance(Subject subject) {
      return any.stream().mapToDouble(one -> one.distance(subject)).min().orElse(1);
    }
  }

  private record NotCheck(ValueCheck not) implements ValueCheck {
    @Override
    public boolean accepts(Subject subject) {
      return !not.accepts(subject);
    }
  }
}
