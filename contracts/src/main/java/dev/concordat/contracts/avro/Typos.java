package dev.concordat.contracts.avro;

import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.DidYouMean;
import java.util.List;
import java.util.Set;

/// Members that are probably meant to be others. Avro allows any member, so only a near miss is told.
final class Typos {
  private static final int SHORTEST = 4;

  private Typos() {}

  /// The fix for a member that is missing.
  static String fix(ObjectNode object, String wanted, String otherwise) {
    List<String> names = object.members().stream().map(ObjectNode.Member::name).toList();
    return DidYouMean.closest(wanted, names)
        .map(found -> "did you mean \"" + wanted + "\" where it says \"" + found + "\"?")
        .orElse(otherwise);
  }

  /// Tells members that are nearly one of those that may stand here and do not.
  static void tell(ObjectNode object, Set<String> known, Findings findings) {
    for (ObjectNode.Member member : object.members()) {
      String name = member.name();
      if (known.contains(name) || name.length() < SHORTEST) {
        continue;
      }
      DidYouMean.closest(name, known)
          .filter(guess -> !object.has(guess))
          .ifPresent(
              guess ->
                  findings.warning(
                      "avro-unknown-member",
                      member.value(),
                      "\"" + name + "\" says nothing in Avro",
                      "did you mean \"" + guess + "\"?"));
    }
  }
}
