package dev.concordat.compare.oasdiff;

import dev.concordat.compare.openapi.Endpoint;
import dev.concordat.compare.openapi.HttpChange.SchemaChanged;
import dev.concordat.compare.openapi.Spot;
import dev.concordat.contracts.tree.Located;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Occurrence;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Edits of schemas that have no effect where they stand. Not thread-safe.
final class UnfeltNotes {
  private static final int MAX_SHOWN_CHARACTERS = 60;

  private final SpotNames schemas;
  private final Function<String, Stream<Alias>> names;
  private final Map<Cause, Note> notes = new LinkedHashMap<>();

  /// @param names what other tools call what oasdiff has this rule for
  UnfeltNotes(SpotNames schemas, Function<String, Stream<Alias>> names) {
    this.schemas = schemas;
    this.names = names;
  }

  /// The same edit of the same sentences.
  private record Cause(
      Sentence before, Sentence after, String keyword, String member, Position.Part part) {}

  private record Note(SchemaName name, Set<String> ids, List<Occurrence> places) {}

  void add(Endpoint endpoint, Spot spot, List<SchemaChanged> told) {
    // Beside what is told of the same part only that is noted which has no effect.
    for (SchemaName name : told.isEmpty() ? schemas.of(spot) : schemas.unfelt(spot)) {
      boolean isTold = told.stream().anyMatch(change -> PeerAliases.isIt(name, change));
      if (!isTold
          && (Unfelt.isSeenInCode(name) || isBesideValues(name) || !schemas.areOtherWords(spot))
          && Unfelt.isEdit(name)) {
        note(name, Positions.of(endpoint, spot));
      }
    }
  }

  /// What no validator looks into: what a text holds, and extensions.
  private static boolean isBesideValues(SchemaName name) {
    return name.keyword().startsWith("content") || name.keyword().startsWith("x-");
  }

  private void note(SchemaName name, Position position) {
    var cause =
        new Cause(
            sentence(name.pair().before(), name.keyword()),
            sentence(name.pair().after(), name.keyword()),
            name.keyword(),
            name.pointer().substring(name.pair().pointer().length()),
            position.part());
    Note note =
        notes.computeIfAbsent(
            cause, ignored -> new Note(name, new LinkedHashSet<>(), new ArrayList<>()));
    note.ids.add(name.id());
    note.places.add(new Occurrence(position, name.pointer()));
  }

  List<Difference> differences() {
    var differences = new ArrayList<Difference>();
    notes.forEach((cause, note) -> differences.add(difference(cause, note)));
    return differences;
  }

  private Difference difference(Cause cause, Note note) {
    boolean isCode = Unfelt.isSeenInCode(note.name);
    Occurrence first = note.places.getFirst();
    return new Difference(
        isCode ? AgreeRules.CLIENT_CODE_CHANGED : AgreeRules.CHANGED_SAFELY,
        isCode ? Impact.CLIENT_CODE : Impact.SAFE,
        new Evidence.Proved("equal meaning"),
        first.position(),
        first.pointer(),
        message(cause, note.name) + ", which makes no difference to messages",
        Optional.of(cause.before),
        Optional.of(cause.after),
        note.ids.stream().flatMap(names).distinct().toList(),
        List.of(),
        note.places.stream().skip(1).filter(place -> !place.equals(first)).distinct().toList());
  }

  private static String message(Cause cause, SchemaName name) {
    if (!cause.member.isEmpty()) {
      String member = "the member '" + cause.member.substring(1) + "' ";
      boolean isGone = name.id().endsWith("-removed");
      return name.keyword().equals("required")
          ? member + (name.id().contains("-required") ? "became required" : "became optional")
          : member + (isGone ? "was removed" : "was added");
    }
    Optional<String> was = shown(name.pair().before(), name.keyword());
    Optional<String> is = shown(name.pair().after(), name.keyword());
    String keyword = "'" + name.keyword() + "' ";
    return was.isEmpty()
        ? keyword + "was set" + is.map(value -> " to " + value).orElse("")
        : keyword + "was " + was.get() + " and is " + is.orElse("gone");
  }

  private static Optional<String> shown(Written schema, String keyword) {
    return schema
        .value(keyword)
        .map(JsonText::compact)
        .map(
            text ->
                text.length() <= MAX_SHOWN_CHARACTERS
                    ? text
                    : text.substring(0, MAX_SHOWN_CHARACTERS) + "…");
  }

  private static Sentence sentence(Written schema, String keyword) {
    Located written =
        schema.schema().node() instanceof ObjectNode object
            ? object.member(keyword).<Located>map(member -> member).orElse(object)
            : schema.schema().node();
    return new Sentence(written.place(), written.sourceLine());
  }
}
