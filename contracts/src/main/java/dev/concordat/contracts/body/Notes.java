package dev.concordat.contracts.body;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is found while a body is read, beside its value.
final class Notes {
  private final List<Breach> flaws = new ArrayList<>();
  private final Set<String> unread = new LinkedHashSet<>();

  void add(Breach flaw) {
    flaws.add(flaw);
  }

  /// What stands there has no value that a schema could judge.
  void unread(String pointer) {
    unread.add(pointer);
  }

  /// What was found in something that stands at a place.
  void addFrom(BodyValue.Value inner, String pointer) {
    inner.flaws().forEach(flaw -> flaws.add(flaw.withPointer(pointer + flaw.pointer())));
    inner.unread().forEach(each -> unread.add(pointer + each));
  }

  BodyValue.Value with(JsonValue value) {
    return new BodyValue.Value(value, flaws, unread);
  }
}
