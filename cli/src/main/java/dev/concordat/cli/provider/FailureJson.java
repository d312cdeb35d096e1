package dev.concordat.cli.provider;

import dev.concordat.conform.learned.Failure;
import dev.concordat.conform.learned.Single;
import dev.concordat.conform.learned.Step;
import dev.concordat.conform.talk.Deviation;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Identity;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.place.Place;
import dev.concordat.report.json.JsonReport;
import dev.concordat.report.json.Members;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What is needed to try something again that was found, as JSON that people can read, and back.
final class FailureJson {
  private static final String USER = "user ";

  private FailureJson() {}

  static JsonObject of(Failure failure) {
    return new Members()
        .put("id", failure.id())
        .put("rule", failure.rule())
        .put("operation", failure.operation())
        .put("pointer", failure.pointer())
        .put("message", failure.message())
        .put("cause", failure.causeKey())
        .put("experiment", failure.experiment())
        .list("story", failure.story(), FailureJson::of)
        .maybe("single", failure.single(), FailureJson::of)
        .object();
  }

  private static JsonObject of(Step step) {
    return new Members()
        .put("what", step.what())
        .put("method", step.method())
        .put("operation", step.operation())
        .put("as", word(step.identity()))
        .put("expected", word(step.expected()))
        .put("status", step.status())
        .object();
  }

  private static JsonObject of(Single single) {
    return new Members()
        .put("what", single.what())
        .put("says", single.says())
        .put("operation", single.operation())
        .put("as", word(single.identity()))
        .put("expected", word(single.expected()))
        .maybe(
            "deviation",
            single.deviation(),
            deviation ->
                new Members()
                    .put("pointer", deviation.pointer())
                    .put("keyword", deviation.keyword())
                    .object())
        .maybe("sentence", single.sentence(), JsonReport::sentence)
        .put("sent", MessageJson.of(single.request()))
        .object();
  }

  /// A kept failure; nothing where it is damaged.
  static Optional<Failure> read(Fields kept) {
    List<Step> story = kept.each("story").stream().flatMap(it -> step(it).stream()).toList();
    Optional<Single> single = kept.in("single").flatMap(FailureJson::single);
    boolean isWhole =
        !story.isEmpty()
            && story.size() == kept.each("story").size()
            && single.isPresent() == kept.has("single");
    return Stream.of(story)
        .filter(_ -> isWhole)
        .map(
            steps ->
                new Failure(
                    kept.text("id"),
                    kept.text("rule"),
                    kept.text("operation"),
                    kept.text("pointer"),
                    kept.text("message"),
                    kept.text("cause"),
                    kept.text("experiment"),
                    steps,
                    single))
        .findFirst();
  }

  private static Optional<Step> step(Fields kept) {
    Optional<Identity> identity = identity(kept.text("as"));
    return expected(kept.text("expected"))
        .filter(_ -> identity.isPresent())
        .map(
            expected ->
                new Step(
                    kept.text("operation"),
                    kept.text("method"),
                    identity.orElseThrow(),
                    expected,
                    kept.text("what"),
                    kept.number("status")));
  }

  private static Optional<Single> single(Fields kept) {
    Optional<Identity> identity = identity(kept.text("as"));
    Optional<Fields> sent = kept.in("sent");
    return expected(kept.text("expected"))
        .filter(_ -> identity.isPresent() && sent.isPresent())
        .map(
            expected ->
                new Single(
                    kept.text("operation"),
                    MessageJson.request(sent.orElseThrow()),
                    identity.orElseThrow(),
                    expected,
                    kept.in("deviation")
                        .map(it -> new Deviation(it.text("pointer"), it.text("keyword"))),
                    kept.text("what"),
                    kept.text("says"),
                    kept.in("sentence").map(FailureJson::sentence)));
  }

  private static Sentence sentence(Fields kept) {
    return new Sentence(
        new Place(
            kept.text("file"),
            Math.max(1, kept.number("line")),
            Math.max(1, kept.number("column")),
            kept.text("pointer")),
        kept.text("text"));
  }

  private static Optional<Expected> expected(String word) {
    return Arrays.stream(Expected.values()).filter(each -> word(each).equals(word)).findFirst();
  }

  private static String word(Expected expected) {
    return expected.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String word(Identity identity) {
    return switch (identity) {
      case Identity.User(int number) -> USER + (number + 1);
      case Identity.Anonymous() -> "nobody";
      case Identity.Wrong() -> "wrong credentials";
      case Identity.AsWritten() -> "as written";
    };
  }

  static Optional<Identity> identity(String word) {
    if (word.matches(USER + "[1-9][0-9]{0,2}")) {
      return Optional.of(new Identity.User(Integer.parseInt(word.substring(USER.length())) - 1));
    }
    return Stream.of(new Identity.Anonymous(), new Identity.Wrong(), new Identity.AsWritten())
        .map(Identity.class::cast)
        .filter(each -> word(each).equals(word))
        .findFirst();
  }
}
