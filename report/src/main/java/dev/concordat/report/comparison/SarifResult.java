package dev.concordat.report.comparison;

import dev.concordat.model.comparison.Acceptance;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import dev.concordat.report.json.Members;
import dev.concordat.report.sarif.SarifLog;
import java.util.List;

/// One group of differences as a result of SARIF.
final class SarifResult {
  private static final String FINGERPRINT = "concordatDifference/v1";

  private SarifResult() {}

  static JsonValue of(Group group, List<Rule> rules, boolean hasSeveralPairs) {
    Difference difference = group.difference();
    Place place = GroupWords.place(group);
    Members result =
        new Members()
            .put("ruleId", difference.rule().id())
            .put("ruleIndex", rules.indexOf(difference.rule()))
            .put("level", GroupWords.level(group))
            .put("message", SarifLog.text(GroupWords.text(group)))
            .put("locations", JsonArray.of(location(group, place, true)))
            .put("partialFingerprints", fingerprints(group, hasSeveralPairs));
    difference
        .before()
        .map(Sentence::place)
        .filter(before -> !before.equals(place))
        .ifPresent(
            before -> result.put("relatedLocations", JsonArray.of(location(group, before, false))));
    group
        .main()
        .acceptance()
        .ifPresent(accepted -> result.put("suppressions", JsonArray.of(suppression(accepted))));
    return result.put("properties", properties(group)).object();
  }

  private static JsonObject location(Group group, Place place, boolean isMain) {
    Members location =
        new Members()
            .put(
                "physicalLocation",
                SarifLog.physical(GroupWords.repositoryPath(group, place), place));
    if (!isMain) {
      String where = group.pair().left().named(place.shortForm());
      return location.put("message", SarifLog.text("before: " + where)).object();
    }
    String name = group.difference().position().text();
    return location.put("logicalLocations", SarifLog.logical(name)).object();
  }

  private static JsonObject fingerprints(Group group, boolean hasSeveralPairs) {
    String id = group.difference().id();
    String file = hasSeveralPairs ? "/" + GroupWords.fileOf(group.pair()) : "";
    return new Members().put(FINGERPRINT, id + file).object();
  }

  private static JsonObject suppression(Acceptance acceptance) {
    return new Members()
        .put("kind", "external")
        .put("status", "accepted")
        .put(
            "justification",
            acceptance.owner() + " until " + acceptance.until() + ": " + acceptance.reason())
        .object();
  }

  private static JsonObject properties(Group group) {
    Difference difference = group.difference();
    return new Members()
        .put("impact", difference.impact().word())
        .put("positions", group.size() + group.difference().also().size())
        .texts("aliases", difference.aliases().stream().map(SarifResult::alias).toList())
        .object();
  }

  private static String alias(Alias alias) {
    return alias.tool() + ":" + alias.id();
  }
}
