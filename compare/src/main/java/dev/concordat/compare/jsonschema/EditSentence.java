package dev.concordat.compare.jsonschema;

import dev.concordat.compare.schema.Edit;
import dev.concordat.compare.schema.SchemaDifference;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says what was changed between two schemas.
final class EditSentence {
  private static final int MAX_VALUE = 60;

  private EditSentence() {}

  static String of(SchemaDifference difference, SchemaTelling telling) {
    return difference.edits().isEmpty()
        ? "the schemas differ"
        : difference.edits().stream()
            .map(edit -> of(edit, telling))
            .collect(Collectors.joining(", and "));
  }

  private static String of(Edit edit, SchemaTelling telling) {
    String left = telling.way().sender(telling.sender(), telling.receiver());
    String right = telling.way().receiver(telling.sender(), telling.receiver());
    if (edit.keyword().equals(Edit.NOTHING)) {
      return (edit.pointer().isEmpty() ? "no message can be sent" : "no value can be sent here")
          + ": what is declared contradicts itself, or alternatives of oneOf take the same values";
    }
    String what = edit.keyword() + (edit.name().isEmpty() ? "" : " " + edit.name());
    return switch (edit.change()) {
      case ADDED -> "only " + right + " has " + what + shown(edit.after(), ": ");
      case REMOVED -> "only " + left + " has " + what + shown(edit.before(), ": ");
      case SET -> what + " is " + shown(edit.after(), "") + " in " + right + ", nothing in " + left;
      case UNSET ->
          what + " is " + shown(edit.before(), "") + " in " + left + ", nothing in " + right;
      case INCREASED, DECREASED, GENERALISED, SPECIALISED, CHANGED ->
          what
              + " is "
              + shown(edit.before(), "")
              + " in "
              + left
              + ", "
              + shown(edit.after(), "")
              + " in "
              + right;
    };
  }

  /// A plain value as it stands there; schemas are not shown.
  private static String shown(Edit.Side side, String before) {
    return side.value()
        .map(Object::toString)
        .filter(text -> before.isEmpty() || !text.startsWith("{"))
        .map(text -> text.length() > MAX_VALUE ? text.substring(0, MAX_VALUE) + "…" : text)
        .map(text -> before + text)
        .or(() -> before.isEmpty() ? Optional.of("another schema") : Optional.empty())
        .orElse("");
  }
}
