package dev.concordat.registry.gate;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.gate.GateAnswer.Decision;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/// A decision as JSON. The member `verdict` decides; every reason has a stable `kind` and the sentence that text has.
public final class GateJson {
  private GateJson() {}

  /// The whole answer; a refused question has the member `error` instead of `verdict`.
  public static JsonObject of(GateAnswer answer) {
    return switch (answer) {
      case GateAnswer.Refused(String message, Optional<String> suggestion) ->
          JsonObject.EMPTY.with("error", text(message)).with("suggestion", optional(suggestion));
      case Decision decision -> decision(decision);
    };
  }

  private static JsonObject decision(Decision decision) {
    GateQuestion question = decision.question();
    return JsonObject.EMPTY
        .with("verdict", text(decision.verdict().name()))
        .with("summary", text(GateText.summary(decision)))
        .with("versions", array(question.versions(), GateJson::version))
        .with("target", target(question.target()))
        .with("reasons", array(decision.reasons(), GateJson::reason))
        .with("notices", array(decision.notices(), GateJson::notice))
        .with("decidedAt", time(decision.at()));
  }

  private static JsonObject target(Target target) {
    return switch (target) {
      case Target.Environment(String name) -> JsonObject.EMPTY.with("environment", text(name));
      case Target.Branch(Optional<String> name) -> JsonObject.EMPTY.with("branch", optional(name));
    };
  }

  private static JsonObject reason(Reason reason) {
    JsonObject base =
        JsonObject.EMPTY
            .with("kind", text(kind(reason)))
            .with("sentence", text(GateText.sentence(reason)));
    return switch (reason) {
      case Reason.Broken(Pair pair, Evidence evidence, Blame blame) ->
          pair(base, pair).with("evidence", evidence(evidence)).with("since", blame(blame));
      case Reason.Proved(Pair pair, Evidence evidence) ->
          pair(base, pair).with("evidence", evidence(evidence));
      case Reason.Unproved(Pair pair, boolean isEverVerified, String command) ->
          pair(base, pair)
              .with("everVerified", JsonBoolean.of(isEverVerified))
              .with("command", text(command));
      case Reason.ProviderAbsent(Side consumer, String provider, String command) ->
          base.with("consumer", side(consumer))
              .with("provider", JsonObject.EMPTY.with("system", text(provider)))
              .with("command", text(command));
      case Reason.VersionUnknown(SystemVersion version, String command) ->
          base.with("version", version(version)).with("command", text(command));
      case Reason.Exempt(Reason inner, Exemption exemption) ->
          base.with("exemption", exemption(exemption)).with("reason", reason(inner));
    };
  }

  private static String kind(Reason reason) {
    return switch (reason) {
      case Reason.Broken _ -> "broken";
      case Reason.Proved _ -> "proved";
      case Reason.Unproved _ -> "unproved";
      case Reason.ProviderAbsent _ -> "provider-absent";
      case Reason.VersionUnknown _ -> "version-unknown";
      case Reason.Exempt _ -> "exempt";
    };
  }

  private static JsonObject notice(Notice notice) {
    String kind =
        switch (notice) {
          case Notice.FirstDeployment _ -> "first-deployment";
          case Notice.NewConsumer _ -> "new-consumer";
          case Notice.ConsumerLeaves _ -> "consumer-leaves";
          case Notice.OperationRemoved _ -> "operation-removed";
          case Notice.NothingToProve _ -> "nothing-to-prove";
          case Notice.ExemptionOver _ -> "exemption-over";
          case Notice.ExemptionUnused _ -> "exemption-unused";
        };
    return JsonObject.EMPTY
        .with("kind", text(kind))
        .with("sentence", text(GateText.sentence(notice)));
  }

  private static JsonObject blame(Blame blame) {
    JsonObject base = JsonObject.EMPTY.with("sentence", text(GateText.sentence(blame)));
    return switch (blame) {
      case Blame.ProviderChanged(SystemVersion good, SystemVersion bad, Instant since) ->
          base.with("changed", text("provider"))
              .with("good", version(good))
              .with("bad", version(bad))
              .with("at", time(since));
      case Blame.ConsumerChanged(SystemVersion good, Instant since) ->
          base.with("changed", text("consumer"))
              .with("good", version(good))
              .with("at", time(since));
      case Blame.NeverHeld(Optional<Instant> since) ->
          base.with("changed", JsonNull.NULL)
              .with("at", since.<JsonValue>map(GateJson::time).orElse(JsonNull.NULL));
    };
  }

  private static JsonObject evidence(Evidence evidence) {
    return JsonObject.EMPTY
        .with("verification", JsonNumber.of(evidence.number()))
        .with("success", JsonBoolean.of(evidence.success()))
        .with("at", time(evidence.at()))
        .with("method", text(evidence.method()))
        .with("buildUrl", optional(evidence.buildUrl()))
        .with(
            "failures",
            array(
                evidence.failures(),
                failure ->
                    JsonObject.EMPTY
                        .with("what", text(failure.what()))
                        .with("witness", optional(failure.witness()))
                        .with("removed", JsonBoolean.of(failure.isRemoved()))));
  }

  private static JsonObject exemption(Exemption exemption) {
    return JsonObject.EMPTY
        .with("system", text(exemption.system()))
        .with("version", optional(exemption.version()))
        .with("owner", text(exemption.owner()))
        .with("until", text(exemption.until().toString()));
  }

  private static JsonObject pair(JsonObject base, Pair pair) {
    return base.with("consumer", side(pair.consumer())).with("provider", side(pair.provider()));
  }

  private static JsonObject side(Side side) {
    return version(side.version())
        .with("owner", optional(side.owner()))
        .with("asked", JsonBoolean.of(side.isAsked()));
  }

  private static JsonObject version(SystemVersion version) {
    return JsonObject.EMPTY
        .with("system", text(version.system()))
        .with("version", text(version.version()));
  }

  private static <T> JsonArray array(Collection<T> items, Function<T, ? extends JsonValue> shape) {
    return new JsonArray(items.stream().<JsonValue>map(shape).toList());
  }

  private static JsonString time(Instant instant) {
    return text(instant.toString());
  }

  private static JsonString text(String text) {
    return new JsonString(text);
  }

  private static JsonValue optional(Optional<String> text) {
    return text.<JsonValue>map(JsonString::new).orElse(JsonNull.NULL);
  }
}
