package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Aim;
import dev.concordat.contracts.inclusion.Inclusion;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonValue;
import java.util.List;

/// Tells of every edit whether it alone breaks the whole position: whether the sender may send a value that meets it and
/// is refused.
final class Attribution {
  private static final Verdict NOT_ASKED =
      new Verdict.Proved("nothing is asked that was not asked before");

  private final Inclusions inclusions;
  private final Witnesses witnesses;
  private final Reading reading;

  Attribution(Inclusions inclusions, Witnesses witnesses, Reading reading) {
    this.inclusions = inclusions;
    this.witnesses = witnesses;
    this.reading = reading;
  }

  /// One verdict for each of the edits.
  List<Verdict> of(List<Found> found, Schema before, Schema after, Way way) {
    return found.stream().map(each -> of(each, before, after, way)).toList();
  }

  private Verdict of(Found found, Schema before, Schema after, Way way) {
    return found.aim().map(aim -> aimed(aim, before, after, found, way)).orElse(NOT_ASKED);
  }

  private Verdict aimed(Aim aim, Schema before, Schema after, Found found, Way way) {
    Schema sender = way.sender(before, after);
    Schema receiver = way.receiver(before, after);
    return switch (inclusions.check(sender, reading, receiver, way.direction(), aim)) {
      case Inclusion.Proved() -> new Verdict.Proved("case analysis");
      case Inclusion.Breaks(JsonValue witness) ->
          witnesses.confirm(sender, receiver, way.direction(), witness, found.edit().pointer());
      case Inclusion.Unknown(String reason, List<String> tried) ->
          new Verdict.Unknown(reason, tried);
    };
  }
}
