package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `writeOnly`: a secret that must not come back. (`readOnly` in a request is for the provider to ignore.)
record WriteOnlyKeyword() implements Keyword {
  static Optional<Keyword> compile(KeywordSource source) {
    return Names.isTrue(source.object(), "writeOnly")
        ? Optional.of(new WriteOnlyKeyword())
        : Optional.empty();
  }

  @Override
  public boolean check(JsonValue value, Check check, @Nullable Evaluated marks) {
    return check.run().direction != Direction.RESPONSE
        || check.location() == null
        || check.fails(
            "writeOnly",
            value,
            Violations.shown(value) + " is sent back, the contract says it is only written",
            "absent");
  }
}
