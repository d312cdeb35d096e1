package dev.concordat.contracts.arazzo;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.Optional;

/// Members that must be there.
final class Required {
  private Required() {}

  /// The text, or the empty one with a problem.
  static String text(FieldReader fields, ObjectNode node, String member, String noun) {
    Optional<String> text = fields.text(node, member);
    if (Reading.member(node, member).isEmpty()) {
      missing(fields, node, member, noun);
    }
    return text.orElse("");
  }

  static void missing(FieldReader fields, ObjectNode node, String member, String noun) {
    fields.error(
        "missing-member", node.place(), noun + " has no " + member, "add \"" + member + "\"");
  }
}
