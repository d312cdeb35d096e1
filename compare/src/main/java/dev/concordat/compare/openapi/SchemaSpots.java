package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.HttpChange.SchemaAdded;
import dev.concordat.compare.openapi.HttpChange.SchemaChanged;
import dev.concordat.compare.openapi.HttpChange.SchemaRemoved;
import dev.concordat.compare.schema.Edit;
import dev.concordat.compare.schema.SchemaDifference;
import dev.concordat.compare.schema.Verdict;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Compares the schemas of one part of a message.
///
/// @param writable where values travel as text, what can be written; then numbers are texts to whoever takes texts
/// @param unsaid what a value may be where a contract gives no schema
/// @param showing makes a message of a value and shows it to both contracts
record SchemaSpots(
    Comparison comparison,
    Endpoint endpoint,
    Spot spot,
    Part part,
    String detail,
    Rule rule,
    Way way,
    Optional<Schema> writable,
    Schema unsaid,
    Showing showing) {
  /// Makes a message of a value.
  interface Showing {
    /// Shows the message to both contracts.
    ///
    /// @param pointer of the difference: of several refusals the one there is told
    Trial show(JsonValue value, String pointer, List<String> voters);
  }

  void compare(
      Optional<Schema> before, Optional<Schema> after, Located oldPlace, Located newPlace) {
    if (before.isPresent() && after.isPresent()) {
      Schema sent = way.sender(before.get(), after.get());
      Schema taken = way.receiver(before.get(), after.get());
      comparison.schemas().differences(before.get(), after.get(), way).stream()
          .filter(difference -> !content().isRewriting(difference))
          .forEach(difference -> add(difference, sent, taken));
      return;
    }
    if (before.isPresent() || after.isPresent()) {
      boolean isAdded = after.isPresent();
      Schema old = before.orElse(unsaid);
      Schema now = after.orElse(unsaid);
      Verdict verdict =
          comparison
              .schemas()
              .verdict(way.sender(old, now), way.receiver(old, now), way.direction());
      Impact impact = impact(verdict);
      comparison.add(
          isAdded ? new SchemaAdded(endpoint, spot) : new SchemaRemoved(endpoint, spot),
          part,
          detail,
          "",
          rule,
          impact,
          comparison.roles().has("a schema, where else any value is allowed,", isAdded),
          Optional.of(oldPlace),
          Optional.of(newPlace),
          evidence(verdict, "", way.sender(old, now), way.receiver(old, now)));
    }
  }

  private void add(SchemaDifference difference, Schema sent, Schema taken) {
    Verdict verdict = difference.verdict();
    Optional<String> misread =
        spot instanceof Spot.OfParameter parameter
            ? new Misreading(comparison.roles(), way).of(parameter, difference)
            : Optional.empty();
    Optional<ContentMisreading.Misread> content =
        verdict instanceof Verdict.Proved ? content().of(difference) : Optional.empty();
    Optional<LostNull> lost = lostNull(difference, sent, taken);
    boolean isNothing = isNothing(difference);
    Impact impact =
        isNothing && verdict instanceof Verdict.Proved
            ? Impact.RISKY
            : lost.isPresent()
                ? lost.get().impact()
                : verdict instanceof Verdict.Proved
                    ? misread
                        .map(ignored -> Impact.MISREAD)
                        .or(() -> content.map(ContentMisreading.Misread::impact))
                        .orElseGet(() -> harmless(difference))
                    : isOnlyTold(difference) ? Impact.RISKY : impact(verdict);
    var change = new SchemaChanged(endpoint, spot, difference);
    Optional<Sentence> before = difference.before();
    Optional<Sentence> after = difference.after();
    comparison
        .found()
        .add(
            new Found(
                change,
                new Position(endpoint.name(), part, detail),
                difference.pointer(),
                isNothing ? AgreeRules.NOTHING_TO_SEND : Comparison.ruleOf(rule, impact),
                impact,
                new EditWords(comparison.roles()).of(difference)
                    + misread
                        .or(() -> lost.map(LostNull::words))
                        .or(() -> content.map(ContentMisreading.Misread::words))
                        .map(it -> ": " + it)
                        .orElse(""),
                before,
                after,
                lost.<Supplier<Evidence>>map(it -> it::evidence)
                    .orElseGet(() -> evidence(verdict, difference.pointer(), sent, taken))));
  }

  private ContentMisreading content() {
    return new ContentMisreading(comparison, way);
  }

  private static boolean isNothing(SchemaDifference difference) {
    return difference.edits().stream().anyMatch(edit -> edit.keyword().equals(Edit.NOTHING));
  }

  /// Whether all that is not taken any more is a null, which no text says.
  private Optional<LostNull> lostNull(SchemaDifference difference, Schema sent, Schema taken) {
    return writable.isPresent() && difference.verdict() instanceof Verdict.Breaks breaks
        ? LostNull.of(difference, way, isNeeded())
            .filter(
                found ->
                    !(shown(breaks, difference.pointer(), sent, taken)
                        instanceof Evidence.Witnessed))
        : Optional.empty();
  }

  private boolean isNeeded() {
    return switch (spot) {
      case Spot.OfParameter(Parameter old, Parameter now) -> way.receiver(old, now).required();
      case Spot.OfResponseHeader(var ignoredOld, var ignoredNow, Parameter old, Parameter now) ->
          way.receiver(old, now).required();
      case Spot.OfRequestBody ignored -> false;
      case Spot.OfResponseBody ignored -> false;
    };
  }

  /// What was kept back in responses and now comes is refused by the letter; readers pass over what they do not know.
  private boolean isOnlyTold(SchemaDifference difference) {
    return way.direction() == Direction.RESPONSE
        && !difference.edits().isEmpty()
        && difference.edits().stream()
            .allMatch(
                edit -> edit.keyword().equals("writeOnly") && edit.change() == Edit.Change.UNSET);
  }

  private static Impact impact(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Proved ignored -> Impact.SAFE;
      case Verdict.Breaks ignored -> Impact.BREAKS;
      case Verdict.Unknown ignored -> Impact.UNKNOWN;
    };
  }

  /// What a difference does that lets every value pass.
  private Impact harmless(SchemaDifference difference) {
    if (difference.edits().stream().anyMatch(SchemaSpots::isNoLongerNamed)) {
      return Impact.POLICY;
    }
    boolean isMeaning =
        difference.edits().stream().anyMatch(edit -> edit.concern() == Edit.Concern.MEANING)
            && !(spot instanceof Spot.OfParameter parameter
                && Misreading.isNeverMet(parameter, difference, way));
    return isMeaning ? Impact.MEANING : Impact.SAFE;
  }

  /// Nothing refuses a value that left an open list, and nobody promises any longer to know it.
  private static boolean isNoLongerNamed(Edit edit) {
    return edit.keyword().equals("x-extensible-enum") && edit.change() == Edit.Change.REMOVED;
  }

  private Supplier<Evidence> evidence(Verdict verdict, String pointer, Schema sent, Schema taken) {
    return switch (verdict) {
      case Verdict.Proved(String how) -> () -> new Evidence.Proved(how);
      case Verdict.Unknown(String reason, List<String> tried) ->
          () -> new Evidence.Undecided(reason, tried);
      case Verdict.Breaks breaks -> () -> shown(breaks, pointer, sent, taken);
    };
  }

  private Evidence shown(Verdict.Breaks breaks, String pointer, Schema sent, Schema taken) {
    return switch (comparison.schemas().voted(sent, taken, way.direction(), breaks)) {
      case Verdict.Proved(String how) -> new Evidence.Proved(how);
      case Verdict.Unknown(String reason, List<String> tried) ->
          new Evidence.Undecided(reason, tried);
      case Verdict.Breaks(JsonValue witness, String ignored, List<String> voters) ->
          shown(witness, pointer, voters, sent, taken);
    };
  }

  private Evidence shown(
      JsonValue witness, String pointer, List<String> voters, Schema sent, Schema taken) {
    Trial trial = showing.show(witness, pointer, voters);
    return trial instanceof Trial.Refused || writable.isEmpty()
        ? trial.evidence()
        : asText(trial, sent, taken, writable.get());
  }

  /// What holds of the texts of values, where the value that was found passes as its text or has none: first with a
  /// receiver that takes numbers for texts, then with a sender that sends only what has a text.
  private Evidence asText(Trial failed, Schema sent, Schema taken, Schema possible) {
    Optional<Schema> wider = TextualSchemas.taken(taken);
    Optional<Schema> narrower = TextualSchemas.sendable(sent, possible);
    if (wider.isEmpty() || narrower.isEmpty()) {
      return failed.evidence();
    }
    Evidence first = asText(failed, sent, wider.get());
    return first instanceof Evidence.Undecided
        ? asText(failed, narrower.get(), wider.get())
        : first;
  }

  private Evidence asText(Trial failed, Schema sent, Schema taken) {
    return switch (comparison.schemas().verdict(sent, taken, Direction.NONE)) {
      case Verdict.Proved ignored ->
          new Evidence.Proved("every value that has a text passes as that text");
      case Verdict.Unknown ignored -> failed.evidence();
      case Verdict.Breaks breaks -> voted(failed, sent, taken, breaks);
    };
  }

  private Evidence voted(Trial failed, Schema sent, Schema taken, Verdict.Breaks breaks) {
    return comparison.schemas().voted(sent, taken, Direction.NONE, breaks)
            instanceof Verdict.Breaks(JsonValue witness, String ignored, List<String> voters)
        ? showing.show(witness, "", voters).evidence()
        : failed.evidence();
  }
}
