package dev.concordat.compare.oasdiff;

import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Which schema of a list is which of the other, as oasdiff tells it: those of one reference, and those that mean the same;
/// then, of those that are written in place, those of one title, and the two that are left if there are only two.
///
/// @param both in both lists
/// @param come only in the second
/// @param gone only in the first
record Alternatives(List<Both> both, List<Schema> come, List<Schema> gone) {
  /// One of both lists.
  record Both(Schema before, Schema after) {}

  static Alternatives of(List<Schema> before, List<Schema> after, Inclusions inclusions) {
    var both = new ArrayList<Both>();
    var gone = new ArrayList<>(before);
    var come = new ArrayList<>(after);
    match(gone, come, both, (a, b) -> isSame(reference(a), reference(b)));
    match(gone, come, both, inclusions::equalMeaning);
    match(gone, come, both, (a, b) -> areInline(a, b) && isSame(title(a), title(b)));
    List<Schema> goneInline = gone.stream().filter(Alternatives::isUnnamed).toList();
    List<Schema> comeInline = come.stream().filter(Alternatives::isUnnamed).toList();
    if (goneInline.size() == 1
        && comeInline.size() == 1
        && goneInline.size() == inline(gone)
        && inline(come) == 1) {
      both.add(new Both(goneInline.getFirst(), comeInline.getFirst()));
      gone.removeAll(goneInline);
      come.removeAll(comeInline);
    }
    return new Alternatives(both, come, gone);
  }

  private static void match(
      List<Schema> gone, List<Schema> come, List<Both> both, BiPredicate<Schema, Schema> isSame) {
    for (Schema one : List.copyOf(gone)) {
      Optional<Schema> other = come.stream().filter(each -> isSame.test(one, each)).findFirst();
      if (other.isPresent()) {
        both.add(new Both(one, other.get()));
        gone.remove(one);
        come.remove(other.get());
      }
    }
  }

  private static long inline(List<Schema> schemas) {
    return schemas.stream().filter(each -> reference(each).isEmpty()).count();
  }

  private static boolean isUnnamed(Schema schema) {
    return reference(schema).isEmpty() && title(schema).isEmpty();
  }

  private static boolean areInline(Schema one, Schema other) {
    return reference(one).isEmpty() && reference(other).isEmpty();
  }

  private static boolean isSame(String one, String other) {
    return !one.isEmpty() && one.equals(other);
  }

  private static String reference(Schema schema) {
    return text(schema, "$ref");
  }

  private static String title(Schema schema) {
    return text(schema, "title");
  }

  private static String text(Schema schema, String keyword) {
    return schema.node() instanceof ObjectNode object
            && object.get(keyword).orElse(null) instanceof ScalarNode scalar
        ? scalar.text().orElse("")
        : "";
  }
}
