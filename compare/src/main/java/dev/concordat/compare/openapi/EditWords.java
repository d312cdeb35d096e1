package dev.concordat.compare.openapi;

import dev.concordat.compare.schema.Edit;
import dev.concordat.compare.schema.Edit.Change;
import dev.concordat.compare.schema.SchemaDifference;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;
import java.util.stream.Collectors;

/// What differs between two schemas, in words.
final class EditWords {
  private static final int MAX_EDITS = 3;

  private EditWords() {}

  /// One sentence with the actual values: `/items/*/qty: maximum was 10 and is 5`.
  static String of(SchemaDifference difference) {
    String what =
        difference.edits().isEmpty()
            ? "other values are allowed"
            : difference.edits().stream()
                .limit(MAX_EDITS)
                .map(EditWords::of)
                .distinct()
                .collect(Collectors.joining("; "));
    int more = difference.edits().size() - MAX_EDITS;
    String rest = more > 0 ? "; and " + more + " more" : "";
    String where = difference.pointer().isEmpty() ? "" : difference.pointer() + ": ";
    return where + what + rest;
  }

  private static String of(Edit edit) {
    return switch (edit.keyword()) {
      case "properties" -> cameOrWent(edit, "the member '" + edit.name() + "'");
      case "patternProperties" -> cameOrWent(edit, "what is said of members /" + edit.name() + "/");
      case "required" ->
          "the member '"
              + edit.name()
              + (edit.change() == Change.ADDED ? "' became required" : "' is no longer required");
      case "enum", "x-extensible-enum" ->
          cameOrWent(edit, "the value " + either(edit).orElse(edit.name()));
      case Edit.NULLABLE -> isThere(edit) ? "null became allowed" : "null is no longer allowed";
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

  private static String plain(Edit edit) {
    String keyword = edit.keyword() + (edit.name().isEmpty() ? "" : " '" + edit.name() + "'");
    Optional<String> before = edit.before().value().map(Words::shown);
    Optional<String> after = edit.after().value().map(Words::shown);
    if (before.isPresent() && after.isPresent()) {
      return keyword + " was " + before.get() + " and is " + after.get();
    }
    if (after.isPresent()) {
      return keyword + " became " + after.get();
    }
    return before.isPresent()
        ? keyword + " " + before.get() + " is gone"
        : cameOrWent(edit, keyword);
  }

  private static String cameOrWent(Edit edit, String noun) {
    return switch (edit.change()) {
      case ADDED, SET -> noun + " was added";
      case REMOVED, UNSET -> noun + " was removed";
      case GENERALISED -> noun + " allows more";
      case SPECIALISED -> noun + " allows less";
      case INCREASED, DECREASED, CHANGED -> noun + " was changed";
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
