package dev.concordat.cli.provider;

import dev.concordat.conform.learned.Demand;
import dev.concordat.conform.learned.Learned;
import dev.concordat.conform.learned.Worked;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.report.json.Members;
import java.util.Optional;

/// What was learned as JSON that people can read, and back.
final class LearnedJson {
  private static final int FORMAT = 1;
  private static final String ABOUT =
      "What concordat conform learned about a provider, tried first next time. May be deleted.";

  private LearnedJson() {}

  static JsonObject of(Learned learned) {
    return new Members()
        .put("format", FORMAT)
        .put("about", ABOUT)
        .list(
            "worked",
            learned.worked(),
            worked ->
                new Members()
                    .put("operation", worked.operation())
                    .put("sent", MessageJson.of(worked.request()))
                    .object())
        .list(
            "demands",
            learned.demands(),
            demand ->
                new Members()
                    .put("operation", demand.operation())
                    .put("place", demand.place())
                    .put("kind", demand.kind())
                    .put("bound", demand.bound())
                    .object())
        .list("failures", learned.failures(), FailureJson::of)
        .object();
  }

  /// What a file holds; nothing where it is no such file.
  static Optional<Learned> read(JsonValue file) {
    if (!(file instanceof JsonObject object)
        || !object.member("format").equals(Optional.of(JsonNumber.of(FORMAT)))) {
      return Optional.empty();
    }
    var fields = new Fields(object);
    return Optional.of(
        new Learned(
            fields.each("worked").stream().flatMap(it -> worked(it).stream()).toList(),
            fields.each("demands").stream().map(LearnedJson::demand).toList(),
            fields.each("failures").stream()
                .flatMap(it -> FailureJson.read(it).stream())
                .toList()));
  }

  private static Optional<Worked> worked(Fields kept) {
    return kept.in("sent")
        .map(sent -> new Worked(kept.text("operation"), MessageJson.request(sent)));
  }

  private static Demand demand(Fields kept) {
    return new Demand(
        kept.text("operation"), kept.text("place"), kept.text("kind"), kept.text("bound"));
  }
}
