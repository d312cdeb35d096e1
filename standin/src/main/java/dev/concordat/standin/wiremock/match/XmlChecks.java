package dev.concordat.standin.wiremock.match;

import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.wiremock.WireMockReader;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.wiremock.xml.XPathExpression;
import dev.concordat.standin.wiremock.xml.XmlDocuments;
import dev.concordat.standin.wiremock.xml.XmlEquality;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.w3c.dom.Document;

/// `equalToXml` and `matchesXPath`.
final class XmlChecks {
  private static final String OPENING = "\\$\\{";
  private static final String CLOSING = "\\}";

  private XmlChecks() {}

  static ValueCheck equalTo(String expected, JsonObject options, ValueChecks checks) {
    boolean isAware = !ValueChecks.text(options, "namespaceAwareness").orElse("").equals("NONE");
    Optional<Document> document = XmlDocuments.parse(expected, isAware);
    if (document.isEmpty()) {
      return checks.never("equalToXml needs XML, not '" + expected + "'");
    }
    Optional<Pattern> placeholders;
    try {
      placeholders = placeholders(options);
    } catch (PatternSyntaxException e) {
      return checks.never(
          "the delimiters of placeholders are no regular expressions: " + e.getMessage());
    }
    var equality =
        new XmlEquality(
            exempted(options), isSet(options, "ignoreOrderOfSameNode"), isAware, placeholders);
    return subject -> subject.isPresent() && accepts(equality, document.get(), subject.text());
  }

  /// Documents may not be read by two threads at once.
  private static boolean accepts(XmlEquality equality, Document expected, String text) {
    synchronized (expected) {
      return equality.accepts(expected, text);
    }
  }

  private static Optional<Pattern> placeholders(JsonObject options) {
    return isSet(options, "enablePlaceholders")
        ? Optional.of(
            XmlEquality.placeholders(
                ValueChecks.text(options, "placeholderOpeningDelimiterRegex").orElse(OPENING),
                ValueChecks.text(options, "placeholderClosingDelimiterRegex").orElse(CLOSING)))
        : Optional.empty();
  }

  private static boolean isSet(JsonObject options, String name) {
    return options.member(name).orElse(null) instanceof JsonBoolean(boolean is) && is;
  }

  private static Set<String> exempted(JsonObject options) {
    var exempted = new HashSet<String>();
    if (options.member("exemptedComparisons").orElse(null)
        instanceof JsonArray(List<JsonValue> items)) {
      for (JsonValue item : items) {
        if (item instanceof JsonString(String text)) {
          exempted.add(text);
        }
      }
    }
    return exempted;
  }

  static ValueCheck xPath(
      String expression, JsonObject options, Optional<ValueCheck> inner, ValueChecks checks) {
    Map<String, String> namespaces = new HashMap<>();
    if (options.member("xPathNamespaces").orElse(null) instanceof JsonObject named) {
      named
          .members()
          .forEach(
              (prefix, uri) ->
                  namespaces.put(
                      prefix, uri instanceof JsonString(String text) ? text : uri.toString()));
    }
    Optional<XPathExpression> path = XPathExpression.compile(expression, namespaces);
    if (path.isEmpty()) {
      return checks.never("'" + expression + "' is no XPath expression");
    }
    return new ValueCheck() {
      @Override
      public boolean accepts(Subject subject) {
        return distance(subject) == 0;
      }

      @Override
      public double distance(Subject subject) {
        List<String> found = subject.isPresent() ? path.get().find(subject.text()) : List.of();
        return inner.isEmpty()
            ? found.isEmpty() ? 1 : 0
            : found.stream()
                .mapToDouble(text -> inner.get().distance(Subject.of(text)))
                .min()
                .orElse(1);
      }
    };
  }

  /// The pattern that stands beside an expression.
  static Optional<ValueCheck> inner(JsonObject beside, ValueChecks checks) {
    JsonObject pattern = beside.without("expression").without("xPathNamespaces");
    if (pattern.size() == 0) {
      return Optional.empty();
    }
    // The reader of mappings reads whole requests; this one has the pattern for its body.
    var request = new JsonObject(Map.of("bodyPatterns", JsonArray.of(pattern)));
    byte[] text = request.toString().getBytes(StandardCharsets.UTF_8);
    var read = WireMockReader.readRequest(new DocumentReader(Path.of(".")).parse("", text));
    return read.request()
        .on(RequestPart.BODY)
        .<ValuePattern>map(on -> on.pattern())
        .findFirst()
        .map(checks::of);
  }
}
