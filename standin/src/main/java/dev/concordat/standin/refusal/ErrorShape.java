package dev.concordat.standin.refusal;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.resource.Naming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells a reason in an error body of somebody else's design: members that hold a text for people get the reason, those that
/// hold a status the status.
///
/// @param detail the reason
/// @param errors the breaches of {@link Reasons}
public record ErrorShape(int status, String title, String detail, List<JsonValue> errors) {
  private static final int MAX_DEPTH = 3;
  private static final Set<String> DETAILS =
      Set.of(
          "message",
          "detail",
          "details",
          "description",
          "reason",
          "msg",
          "errormessage",
          "errordescription",
          "error",
          "text",
          "errormsg",
          "userMessage");
  private static final Set<String> STATUSES =
      Set.of(
          "status", "statuscode", "httpstatus", "code", "errorcode", "httpstatuscode", "httpcode");

  public ErrorShape {
    errors = List.copyOf(errors);
  }

  /// The sample with the reason in it.
  public JsonValue told(JsonValue sample, Schema schema) {
    return told(sample, schema, 0);
  }

  private JsonValue told(JsonValue sample, Schema schema, int depth) {
    if (depth > MAX_DEPTH) {
      return sample;
    }
    return switch (sample) {
      case JsonObject object -> object(object, schema, depth);
      case JsonArray(List<JsonValue> items) when !items.isEmpty() ->
          SchemaShape.item(schema)
              .<JsonValue>map(item -> JsonArray.of(told(items.getFirst(), item, depth + 1)))
              .orElse(sample);
      default -> sample;
    };
  }

  private JsonValue object(JsonObject sample, Schema schema, int depth) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> member : sample.members().entrySet()) {
      Optional<Schema> inner = SchemaShape.property(schema, member.getKey());
      Optional<JsonValue> value = inner.flatMap(it -> scalar(Naming.plain(member.getKey()), it));
      members.put(
          member.getKey(),
          value
              .or(() -> inner.map(it -> told(member.getValue(), it, depth + 1)))
              .orElse(member.getValue()));
    }
    var told = new JsonObject(members);
    return schema.accepts(told, Direction.RESPONSE) ? told : sample;
  }

  private Optional<JsonValue> scalar(String plain, Schema schema) {
    Optional<JsonValue> value =
        DETAILS.contains(plain)
            ? Optional.of(new JsonString(detail))
            : plain.equals("title")
                ? Optional.of(new JsonString(title))
                : STATUSES.contains(plain) ? status(schema) : Optional.empty();
    return value.filter(it -> schema.accepts(it, Direction.RESPONSE));
  }

  /// Numbers only: a code that is a word has a meaning of its own.
  private Optional<JsonValue> status(Schema schema) {
    return SchemaShape.types(schema).contains("number")
        ? Optional.of(JsonNumber.of(status))
        : Optional.empty();
  }

  /// A problem of RFC 9457.
  JsonObject problem() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("title", new JsonString(title));
    members.put("status", JsonNumber.of(status));
    members.put("detail", new JsonString(detail));
    if (!errors.isEmpty()) {
      members.put("errors", new JsonArray(errors));
    }
    return new JsonObject(members);
  }
}
