package dev.concordat.compare.jsonschema;

import dev.concordat.compare.schema.Edit;
import dev.concordat.compare.schema.SchemaDifference;
import dev.concordat.compare.schema.Verdict;
import dev.concordat.compare.schema.Way;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.finding.AgreeMessageRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Tells differences of schemas of messages as differences of contracts.
///
/// @param sender what people call the contract of whoever writes
/// @param receiver what people call the contract of whoever reads
/// @param breaks the rule of a value that is refused
/// @param message the message in which a value stands
public record SchemaTelling(
    Position position,
    Way way,
    String sender,
    String receiver,
    Rule breaks,
    Function<JsonValue, WitnessMessage> message) {

  /// One difference, told.
  public Difference tell(SchemaDifference difference) {
    Optional<Edit> edit = difference.edits().stream().findFirst();
    if (edit.filter(it -> it.keyword().equals(Edit.NOTHING)).isPresent()) {
      return nothing(difference);
    }
    return switch (difference.verdict()) {
      case Verdict.Breaks(JsonValue value, String refusal, List<String> voters) ->
          difference(
              difference,
              breaks,
              Impact.BREAKS,
              new Evidence.Witnessed(
                  new Witness(message.apply(value), sender, receiver, refusal, voters)),
              EditSentence.of(difference, this) + ": " + refusal);
      case Verdict.Unknown(String reason, List<String> tried) ->
          difference(
              difference,
              breaks,
              Impact.UNKNOWN,
              new Evidence.Undecided(reason, tried),
              EditSentence.of(difference, this) + ": " + reason);
      case Verdict.Proved(String how) ->
          proved(difference, edit, how, EditSentence.of(difference, this));
    };
  }

  private Difference nothing(SchemaDifference difference) {
    return switch (difference.verdict()) {
      case Verdict.Unknown(String reason, List<String> tried) ->
          difference(
              difference,
              AgreeRules.NOTHING_TO_SEND,
              Impact.UNKNOWN,
              new Evidence.Undecided(reason, tried),
              EditSentence.of(difference, this));
      case Verdict.Proved(String how) ->
          difference(
              difference,
              AgreeRules.NOTHING_TO_SEND,
              Impact.RISKY,
              new Evidence.Proved(how),
              EditSentence.of(difference, this));
      case Verdict.Breaks ignored ->
          throw new IllegalStateException("nothing that can be sent is refused");
    };
  }

  private Difference proved(
      SchemaDifference difference, Optional<Edit> edit, String how, String sentence) {
    Edit.Concern concern = edit.map(Edit::concern).orElse(Edit.Concern.VALUES);
    return switch (concern) {
      case MEANING ->
          difference(
              difference,
              AgreeRules.MEANING_CHANGED,
              Impact.MEANING,
              new Evidence.Stated(),
              sentence);
      case NOTE ->
          difference(
              difference,
              AgreeRules.CLIENT_CODE_CHANGED,
              Impact.CLIENT_CODE,
              new Evidence.Stated(),
              sentence);
      case LIFECYCLE ->
          difference(
              difference, AgreeRules.CHANGED_SAFELY, Impact.SAFE, new Evidence.Stated(), sentence);
      case VALUES ->
          edit.filter(this::isDropped).isPresent()
              ? difference(
                  difference,
                  AgreeMessageRules.VALUE_LOST,
                  Impact.MEANING,
                  new Evidence.Proved(how),
                  sentence + ": " + receiver + " takes it and has no name for it")
              : difference(
                  difference,
                  AgreeRules.CHANGED_SAFELY,
                  Impact.SAFE,
                  new Evidence.Proved(how),
                  sentence);
    };
  }

  /// Whether the sender has a property that the receiver does not name.
  private boolean isDropped(Edit edit) {
    Edit.Change dropping = way.isSentByBefore() ? Edit.Change.REMOVED : Edit.Change.ADDED;
    return edit.keyword().equals("properties") && edit.change() == dropping;
  }

  private Difference difference(
      SchemaDifference difference, Rule rule, Impact impact, Evidence evidence, String sentence) {
    return new Difference(
        rule,
        impact,
        evidence,
        position,
        difference.pointer(),
        sentence,
        difference.before(),
        difference.after(),
        List.of(),
        List.of());
  }
}
