package dev.concordat.compare.openapi;

import dev.concordat.compare.schema.Edit;
import dev.concordat.compare.schema.Edit.Change;
import dev.concordat.compare.schema.SchemaDifference;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What differs between two schemas, in words.
///
/// @param roles how the two contracts are told apart
record EditWords(Roles roles) {
  private static final int MAX_EDITS = 3;

  /// One sentence with the actual values: `/items/*/qty: maximum was 10 and is 5`.
  String of(SchemaDifference difference) {
    String what =
        difference.edits().isEmpty()
            ? "other values are allowed"
            : difference.edits().stream()
                .limit(MAX_EDITS)
                .map(this::of)
                .distinct()
                .collect(Collectors.joining("; "));
    int more = difference.edits().size() - MAX_EDITS;
    String rest = more > 0 ? "; and " + more + " more" : "";
    String where = difference.pointer().isEmpty() ? "" : difference.pointer() + ": ";
    return where + what + rest;
  }

  private String of(Edit edit) {
    return switch (edit.keyword()) {
      case "properties" -> cameOrWent(edit, "the member '" + edit.name() + "'");
      case "patternProperties" -> cameOrWent(edit, "what is said of members /" + edit.name() + "/");
      case "required" ->
          roles.is("the member '" + edit.name() + "'", "required", edit.change() == Change.ADDED);
      case "enum" -> cameOrWent(edit, "the value " + either(edit).orElse(edit.name()));
      case "x-extensible-enum" ->
          cameOrWent(edit, "the value " + either(edit).orElse(edit.name()) + " of the open list");
      case Edit.NOTHING -> nothing(edit);
      case Edit.NULLABLE -> roles.is("null", "allowed", isThere(edit));
      case "allOf", "anyOf", "oneOf" ->
          cameOrWent(
              edit,
              (edit.keyword().equals("allOf") ? "a part" : "an alternative")
                  + (edit.name().isEmpty() ? "" : " (" + edit.name() + ")")
                  + " of "
                  + edit.keyword());
      default -> plain(edit);
    };
  }

  /// What can be sent is nothing: of the whole message, or of a part of it.
  private static String nothing(Edit edit) {
    return (edit.pointer().isEmpty() ? "no message can be sent" : "no value can be sent here")
        + ": what is declared contradicts itself, or alternatives of oneOf take the same values";
  }

  private String plain(Edit edit) {
    String keyword = edit.keyword() + (edit.name().isEmpty() ? "" : " '" + edit.name() + "'");
    Optional<String> before = edit.before().value().map(EditWords::shown);
    Optional<String> after = edit.after().value().map(EditWords::shown);
    if (before.isPresent() && after.isPresent()) {
      return roles.changed(keyword, before.get(), after.get());
    }
    return before
        .or(() -> after)
        .map(value -> roles.has(keyword + " " + value, after.isPresent()))
        .orElseGet(() -> cameOrWent(edit, keyword));
  }

  /// A list of one type is that type.
  private static String shown(JsonValue value) {
    return Words.shown(
        value instanceof JsonArray(List<JsonValue> items) && items.size() == 1
            ? items.getFirst()
            : value);
  }

  private String cameOrWent(Edit edit, String noun) {
    return switch (edit.change()) {
      case ADDED, SET -> roles.has(noun, true);
      case REMOVED, UNSET -> roles.has(noun, false);
      case GENERALISED -> noun + " allows more for " + roles.after();
      case SPECIALISED -> noun + " allows less for " + roles.after();
      case INCREASED, DECREASED, CHANGED -> noun + " differs";
    };
  }

  private static Optional<String> either(Edit edit) {
    Optional<JsonValue> value = edit.after().value().or(() -> edit.before().value());
    return value.map(Words::shown);
  }

  private static boolean isThere(Edit edit) {
    return switch (edit.change()) {
      case ADDED, SET, GENERALISED, INCREASED -> true;
      case REMOVED, UNSET, SPECIALISED, DECREASED, CHANGED -> false;
    };
  }
}
