package dev.concordat.contracts.mockserver;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.stub.ValuePattern.Text;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads how a body is compared: a text, a JSON value as it is, or an object that says how.
final class BodyReader {
  /// What such an object holds the expected in; the first that is there counts.
  private static final List<String> KINDS =
      List.of(
          "json",
          "jsonSchema",
          "jsonPath",
          "xml",
          "xmlSchema",
          "xpath",
          "regex",
          "string",
          "base64Bytes",
          "parameters",
          "filePath");

  private static final Set<String> OPTIONS =
      Set.of(
          "type",
          "not",
          "optional",
          "contentType",
          "matchType",
          "subString",
          "rawBytes",
          "namespacePrefixes",
          "parameterStyles");

  private final FieldReader fields;
  private final MultiValues values;

  BodyReader(FieldReader fields, MultiValues values) {
    this.fields = fields;
    this.values = values;
  }

  /// The member that says what a body is; empty where the object itself is the body.
  static Optional<String> kind(Node node) {
    boolean saysHow =
        node instanceof ObjectNode object
            && !object.members().isEmpty()
            && object.members().stream()
                .allMatch(one -> KINDS.contains(one.name()) || OPTIONS.contains(one.name()));
    return saysHow ? KINDS.stream().filter(((ObjectNode) node)::has).findFirst() : Optional.empty();
  }

  List<RequestCondition> read(Node node) {
    Optional<String> kind = kind(node);
    if (kind.isEmpty()) {
      ValuePattern pattern =
          node.toJson() instanceof JsonString(String text)
              ? Text.equalTo(text)
              : new ValuePattern.Json(node.toJson(), true, true);
      return List.of(on(pattern, node));
    }
    ObjectNode body = (ObjectNode) node;
    boolean isNot = fields.flag(body, "not");
    if (kind.get().equals("parameters")) {
      List<RequestCondition> form =
          values.read(body.get("parameters").orElse(body), RequestPart.FORM_FIELD, "parameters");
      var inner = new StubRequest(form, Optional.empty(), body.place());
      return isNot ? List.of(new RequestCondition.Not(inner, body.place())) : form;
    }
    return pattern(body, kind.get()).stream()
        .map(found -> on(isNot ? new ValuePattern.Not(found) : found, node))
        .toList();
  }

  private static RequestCondition on(ValuePattern pattern, Node node) {
    return new RequestCondition.On(RequestPart.BODY, "", pattern, node.place());
  }

  private Optional<ValuePattern> pattern(ObjectNode body, String kind) {
    Node given = body.get(kind).orElse(body);
    String text = StringReader.shown(given);
    return switch (kind) {
      case "json" -> json(given).map(json -> json(body, json));
      case "jsonSchema" -> json(given).map(ValuePattern.JsonSchema::new);
      case "jsonPath" -> Optional.of(new ValuePattern.JsonPath(text, Optional.empty()));
      case "xml" -> Optional.of(new ValuePattern.Xml(text));
      case "xpath" -> Optional.of(new ValuePattern.XPath(text, Optional.empty()));
      case "regex" -> Optional.of(regex(given, text));
      case "base64Bytes" -> fields.base64(body, kind).map(ValuePattern.Binary::new);
      case "string" -> Optional.of(string(body, text));
      default -> Optional.of(new ValuePattern.Other(kind, body.toJson()));
    };
  }

  private ValuePattern string(ObjectNode body, String text) {
    return fields.flag(body, "subString")
        ? new Text(Text.Relation.CONTAINS, text, false)
        : Text.equalTo(text);
  }

  private ValuePattern json(ObjectNode body, JsonValue json) {
    boolean isStrict = fields.text(body, "matchType").orElse("").equals("STRICT");
    return new ValuePattern.Json(json, !isStrict, !isStrict);
  }

  private ValuePattern regex(Node node, String pattern) {
    fields.checkRegex(node, pattern);
    return new ValuePattern.Regex(pattern, true, false);
  }

  private Optional<JsonValue> json(Node node) {
    if (!(node.toJson() instanceof JsonString(String text))) {
      return Optional.of(node.toJson());
    }
    var parsed = JsonParser.parse(text);
    parsed
        .failure()
        .ifPresent(
            failure ->
                fields.error(
                    "bad-json",
                    node.place(),
                    "the text is not JSON: " + failure.message(),
                    "write the JSON itself instead of a text"));
    return parsed.value();
  }
}
