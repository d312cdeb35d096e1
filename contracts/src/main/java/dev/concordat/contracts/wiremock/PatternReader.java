package dev.concordat.contracts.wiremock;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.stub.ValuePattern.Text;
import dev.concordat.contracts.stub.ValuePattern.Text.Relation;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.DidYouMean;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads how a value is compared (wiremock.org, "Request matching").
final class PatternReader {
  /// Operators that say how values are computed with before they are compared; WireMock alone judges them.
  private static final Set<String> OTHERS =
      Set.of(
          "before",
          "after",
          "equalToDateTime",
          "equalToNumber",
          "greaterThanNumber",
          "greaterThanEqualNumber",
          "lessThanNumber",
          "lessThanEqualNumber",
          "isOneOf",
          "isNoneOf");

  private static final Set<String> KNOWN =
      Set.of(
          "equalTo",
          "binaryEqualTo",
          "contains",
          "doesNotContain",
          "matches",
          "doesNotMatch",
          "equalToJson",
          "matchesJsonPath",
          "matchesJsonSchema",
          "equalToXml",
          "matchesXPath",
          "absent",
          "and",
          "or",
          "not",
          "anything",
          "matchesPathTemplate",
          "hasExactly",
          "includes");

  /// What stands beside an operator and says how it compares.
  private static final Set<String> OPTIONS =
      Set.of(
          "expression",
          "caseInsensitive",
          "ignoreArrayOrder",
          "ignoreExtraElements",
          "enablePlaceholders",
          "placeholderOpeningDelimiterRegex",
          "placeholderClosingDelimiterRegex",
          "exemptedComparisons",
          "ignoreOrderOfSameNode",
          "namespaceAwareness",
          "schemaVersion",
          "xPathNamespaces",
          "actualFormat",
          "truncateExpected",
          "truncateActual",
          "applyTruncationLast",
          "expectedOffset",
          "expectedOffsetUnit");

  private static final Set<String> MEMBERS =
      Stream.of(KNOWN, OTHERS, OPTIONS).flatMap(Set::stream).collect(Collectors.toSet());

  private final FieldReader fields;

  PatternReader(FieldReader fields) {
    this.fields = fields;
  }

  Optional<ValuePattern> read(Node node) {
    if (!(node instanceof ObjectNode pattern)) {
      fields.error(
          "bad-pattern",
          node.place(),
          "a pattern is an object, this is " + Shown.node(node),
          "write {\"equalTo\": " + Shown.node(node) + "}");
      return Optional.empty();
    }
    return pattern.members().stream()
        .filter(member -> KNOWN.contains(member.name()) || OTHERS.contains(member.name()))
        .findFirst()
        .flatMap(member -> read(pattern, member))
        .or(() -> unknown(pattern));
  }

  private Optional<ValuePattern> unknown(ObjectNode pattern) {
    boolean isReadInVain = pattern.members().stream().anyMatch(m -> KNOWN.contains(m.name()));
    if (!isReadInVain) {
      fields.warning(
          "unknown-operator",
          pattern.place(),
          "the pattern " + pattern + " has no operator that is known",
          pattern.members().stream()
              .map(member -> DidYouMean.sentence(member.name(), KNOWN).strip())
              .filter(guess -> !guess.isEmpty())
              .findFirst()
              .orElse("operators are " + String.join(", ", KNOWN.stream().sorted().toList())));
    }
    return Optional.empty();
  }

  private Optional<ValuePattern> read(ObjectNode pattern, ObjectNode.Member member) {
    String operator = member.name();
    Node operand = member.value();
    fields.expectOnly(pattern, "a pattern", MEMBERS);
    if (hasOwnOptions(operator, pattern, operand)) {
      return Optional.of(new ValuePattern.Other(operator, pattern.toJson()));
    }
    boolean ignoresCase = fields.flag(pattern, "caseInsensitive");
    return switch (operator) {
      case "equalTo" -> Optional.of(new Text(Relation.EQUALS, text(operand), ignoresCase));
      case "contains" -> Optional.of(new Text(Relation.CONTAINS, text(operand), ignoresCase));
      case "doesNotContain" ->
          Optional.of(
              new ValuePattern.Not(new Text(Relation.CONTAINS, text(operand), ignoresCase)));
      case "matches" -> Optional.of(regex(operand));
      case "doesNotMatch" -> Optional.of(new ValuePattern.Not(regex(operand)));
      case "binaryEqualTo" -> fields.base64(operand, text(operand)).map(ValuePattern.Binary::new);
      case "equalToJson" -> json(operand).map(value -> json(pattern, value));
      case "matchesJsonSchema" -> json(operand).map(ValuePattern.JsonSchema::new);
      case "matchesJsonPath" ->
          expression(operand).map(text -> new ValuePattern.JsonPath(text, inner(operand)));
      case "equalToXml" -> Optional.of(new ValuePattern.Xml(text(operand)));
      case "matchesXPath" ->
          expression(operand).map(text -> new ValuePattern.XPath(text, inner(operand)));
      case "absent" ->
          Optional.of(new ValuePattern.Presence(!Reading.flag(pattern, operator).orElse(true)));
      case "anything" -> Optional.of(new ValuePattern.AllOf(List.of()));
      case "matchesPathTemplate" -> Optional.of(new ValuePattern.PathTemplate(text(operand)));
      case "and" -> Optional.of(new ValuePattern.AllOf(all(pattern, operator)));
      case "or" -> Optional.of(new ValuePattern.AnyOf(all(pattern, operator)));
      case "not" -> read(operand).map(ValuePattern.Not::new);
      case "hasExactly" -> Optional.of(new ValuePattern.Several(true, all(pattern, operator)));
      case "includes" -> Optional.of(new ValuePattern.Several(false, all(pattern, operator)));
      default -> Optional.of(new ValuePattern.Other(operator, pattern.toJson()));
    };
  }

  /// Whether the pattern says more of how it compares than the model has words for.
  private static boolean hasOwnOptions(String operator, ObjectNode pattern, Node operand) {
    return switch (operator) {
      case "matchesJsonSchema" -> pattern.has("schemaVersion");
      case "equalToXml" -> pattern.members().size() > 1;
      case "matchesXPath" ->
          pattern.has("xPathNamespaces")
              || (operand instanceof ObjectNode object && object.has("xPathNamespaces"));
      default -> false;
    };
  }

  private static ValuePattern json(ObjectNode pattern, JsonValue value) {
    return new ValuePattern.Json(
        value,
        Reading.flag(pattern, "ignoreArrayOrder").orElse(false),
        Reading.flag(pattern, "ignoreExtraElements").orElse(false));
  }

  private List<ValuePattern> all(ObjectNode pattern, String operator) {
    return fields.items(pattern, operator).stream().flatMap(one -> read(one).stream()).toList();
  }

  private ValuePattern regex(Node operand) {
    String pattern = text(operand);
    fields.checkRegex(operand, pattern);
    return new ValuePattern.Regex(pattern, true, false);
  }

  /// JSON, either as it is or as text.
  private Optional<JsonValue> json(Node operand) {
    if (!(operand.toJson() instanceof JsonString(String text))) {
      return Optional.of(operand.toJson());
    }
    var parsed = JsonParser.parse(text);
    parsed
        .failure()
        .ifPresent(
            failure ->
                fields.error(
                    "bad-json",
                    operand.place(),
                    "the text is not JSON: " + failure.message(),
                    "write the JSON itself instead of a text"));
    return parsed.value();
  }

  /// The expression of `matchesJsonPath` and `matchesXPath`, which stands alone or beside an operator.
  private Optional<String> expression(Node operand) {
    if (!(operand instanceof ObjectNode object)) {
      return Optional.of(text(operand));
    }
    if (!object.has("expression")) {
      fields.error(
          "bad-pattern",
          operand.place(),
          "the pattern " + Shown.node(operand) + " has no 'expression'",
          "write {\"expression\": \"$.id\", …} or the expression alone");
      return Optional.empty();
    }
    return fields.text(object, "expression");
  }

  private Optional<ValuePattern> inner(Node operand) {
    boolean hasOperator =
        operand instanceof ObjectNode object
            && object.members().stream().anyMatch(member -> !isOption(member.name()));
    return hasOperator && !(operand instanceof ArrayNode) ? read(operand) : Optional.empty();
  }

  private static boolean isOption(String name) {
    return name.equals("expression") || name.equals("xPathNamespaces");
  }

  /// WireMock compares with texts only, and refuses to load anything else.
  private String text(Node operand) {
    if (operand.toJson() instanceof JsonString(String text)) {
      return text;
    }
    fields.error(
        "bad-pattern",
        operand.place(),
        "what is compared with is a text, this is " + Shown.node(operand),
        "write it as a text, or use equalToJson");
    return operand.toString();
  }
}
