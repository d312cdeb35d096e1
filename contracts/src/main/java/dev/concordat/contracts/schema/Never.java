package dev.concordat.contracts.schema;

import dev.concordat.model.json.JsonValue;

/// The schema `false`.
record Never() implements Assertion {
  @Override
  public boolean holds(JsonValue value) {
    return false;
  }

  @Override
  public void explain(JsonValue value, Check check) {
    check.fails("false", value, Violations.shown(value) + " is not allowed here", "nothing");
  }
}
