package dev.concordat.compare.schema;

import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.inclusion.Aim;
import dev.concordat.contracts.inclusion.Effort;
import dev.concordat.contracts.inclusion.Inclusion;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.inclusion.Likeness;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.SameText;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Compares the schemas of two documents, position by position. What was found out once is kept, so one of these serves
/// all positions of a pair of documents. Not thread-safe.
public final class SchemaComparison {
  /// Alternatives of one side alone of which a value is drawn.
  private static final int MAX_ALTERNATIVES = 16;

  private static final Verdict CASES = new Verdict.Proved("case analysis");

  private final Policies policies;
  private final Inclusions inclusions = new Inclusions(Effort.defaults());
  private final SameText texts = new SameText();
  private final Likeness likeness = inclusions.likeness(NoteEdits::of);
  private final OneKeyword keywords = new OneKeyword();
  private final Witnesses witnesses;
  private final Vacuity vacuity = new Vacuity(inclusions);
  private final Map<Asked, List<SchemaDifference>> answers = new HashMap<>();

  private record Asked(Schema before, Schema after, Way way) {}

  public SchemaComparison(Policies policies) {
    this(policies, false);
  }

  private SchemaComparison(Policies policies, boolean votesLater) {
    this.policies = policies;
    this.witnesses = new Witnesses(votesLater);
  }

  /// One whose breaks were judged by one validator, and by a second one when {@link #voted} is called. Of many breaks with
  /// one cause only the first is shown.
  public static SchemaComparison votingLater(Policies policies) {
    return new SchemaComparison(policies, true);
  }

  /// What was found out about schemas so far, and can be asked for more.
  public Inclusions inclusions() {
    return inclusions;
  }

  /// Which schemas are written alike, as far as that was asked.
  public SameText writing() {
    return texts;
  }

  /// What is left of a break when the second validator was asked about it.
  public Verdict voted(Schema sender, Schema receiver, Direction direction, Verdict.Breaks breaks) {
    return witnesses.voted(sender, receiver, direction, breaks);
  }

  /// All differences of two schemas at one position of a message, in the order of the schemas. Empty when they mean the
  /// same and nothing of note differs.
  ///
  /// @param before of the old contract, or the consumer's
  /// @param after of the new contract, or the provider's
  public List<SchemaDifference> compare(Schema before, Schema after, Way way) {
    if (before == after || texts.isSame(before, after) || likeness.isSame(before, after)) {
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
    List<Found> found = edits(before, after, way, new Findings(keywords));
    boolean isPlain =
        inclusions.isPlain(
            way.sender(before, after),
            policies.sender(),
            way.receiver(before, after),
            way.direction());
    List<Verdict> verdicts =
        isPlain
            ? Collections.nCopies(found.size(), CASES)
            : new Attribution(inclusions, witnesses, policies.sender())
                .of(found, before, after, way);
    boolean isExplained = isPlain || verdicts.stream().anyMatch(Verdict.Breaks.class::isInstance);
    // What no edit breaks may still be broken by several together, or be proved as a whole.
    Verdict whole = isExplained ? CASES : wholeVerdict(before, after, way);
    boolean isProved = isPlain || (!isExplained && whole instanceof Verdict.Proved);
    boolean isRewritten = isProved && isRewritten(found, before, after, way);
    var differences = new ArrayList<SchemaDifference>();
    var nothings = new LinkedHashSet<Vacuity.Nothing>();
    for (int i = 0; i < found.size(); i++) {
      Found each = found.get(i);
      if (!(isRewritten && each.edit().concern() == Edit.Concern.VALUES)) {
        Verdict verdict = isProved ? whole : verdicts.get(i);
        Optional<Vacuity.Nothing> nothing = nothing(each, verdict, isPlain, before, after, way);
        nothing.ifPresent(nothings::add);
        boolean isByLetter = nothing.filter(it -> !it.isByLetterToo()).isPresent();
        differences.add(
            difference(each.edit(), isByLetter ? byLetter(each, before, after, way) : verdict));
      }
    }
    unexplained(whole, differences, before, after).ifPresent(differences::add);
    nothings.forEach(each -> differences.add(difference(each.edit(way), each.verdict())));
    return List.copyOf(differences);
  }

  /// Where it is no merit of the edit that it passes.
  private Optional<Vacuity.Nothing> nothing(
      Found found, Verdict verdict, boolean isPlain, Schema before, Schema after, Way way) {
    return policies.sender() == Reading.CLOSED && verdict instanceof Verdict.Proved
        ? vacuity.behind(found, isPlain, before, after, way)
        : Optional.empty();
  }

  private Verdict byLetter(Found found, Schema before, Schema after, Way way) {
    return new Attribution(inclusions, witnesses, Reading.LITERAL)
        .of(List.of(found), before, after, way)
        .getFirst();
  }

  private List<Found> edits(Schema before, Schema after, Way way, Findings findings) {
    new Walk(texts, likeness, inclusions)
        .compare(
            new Spot(
                way,
                Route.WHOLE,
                Joined.of(List.of(before)),
                Joined.of(List.of(after)),
                false,
                false),
            findings);
    return findings.all();
  }

  private Verdict wholeVerdict(Schema before, Schema after, Way way) {
    return verdict(way.sender(before, after), way.receiver(before, after), way.direction());
  }

  /// Whether both say the same in other words. One edit that makes a difference is enough to tell that they do not.
  private boolean isRewritten(List<Found> found, Schema before, Schema after, Way way) {
    if (found.stream().noneMatch(each -> each.edit().concern() == Edit.Concern.VALUES)
        || aims(found).anyMatch(aim -> areApart(before, after, way, aim))) {
      return false;
    }
    // What passes one way most often differs the other way, and the first edit there shows it.
    Way back = way.reversed();
    var findings = new Findings(keywords, aim -> areApart(before, after, back, aim));
    List<Found> others = edits(before, after, back, findings);
    return !findings.isDecided()
        && !areAlternativesApart(found, before, after, way)
        && !areAlternativesApart(others, before, after, back)
        && !differs(others, before, after, back)
        && !differs(found, before, after, way)
        && isEqual(before, after, way.direction());
  }

  private boolean areApart(Schema before, Schema after, Way way, Aim aim) {
    return inclusions.arePlainlyApart(
        way.sender(before, after), way.receiver(before, after), way.direction(), aim);
  }

  private boolean areAlternativesApart(List<Found> found, Schema before, Schema after, Way way) {
    return found.stream()
        .flatMap(each -> LoneAlternative.aim(each).stream())
        .limit(MAX_ALTERNATIVES)
        .anyMatch(aim -> areApart(before, after, way, aim));
  }

  private boolean differs(List<Found> found, Schema before, Schema after, Way way) {
    Schema sender = way.sender(before, after);
    Schema receiver = way.receiver(before, after);
    return aims(found)
        .anyMatch(
            aim ->
                inclusions
                    .plainBreak(sender, Reading.LITERAL, receiver, way.direction(), aim)
                    .isPresent());
  }

  private static Stream<Aim> aims(List<Found> found) {
    return found.stream().flatMap(each -> each.aim().stream());
  }

  private boolean isEqual(Schema before, Schema after, Direction direction) {
    return inclusions.isIn(after, Reading.LITERAL, before, direction)
        && inclusions.isIn(before, Reading.LITERAL, after, direction);
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
