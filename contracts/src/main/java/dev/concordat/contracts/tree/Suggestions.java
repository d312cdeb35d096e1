package dev.concordat.contracts.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds what a person may have meant.
public final class Suggestions {
  private Suggestions() {}

  /// The candidate nearest to what was written, if it is near: at most a third of its letters differ.
  public static Optional<String> nearest(String written, Collection<String> candidates) {
    int maxDistance = Math.max(1, written.length() / 3);
    return candidates.stream()
        .filter(candidate -> distance(written, candidate) <= maxDistance)
        .min(Comparator.comparingInt(candidate -> distance(written, candidate)));
  }

  /// The pointer with its first wrong token replaced by the nearest name there is.
  public static Optional<String> pointer(Node root, String pointer) {
    List<String> tokens = Pointers.tokens(pointer).orElse(List.of());
    var right = new ArrayList<String>();
    Node at = root;
    for (String token : tokens) {
      Optional<Node> next = Pointers.follow(at, "/" + Pointers.escape(token));
      String taken = token;
      if (next.isEmpty() && at instanceof ObjectNode object) {
        List<String> names = object.members().stream().map(ObjectNode.Member::name).toList();
        taken = nearest(token, names).orElse("");
        next = object.get(taken);
      }
      if (next.isEmpty()) {
        return Optional.empty();
      }
      right.add(Pointers.escape(taken));
      at = next.get();
    }
    return right.isEmpty() ? Optional.empty() : Optional.of("/" + String.join("/", right));
  }

  /// Edits between two words, letter case ignored (Levenshtein).
  private static int distance(String a, String b) {
    String from = a.toLowerCase(Locale.ROOT);
    String to = b.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
