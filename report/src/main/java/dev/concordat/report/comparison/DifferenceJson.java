package dev.concordat.report.comparison;

import dev.concordat.model.comparison.Acceptance;
import dev.concordat.model.comparison.Affected;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Judged;
import dev.concordat.model.comparison.Occurrence;
import dev.concordat.model.comparison.Origin;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.report.json.JsonReport;
import dev.concordat.report.json.Members;

/// One difference as JSON.
final class DifferenceJson {
  private DifferenceJson() {}

  /// @param pairNumber the pair's place in the list of comparisons, from 0
  static JsonValue of(Judged judged, ComparedPair pair, int pairNumber) {
    Difference difference = judged.difference();
    Members members =
        new Members()
            .put("id", difference.id())
            .put("comparison", pairNumber)
            .put("rule", difference.rule().id())
            .put("title", difference.rule().title())
            .put("impact", difference.impact().word())
            .put("finding", judged.isFinding())
            .put("counts", judged.counts())
            .put("position", position(difference.position()))
            .put("pointer", difference.pointer())
            .put("message", difference.message())
            .put("evidence", evidence(difference.evidence()))
            .maybe("before", difference.before(), s -> sentence(s, pair.left()))
            .maybe("after", difference.after(), s -> sentence(s, pair.right()))
            .list("also", difference.also(), DifferenceJson::occurrence)
            .list("aliases", difference.aliases(), DifferenceJson::alias)
            .list("affected", difference.affected(), DifferenceJson::affected)
            .maybe("accepted", judged.acceptance(), DifferenceJson::acceptance);
    if (Replays.isReplayable(difference)) {
      members.put("replay", Replays.command(difference));
    }
    return members.object();
  }

  private static JsonObject position(Position position) {
    return new Members()
        .put("operation", position.operation())
        .put("part", position.part().words())
        .put("detail", position.detail())
        .put("text", position.text())
        .object();
  }

  private static JsonObject occurrence(Occurrence occurrence) {
    return new Members()
        .put("position", position(occurrence.position()))
        .put("pointer", occurrence.pointer())
        .object();
  }

  private static JsonObject evidence(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Proved(String how) ->
          new Members().put("kind", "proved").put("how", how).object();
      case Evidence.Witnessed(var witness) ->
          new Members().put("kind", "witnessed").put("witness", WitnessJson.of(witness)).object();
      case Evidence.Undecided(String reason, var tried) ->
          new Members()
              .put("kind", "undecided")
              .put("reason", reason)
              .texts("tried", tried)
              .object();
      case Evidence.Stated() -> new Members().put("kind", "stated").object();
    };
  }

  private static JsonObject sentence(Sentence sentence, Origin origin) {
    return JsonReport.place(sentence.place())
        .with("revision", new JsonString(origin.revision()))
        .with("text", new JsonString(sentence.text()));
  }

  private static JsonValue alias(Alias alias) {
    return new Members()
        .put("tool", alias.tool())
        .put("id", alias.id())
        .put("level", alias.level())
        .object();
  }

  private static JsonValue affected(Affected affected) {
    return new Members()
        .put("consumer", affected.consumer())
        .put("impact", affected.impact().word())
        .put("why", affected.why())
        .maybe("witness", affected.witness(), WitnessJson::of)
        .object();
  }

  private static JsonValue acceptance(Acceptance acceptance) {
    return new Members()
        .put("owner", acceptance.owner())
        .put("reason", acceptance.reason())
        .put("until", acceptance.until().toString())
        .put("place", JsonReport.place(acceptance.place()))
        .object();
  }
}
