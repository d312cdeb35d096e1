package dev.concordat.compare.openapi;

import dev.concordat.compare.schema.Edit;
import dev.concordat.compare.schema.SchemaDifference;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A null that its sender knows and its receiver does not, in a part of a message that is text.
///
/// There null has no text of its own. RFC 6570, 2.3, which OpenAPI refers to, leaves such a value out; many senders write no
/// characters or `null`. Whichever it is, the receiver does not take it for null: it refuses it, or it takes it for
/// something else.
///
/// @param impact what it does
/// @param words how the text is taken
record LostNull(Impact impact, String words, Evidence evidence) {
  private static final String EMPTY = "no characters";
  private static final String WORD = "'null'";

  /// What becomes of null, where every other value passes.
  ///
  /// @param isRequired whether the receiver requires the whole parameter or header
  static Optional<LostNull> of(SchemaDifference difference, Way way, boolean isRequired) {
    return difference.edits().stream()
        .filter(edit -> edit.keyword().equals(Edit.NULLABLE))
        .findFirst()
        .flatMap(edit -> of(edit, way.receiver(edit.before(), edit.after()), isRequired));
  }

  private static Optional<LostNull> of(Edit edit, Edit.Side receiver, boolean isRequired) {
    boolean isNeeded = edit.pointer().isEmpty() ? isRequired : receiver.isRequired();
    return receiver.schema().map(schema -> of(schema, isNeeded));
  }

  private static LostNull of(Schema receiver, boolean isRequired) {
    var taken = new ArrayList<String>();
    var refused = new ArrayList<String>();
    (isRequired ? refused : taken).add("left out");
    (takes(receiver, "") ? taken : refused).add("as " + EMPTY);
    (takes(receiver, "null") ? taken : refused).add("as " + WORD);
    if (refused.isEmpty()) {
      return new LostNull(
          Impact.MISREAD,
          "however its sender writes null, it passes and is taken for something else",
          new Evidence.Proved("left out, no characters and 'null' are taken"));
    }
    String how = "null has no text of its own here: it is refused " + String.join(" and ", refused);
    return new LostNull(
        Impact.UNKNOWN,
        "how its sender writes null is open",
        new Evidence.Undecided(
            taken.isEmpty()
                ? how
                : how + "; it passes " + String.join(" and ", taken) + " (RFC 6570, 2.3)",
            List.of("left out", EMPTY, WORD)));
  }

  /// Alone, or as the only item of a list.
  private static boolean takes(Schema receiver, String text) {
    var value = new JsonString(text);
    return receiver.accepts(value) || receiver.accepts(JsonArray.of(value));
  }
}
