package dev.concordat.contracts.pact.writing;

import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.PactVersion;
import dev.concordat.contracts.pact.writing.PactFiles.OnConflict;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Adds the interactions of one pact to the file of another. What the file holds besides stays as it is written.
final class PactMerge {
  private static final List<String> LISTS = List.of("interactions", "messages");

  /// What may change without changing what the interaction is about.
  private static final List<String> NOTES =
      List.of("key", "_id", "pending", "comments", "interactionMarkup");

  /// How many differences are told.
  private static final int MAX_TOLD = 20;

  private final PactVersion version;
  private final OnConflict onConflict;
  private final PactContract there;
  private final List<Problem> conflicts = new ArrayList<>();
  private final List<Problem> losses = new ArrayList<>();
  private JsonObject json;
  private int added;
  private int replaced;

  PactMerge(PactContract there, JsonObject json, PactVersion version, OnConflict onConflict) {
    this.there = there;
    this.json = json;
    this.version = version;
    this.onConflict = onConflict;
  }

  JsonObject json() {
    return json;
  }

  int added() {
    return added;
  }

  int replaced() {
    return replaced;
  }

  List<Problem> conflicts() {
    return List.copyOf(conflicts);
  }

  List<Problem> losses() {
    return List.copyOf(losses);
  }

  void add(PactContract pact) {
    for (PactInteraction interaction : pact.interactions()) {
      WrittenPact written = alone(pact, interaction);
      losses.addAll(written.problems());
      for (String list : LISTS) {
        items(written.json(), list).forEach(item -> add(list, interaction, (JsonObject) item));
      }
    }
  }

  private WrittenPact alone(PactContract pact, PactInteraction interaction) {
    return PactWriter.write(
        new PactContract(
            pact.file(),
            pact.consumer(),
            pact.provider(),
            pact.pactVersion(),
            List.of(interaction),
            pact.plugins(),
            pact.metadata(),
            List.of()),
        version);
  }

  private static List<JsonValue> items(JsonObject json, String list) {
    return json.member(list).orElse(JsonObject.EMPTY) instanceof JsonArray array
        ? array.items()
        : List.of();
  }

  private void add(String list, PactInteraction interaction, JsonObject fresh) {
    Optional<PactInteraction> known =
        there.interactions().stream().filter(it -> isSame(it, interaction)).findFirst();
    if (known.isEmpty()) {
      var more = new ArrayList<>(items(json, list));
      more.add(fresh);
      json = json.with(list, new JsonArray(more));
      added++;
      return;
    }
    JsonObject before = written(known.get(), list);
    boolean hasKey = !interaction.header().key().isEmpty();
    List<String> differences = JsonDifferences.of(bare(before), bare(fresh), MAX_TOLD);
    if (!differences.isEmpty() && !hasKey && onConflict == OnConflict.REFUSE) {
      conflicts.add(conflict(known.get(), differences));
    } else if (!before.equals(fresh)) {
      put(list, known.get(), fresh);
    }
  }

  /// The same key; without keys, the same kind, description and states.
  private static boolean isSame(PactInteraction one, PactInteraction other) {
    String key = one.header().key();
    if (!key.isEmpty() && !other.header().key().isEmpty()) {
      return key.equals(other.header().key());
    }
    return one.getClass().equals(other.getClass())
        && one.description().equals(other.description())
        && one.header().states().equals(other.header().states());
  }

  private JsonObject written(PactInteraction interaction, String list) {
    return items(alone(there, interaction).json(), list).stream()
        .findFirst()
        .map(JsonObject.class::cast)
        .orElse(JsonObject.EMPTY);
  }

  private static JsonObject bare(JsonObject interaction) {
    JsonObject bare = interaction;
    for (String note : NOTES) {
      bare = bare.without(note);
    }
    return bare;
  }

  private static Problem conflict(PactInteraction known, List<String> differences) {
    return Problem.error(
        "pact/conflicting-interaction",
        known.place(),
        "'"
            + known.description()
            + "' stands here with other content: "
            + differences.stream().collect(Collectors.joining("; ")),
        "give the new interaction another description or provider state, or replace this one");
  }

  private void put(String list, PactInteraction known, JsonObject fresh) {
    var all = new ArrayList<>(items(json, list));
    int index = position(known);
    if (index < all.size()) {
      all.set(index, fresh);
      json = json.with(list, new JsonArray(all));
      replaced++;
    }
  }

  /// Where the interaction stands in its list; the list may hold what is no interaction.
  private static int position(PactInteraction interaction) {
    String pointer = interaction.place().pointer();
    return Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1));
  }
}
