package dev.concordat.contracts.mountebank;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.stub.ValuePattern.Text;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A predicate whose operator compares fields of the request.
final class FieldPredicate {
  private static final Map<String, RequestPart> FIELDS =
      Map.of(
          "requestFrom", RequestPart.CLIENT_ADDRESS,
          "ip", RequestPart.CLIENT_ADDRESS,
          "method", RequestPart.METHOD,
          "path", RequestPart.PATH,
          "body", RequestPart.BODY);

  private static final Map<String, RequestPart> NAMED_FIELDS =
      Map.of(
          "query", RequestPart.QUERY_PARAMETER,
          "headers", RequestPart.HEADER,
          "form", RequestPart.FORM_FIELD);

  private final FieldReader fields;
  private final ObjectNode predicate;
  private final String operator;
  private final boolean ignoresCase;
  private final List<RequestCondition> conditions = new ArrayList<>();

  FieldPredicate(FieldReader fields, ObjectNode predicate, String operator) {
    this.fields = fields;
    this.predicate = predicate;
    this.operator = operator;
    this.ignoresCase = !fields.flag(predicate, "caseSensitive");
  }

  List<RequestCondition> read(ObjectNode operands) {
    for (ObjectNode.Member member : operands.members()) {
      RequestPart named = NAMED_FIELDS.get(member.name());
      RequestPart single = FIELDS.get(member.name());
      if (named != null && member.value() instanceof ObjectNode values) {
        named(named, member, values);
      } else if (single != null) {
        add(single, "", member, member.value());
      } else if (named != null) {
        add(named, "", member, member.value());
      } else {
        unknown(member);
      }
    }
    return conditions;
  }

  private void unknown(ObjectNode.Member member) {
    fields.warning(
        "unknown-member",
        member.place(),
        "a request has no field \"" + member.name() + "\"; it is not used",
        "fields are method, path, query, headers, body, form, requestFrom and ip");
  }

  private void named(RequestPart part, ObjectNode.Member member, ObjectNode values) {
    for (ObjectNode.Member one : values.members()) {
      add(part, one.name(), one, one.value());
    }
    if (operator.equals("deepEquals")) {
      // Nothing else may be there, which no condition on a single name can say.
      conditions.add(new RequestCondition.Unjudged("no other " + member.name(), member.place()));
    }
  }

  private void add(RequestPart part, String name, ObjectNode.Member member, Node value) {
    conditions.add(new RequestCondition.On(part, name, pattern(part, value), member.place()));
  }

  private ValuePattern pattern(RequestPart part, Node value) {
    boolean hasExcept = Reading.text(predicate, "except").filter(e -> !e.isEmpty()).isPresent();
    if (hasExcept) {
      return other();
    }
    ValuePattern pattern = plain(part, value);
    if (part != RequestPart.BODY) {
      return pattern;
    }
    Optional<ValuePattern> selected =
        selector("jsonpath")
            .<ValuePattern>map(path -> new ValuePattern.JsonPath(path, Optional.of(pattern)))
            .or(
                () ->
                    selector("xpath")
                        .map(path -> new ValuePattern.XPath(path, Optional.of(pattern))));
    return selected.orElse(pattern);
  }

  private Optional<String> selector(String member) {
    return fields.object(predicate, member).flatMap(found -> fields.text(found, "selector"));
  }

  private ValuePattern plain(RequestPart part, Node value) {
    return switch (value) {
      case ArrayNode array when operator.equals("deepEquals") -> several(true, part, array);
      case ArrayNode array -> several(false, part, array);
      case ObjectNode object -> object(object.toJson());
      case Node scalar -> scalar(scalar);
    };
  }

  private ValuePattern several(boolean isExact, RequestPart part, ArrayNode array) {
    return new ValuePattern.Several(
        isExact, array.items().stream().map(item -> plain(part, item)).toList());
  }

  /// A body that is compared as JSON.
  private ValuePattern object(JsonValue json) {
    return switch (operator) {
      case "equals" -> new ValuePattern.Json(json, true, true);
      case "deepEquals" -> new ValuePattern.Json(json, true, false);
      default -> other();
    };
  }

  private ValuePattern scalar(Node value) {
    JsonValue json = value.toJson();
    String text = json instanceof JsonString(String given) ? given : json.toString();
    return switch (operator) {
      case "exists" -> new ValuePattern.Presence(!(json instanceof JsonBoolean(boolean is)) || is);
      case "contains" -> new Text(Text.Relation.CONTAINS, text, ignoresCase);
      case "startsWith" -> new Text(Text.Relation.STARTS_WITH, text, ignoresCase);
      case "endsWith" -> new Text(Text.Relation.ENDS_WITH, text, ignoresCase);
      case "matches" -> regex(value, text);
      default -> new Text(Text.Relation.EQUALS, text, ignoresCase);
    };
  }

  private ValuePattern regex(Node value, String text) {
    fields.checkRegex(value, text);
    return new ValuePattern.Regex(text, false, ignoresCase);
  }

  private ValuePattern other() {
    JsonObject written = predicate.toJson();
    return new ValuePattern.Other(operator, written);
  }
}
