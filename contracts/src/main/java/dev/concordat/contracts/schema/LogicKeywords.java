package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `allOf`, `not`, and `if` with `then` and `else`.
final class LogicKeywords {
  private LogicKeywords() {}

  static Optional<Keyword> allOf(KeywordSource source) {
    return source.schemas().map(AllOf::new);
  }

  static Optional<Keyword> not(KeywordSource source) {
    return source.schemaValue().map(Not::new);
  }

  static Optional<Keyword> condition(KeywordSource source) {
    return source
        .schemaValue()
        .map(test -> new If(test, source.siblingSchema("then"), source.siblingSchema("else")));
  }

  private record AllOf(List<Schema> schemas) implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      boolean holds = true;
      for (Schema schema : schemas) {
        holds &= check.inPlace(schema, value, marks);
        if (!holds && !check.reports()) {
          return false;
        }
      }
      return holds;
    }
  }

  private record Not(Schema schema) implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      return !check.inPlace(schema, value, null, null)
          || (check.reports() && explain(value, check));
    }

    private static boolean explain(JsonValue value, Check check) {
      return check.fails(
          "not", value, Violations.shown(value) + " is what the contract forbids", "anything else");
    }
  }

  private record If(Schema test, Optional<Schema> then, Optional<Schema> otherwise)
      implements Keyword {
    @Override
    public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
      Optional<Schema> next = check.inPlace(test, value, marks, null) ? then : otherwise;
      return next.isEmpty() || check.inPlace(next.get(), value, marks);
    }
  }
}
