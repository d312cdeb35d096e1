package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `anyOf` and `oneOf`. Where no alternative fits, what the best one lacks is reported.
final class AlternativeKeywords {
  private AlternativeKeywords() {}

  static Optional<Keyword> anyOf(KeywordSource source) {
    return source.schemas().map(all -> DiscriminatorRule.around(source, all, new AnyOf(all)));
  }

  static Optional<Keyword> oneOf(KeywordSource source) {
    return source.schemas().map(all -> DiscriminatorRule.around(source, all, new OneOf(all)));
  }

  private record AnyOf(List<Schema> schemas) implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      boolean holds = false;
      for (Schema schema : schemas) {
        holds |= check.inPlace(schema, value, marks, null);
        if (holds && marks == null) {
          return true;
        }
      }
      return holds || reportBest("anyOf", schemas, value, check);
    }
  }

  private record OneOf(List<Schema> schemas) implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      int fitting = -1;
      for (int i = 0; i < schemas.size(); i++) {
        if (check.inPlace(schemas.get(i), value, null, null)) {
          if (fitting >= 0) {
            return check.reports() && reportTooMany(fitting, i, value, check);
          }
          fitting = i;
        }
      }
      if (fitting < 0) {
        return reportBest("oneOf", schemas, value, check);
      }
      if (marks != null) {
        check.inPlace(schemas.get(fitting), value, marks, null);
      }
      return true;
    }

    private static boolean reportTooMany(int first, int second, JsonValue value, Check check) {
      return check.fails(
          "oneOf",
          value,
          Violations.shown(value)
              + " fits the alternatives "
              + (first + 1)
              + " and "
              + (second + 1)
              + ", the contract wants exactly one",
          "exactly one alternative");
    }
  }

  private static boolean reportBest(
      String keyword, List<Schema> schemas, JsonValue value, Check check) {
    if (!check.reports()) {
      return false;
    }
    var reports = new ArrayList<List<Violation>>();
    for (Schema schema : schemas) {
      var violations = new ArrayList<Violation>();
      check.inPlace(schema, value, null, violations);
      reports.add(violations);
    }
    String here = Location.pointer(check.location());
    Optional<String> types = BestFit.allWantOtherTypes(reports, here);
    if (types.isPresent()) {
      return check.failsAs(
          "type",
          keyword,
          value,
          Violations.shown(value)
              + " is "
              + JsonType.phraseOf(value)
              + ", the contract wants "
              + types.get(),
          types.get());
    }
    List<Violation> best =
        Discriminator.chosen(check.schema(), schemas, value)
            .map(reports::get)
            .filter(chosen -> !chosen.isEmpty())
            .orElseGet(() -> BestFit.of(reports, here));
    if (best.isEmpty()) {
      return check.fails(
          keyword,
          value,
          Violations.shown(value) + " fits no alternative",
          "one of the alternatives");
    }
    check.passOn(best);
    return false;
  }
}
