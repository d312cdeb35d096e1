package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.ValueMaker;
import dev.concordat.contracts.schema.Voters;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// What two validators that others wrote say where an answer and a label differ.
final class Dispute {
  /// Values that are tried to find one that a proof says does not exist.
  private static final int VALUES = 2_000;

  private final JsonValue sent;
  private final JsonValue taken;
  private final Voters sender;
  private final Voters receiver;

  Dispute(Dialect dialect, JsonValue sender, JsonValue receiver, Map<String, String> remotes) {
    this.sent = sender;
    this.taken = receiver;
    this.sender = new Voters(dialect, sender.toString(), remotes);
    this.receiver = new Voters(dialect, receiver.toString(), remotes);
  }

  /// Whether both take the witness for the one schema and refuse it for the other.
  boolean isConfirmed(JsonValue witness) {
    Voters.Votes from = sender.ask(witness);
    Voters.Votes to = receiver.ask(witness);
    return from.networknt().equals(Optional.of(true))
        && from.harrel().equals(Optional.of(true))
        && to.networknt().equals(Optional.of(false))
        && to.harrel().equals(Optional.of(false));
  }

  /// A value that shows a proof to be wrong: one of the two takes it for the one schema and refuses it for the other, and
  /// the other does not say otherwise.
  Optional<JsonValue> refutation() {
    return values().stream().filter(this::isRefutation).findFirst();
  }

  private boolean isRefutation(JsonValue value) {
    Voters.Votes from = sender.ask(value);
    Voters.Votes to = receiver.ask(value);
    boolean isShown = shows(from.networknt(), to.networknt()) || shows(from.harrel(), to.harrel());
    boolean isDenied =
        denies(from.networknt(), to.networknt()) || denies(from.harrel(), to.harrel());
    return isShown && !isDenied;
  }

  private static boolean shows(Optional<Boolean> from, Optional<Boolean> to) {
    return from.equals(Optional.of(true)) && to.equals(Optional.of(false));
  }

  private static boolean denies(Optional<Boolean> from, Optional<Boolean> to) {
    return from.equals(Optional.of(false)) || to.equals(Optional.of(true));
  }

  private List<JsonValue> values() {
    var maker = new ValueMaker(new Random(1));
    var values = new ArrayList<JsonValue>(inside(sent));
    values.addAll(inside(taken));
    List<JsonObject> roots =
        List.of(sent, taken).stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .toList();
    for (int i = 0; i < VALUES && !roots.isEmpty(); i++) {
      JsonObject root = roots.get(i % roots.size());
      values.add(maker.near(root, root, 0));
    }
    return values;
  }

  /// Everything that is written in a schema, for `const` and `enum` often hold the value that matters.
  private static List<JsonValue> inside(JsonValue schema) {
    var values = new ArrayList<JsonValue>();
    Deque<JsonValue> open = new ArrayDeque<>(List.of(schema));
    while (!open.isEmpty()) {
      JsonValue value = open.pop();
      values.add(value);
      if (value instanceof JsonObject(Map<String, JsonValue> members)) {
        members.values().forEach(open::push);
      } else if (value instanceof JsonArray(List<JsonValue> items)) {
        items.forEach(open::push);
      }
    }
    return values;
  }
}
