package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `contains` with `minContains` and `maxContains`.
///
/// @param marksItems whether items it matched count as looked at: since 2020-12
record ContainsKeyword(Schema schema, long atLeast, long atMost, boolean marksItems)
    implements Keyword {
  static Optional<Keyword> compile(KeywordSource source) {
    boolean counts = source.dialect().isModern();
    long atLeast =
        counts ? source.sibling("minContains").flatMap(KeywordSource::sizeOf).orElse(1L) : 1L;
    long atMost =
        counts
            ? source.sibling("maxContains").flatMap(KeywordSource::sizeOf).orElse(Long.MAX_VALUE)
            : Long.MAX_VALUE;
    return source
        .schemaValue()
        .map(
            schema ->
                new ContainsKeyword(schema, atLeast, atMost, source.dialect().hasPrefixItems()));
  }

  @Override
  public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
    if (!(value instanceof JsonArray(List<JsonValue> items))) {
      return true;
    }
    long found = 0;
    for (int i = 0; i < items.size(); i++) {
      if (check.itemWouldDo(schema, i, items.get(i))) {
        found++;
        if (marks != null && marksItems) {
          marks.add(i);
        }
      }
    }
    if (!check.reports()) {
      return found >= atLeast && found <= atMost;
    }
    if (found < atLeast) {
      String keyword = atLeast == 1 ? "contains" : "minContains";
      return report(value, check, keyword, found, "at least " + atLeast);
    }
    return found <= atMost || report(value, check, "maxContains", found, "at most " + atMost);
  }

  private boolean report(JsonValue value, Check check, String keyword, long found, String wanted) {
    String phrase = found == 1 ? "1 item matches" : found + " items match";
    return check.fails(
        keyword, value, phrase + ", the contract wants " + wanted, wanted + " that match");
  }
}
