package dev.concordat.cli.provider;

import dev.concordat.conform.learned.Failure;
import dev.concordat.conform.talk.Identity;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.report.json.Members;
import java.util.List;
import java.util.Optional;

/// Kept findings as JSON, and back.
final class StoredFindingJson {
  static final int FORMAT = 2;

  private StoredFindingJson() {}

  static JsonObject of(List<StoredFinding> findings) {
    return new Members()
        .put("format", FORMAT)
        .list("findings", findings, StoredFindingJson::of)
        .object();
  }

  private static JsonValue of(StoredFinding finding) {
    return new Members()
        .put("failure", FailureJson.of(finding.failure()))
        .put("provider", finding.provider())
        .put("contract", finding.contract())
        .maybe("basePath", finding.basePath(), JsonString::new)
        .put("seed", Long.toString(finding.seed()))
        .list("steps", finding.steps(), StoredFindingJson::of)
        .object();
  }

  private static JsonValue of(StoredStep step) {
    return new Members()
        .put("what", step.what())
        .put("as", FailureJson.word(step.identity()))
        .put("sent", MessageJson.of(step.request()))
        .maybe("answer", step.response(), MessageJson::of)
        .object();
  }

  /// The findings of a file; none of one that is not ours.
  static List<StoredFinding> read(JsonValue file) {
    return file instanceof JsonObject object
            && object.member("format").equals(Optional.of(JsonNumber.of(FORMAT)))
        ? new Fields(object)
            .each("findings").stream().flatMap(each -> finding(each).stream()).toList()
        : List.of();
  }

  private static Optional<StoredFinding> finding(Fields kept) {
    Optional<Failure> failure = kept.in("failure").flatMap(FailureJson::read);
    List<StoredStep> steps =
        kept.each("steps").stream().flatMap(each -> step(each).stream()).toList();
    return failure.map(
        known ->
            new StoredFinding(
                known,
                kept.text("provider"),
                kept.text("contract"),
                kept.has("basePath") ? Optional.of(kept.text("basePath")) : Optional.empty(),
                seed(kept.text("seed")),
                steps));
  }

  private static long seed(String digits) {
    return digits.matches("-?[0-9]{1,18}") ? Long.parseLong(digits) : 0;
  }

  private static Optional<StoredStep> step(Fields kept) {
    Identity identity = FailureJson.identity(kept.text("as")).orElse(Identity.FIRST);
    return kept.in("sent")
        .map(
            sent ->
                new StoredStep(
                    kept.text("what"),
                    identity,
                    MessageJson.request(sent),
                    kept.in("answer").map(MessageJson::response)));
  }
}
