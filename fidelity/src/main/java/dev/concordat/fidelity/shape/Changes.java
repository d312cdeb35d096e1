package dev.concordat.fidelity.shape;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.fidelity.change.Change;
import dev.concordat.fidelity.change.Part;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what changed in one part of a message, up to a limit.
final class Changes {
  /// Changes that are told of one part; two different messages would have no end of them.
  static final int MAX_CHANGES = 1_000;

  private final Part part;
  private final List<Change> found = new ArrayList<>();

  Changes(Part part) {
    this.part = part;
  }

  boolean isFull() {
    return found.size() >= MAX_CHANGES;
  }

  void add(String at, Alteration alteration, JsonValue sent, JsonValue received) {
    add(at, alteration, text(sent), text(received));
  }

  void add(String at, Alteration alteration, String sent, String received) {
    if (!isFull()) {
      found.add(new Change(part, at, alteration, sent, received));
    }
  }

  void add(String at, Optional<Alteration> alteration, JsonValue sent, JsonValue received) {
    alteration.ifPresent(what -> add(at, what, sent, received));
  }

  List<Change> all() {
    return List.copyOf(found);
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? "\"" + text + "\"" : value.toString();
  }
}
