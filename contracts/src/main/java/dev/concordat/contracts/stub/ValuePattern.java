package dev.concordat.contracts.stub;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// How one value of a request is compared. Regular expressions are kept as text: whoever runs one must bound its cost
/// (`SafePatterns`).
public sealed interface ValuePattern {
  /// The only text that the pattern accepts; empty where there are several.
  default Optional<String> onlyText() {
    return Optional.empty();
  }

  /// Text compared with text.
  record Text(Relation relation, String text, boolean ignoresCase) implements ValuePattern {
    /// What the value does with the text.
    public enum Relation {
      EQUALS,
      CONTAINS,
      STARTS_WITH,
      ENDS_WITH
    }

    public static Text equalTo(String text) {
      return new Text(Relation.EQUALS, text, false);
    }

    @Override
    public Optional<String> onlyText() {
      return relation == Relation.EQUALS ? Optional.of(text) : Optional.empty();
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /// A regular expression.
  ///
  /// @param isWhole whether it must match the whole value, not only somewhere in it
  record Regex(String pattern, boolean isWhole, boolean ignoresCase) implements ValuePattern {
    @Override
    public String toString() {
      return pattern;
    }
  }

  /// Text in which `*` stands for any characters.
  record Glob(String pattern) implements ValuePattern {
    @Override
    public String toString() {
      return pattern;
    }
  }

  /// A path such as `/orders/{id}`.
  record PathTemplate(String template) implements ValuePattern {
    @Override
    public String toString() {
      return template;
    }
  }

  /// The same bytes.
  record Binary(Bytes bytes) implements ValuePattern {}

  /// Equal JSON.
  record Json(JsonValue expected, boolean ignoresOrder, boolean ignoresExtra)
      implements ValuePattern {}

  /// The expression finds something; and what it finds is like the inner pattern.
  record JsonPath(String expression, Optional<ValuePattern> found) implements ValuePattern {}

  /// Valid against the schema.
  record JsonSchema(JsonValue schema) implements ValuePattern {}

  /// Equal XML.
  record Xml(String expected) implements ValuePattern {}

  /// The expression finds something; and what it finds is like the inner pattern.
  record XPath(String expression, Optional<ValuePattern> found) implements ValuePattern {}

  /// The value is there, or is not.
  record Presence(boolean isPresent) implements ValuePattern {}

  /// All patterns hold.
  record AllOf(List<ValuePattern> patterns) implements ValuePattern {
    public AllOf {
      patterns = List.copyOf(patterns);
    }
  }

  /// One of the patterns holds.
  record AnyOf(List<ValuePattern> patterns) implements ValuePattern {
    public AnyOf {
      patterns = List.copyOf(patterns);
    }
  }

  /// The pattern does not hold.
  record Not(ValuePattern pattern) implements ValuePattern {}

  /// A value that comes several times: each pattern holds for one of them.
  ///
  /// @param isExact whether there may be no values but those
  record Several(boolean isExact, List<ValuePattern> patterns) implements ValuePattern {
    public Several {
      patterns = List.copyOf(patterns);
    }
  }

  /// An operator of the tool that is known, and compared by the tool only.
  ///
  /// @param written the pattern as it stands in the file
  record Other(String operator, JsonObject written) implements ValuePattern {}
}
