package dev.concordat.compare.schema;

import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.inclusion.Effort;
import dev.concordat.contracts.inclusion.Inclusion;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.inclusion.Likeness;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares the schemas of two documents, position by position. What was found out once is kept, so one of these serves
/// all positions of a pair of documents. Not thread-safe.
public final class SchemaComparison {
  private final Policies policies;
  private final Inclusions inclusions = new Inclusions(Effort.defaults());
  private final Likeness likeness = new Likeness(NoteEdits::of);
  private final OneKeyword keywords = new OneKeyword();
  private final Witnesses witnesses = new Witnesses();
  private final Map<Asked, List<SchemaDifference>> answers = new HashMap<>();

  private record Asked(Schema before, Schema after, Way way) {}

  public SchemaComparison(Policies policies) {
    this.policies = policies;
  }

  /// All differences of two schemas at one position of a message, in the order of the schemas. Empty when they mean the
  /// same and nothing of note differs.
  ///
  /// @param before of the old contract, or the consumer's
  /// @param after of the new contract, or the provider's
  public List<SchemaDifference> compare(Schema before, Schema after, Way way) {
    if (likeness.isSame(before, after)) {
      return List.of();
    }
    // Bodies that only refer to one component have one answer.
    var asked = new Asked(likeness.representative(before), likeness.representative(after), way);
    List<SchemaDifference> known = answers.get(asked);
    if (known == null) {
      known = differences(before, after, way);
      answers.put(asked, known);
    }
    return known;
  }

  private List<SchemaDifference> differences(Schema before, Schema after, Way way) {
    Verdict whole =
        verdict(way.sender(before, after), way.receiver(before, after), way.direction());
    var findings = new Findings(keywords);
    new Walk(likeness, inclusions)
        .compare(
            new Spot(
                way,
                Route.WHOLE,
                Joined.of(List.of(before)),
                Joined.of(List.of(after)),
                false,
                false),
            findings);
    var attribution = new Attribution(inclusions, witnesses, policies.sender());
    boolean isRewritten =
        whole instanceof Verdict.Proved && isEqual(before, after, way.direction());
    var differences = new ArrayList<SchemaDifference>();
    for (Found found : findings.all()) {
      if (!(isRewritten && found.edit().concern() == Edit.Concern.VALUES)) {
        differences.add(difference(found.edit(), attribution.of(found, before, after, whole)));
      }
    }
    unexplained(whole, differences, before, after).ifPresent(differences::add);
    return List.copyOf(differences);
  }

  /// Whether both say the same in other words.
  private boolean isEqual(Schema before, Schema after, Direction direction) {
    return inclusions.check(before, Reading.LITERAL, after, direction) instanceof Inclusion.Proved
        && inclusions.check(after, Reading.LITERAL, before, direction) instanceof Inclusion.Proved;
  }

  private static SchemaDifference difference(Edit edit, Verdict verdict) {
    return new SchemaDifference(
        edit.pointer(),
        verdict,
        List.of(edit),
        edit.before().place().map(SchemaComparison::sentence),
        edit.after().place().map(SchemaComparison::sentence));
  }

  /// What the whole position does and no edit explains.
  private static Optional<SchemaDifference> unexplained(
      Verdict whole, List<SchemaDifference> differences, Schema before, Schema after) {
    boolean isExplained =
        whole instanceof Verdict.Proved
            || differences.stream().anyMatch(each -> !(each.verdict() instanceof Verdict.Proved));
    return isExplained
        ? Optional.empty()
        : Optional.of(
            new SchemaDifference(
                "",
                whole,
                List.of(),
                Optional.of(sentence(before.node())),
                Optional.of(sentence(after.node()))));
  }

  /// Whether every value that the sender may send is taken by the receiver; the position as a whole.
  public Verdict verdict(Schema sender, Schema receiver, Direction direction) {
    return switch (inclusions.check(sender, policies.sender(), receiver, direction)) {
      case Inclusion.Proved() ->
          new Verdict.Proved(
              inclusions.equalMeaning(sender, receiver) ? "equal meaning" : "case analysis");
      case Inclusion.Breaks(JsonValue witness) ->
          witnesses.confirm(sender, receiver, direction, witness, "");
      case Inclusion.Unknown(String reason, List<String> tried) ->
          new Verdict.Unknown(reason, tried);
    };
  }

  private static Sentence sentence(Located located) {
    return new Sentence(located.place(), located.sourceLine());
  }
}
