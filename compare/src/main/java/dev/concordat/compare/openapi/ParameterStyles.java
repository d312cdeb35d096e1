package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.HttpChange.ParameterStyleChanged;
import dev.concordat.compare.schema.Verdict;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.body.ContentParameters;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterDecoder.Decoded;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.ParameterStyle;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Compares a parameter that the two contracts write in different styles: by writing values as the sender does and reading
/// them as the receiver does.
final class ParameterStyles {
  private final Comparison comparison;
  private final Endpoint endpoint;
  private final Parameter old;
  private final Parameter now;
  private final Way way;

  ParameterStyles(Comparison comparison, Endpoint endpoint, Parameter old, Parameter now, Way way) {
    this.comparison = comparison;
    this.endpoint = endpoint;
    this.old = old;
    this.now = now;
    this.way = way;
  }

  /// Whether both are written alike.
  static boolean isSame(Parameter old, Parameter now) {
    return old.style() == now.style()
        && old.explode() == now.explode()
        && type(old).equals(type(now));
  }

  private static String type(Parameter parameter) {
    return parameter
        .content()
        .map(MediaTypeSpec::mediaType)
        .map(it -> it.isJson() ? "json" : it.essence())
        .orElse("");
  }

  /// What can be written, where the value is not one text of a media type.
  static Optional<Schema> writable(Parameter parameter) {
    Schema all =
        parameter.style() == ParameterStyle.DEEP_OBJECT
            ? MadeSchemas.WRITABLE_DEEP
            : MadeSchemas.WRITABLE;
    return parameter.content().isEmpty() ? Optional.of(all) : Optional.empty();
  }

  void compare(Parameter sender, Parameter receiver) {
    Set<JsonValue> samples = samples(sender);
    Optional<String> otherwise = Optional.empty();
    for (JsonValue value : samples) {
      Trial trial = show(sender, receiver, value);
      if (trial instanceof Trial.Refused) {
        add(Impact.BREAKS, "", trial::evidence);
        return;
      }
      otherwise = otherwise.or(() -> readOtherwise(sender, receiver, value));
    }
    if (otherwise.isPresent()) {
      add(Impact.MISREAD, ": " + otherwise.get(), Comparison::stated);
    } else if (isAlwaysOneText(sender)) {
      add(Impact.SAFE, ", which changes nothing on the wire", Comparison::proved);
      values(sender, receiver);
    } else {
      add(
          Impact.UNKNOWN,
          "",
          () ->
              new Evidence.Undecided(
                  "values were written in the one style and read in the other without loss; others"
                      + " may be lost",
                  samples.stream().map(Words::shown).toList()));
    }
  }

  private void values(Parameter sender, Parameter receiver) {
    new SchemaSpots(
            comparison,
            endpoint,
            new Spot.OfParameter(old, now),
            ParameterComparison.part(old),
            old.name(),
            AgreeRules.PARAMETER_REFUSED,
            way,
            writable(sender),
            MadeSchemas.TEXT,
            (value, ignored, voters) ->
                comparison
                    .witnesses()
                    .request(
                        endpoint,
                        RequestPlan.with(sender, value),
                        ParameterComparison.isOf(receiver),
                        voters))
        .compare(old.schema(), now.schema(), old.written(), now.written());
  }

  private Set<JsonValue> samples(Parameter sender) {
    Schema schema = sender.schema().orElse(MadeSchemas.TEXT);
    SmallValues values = comparison.witnesses().values();
    Set<JsonValue> samples = new LinkedHashSet<>();
    for (Schema kind : List.of(MadeSchemas.SEVERAL, MadeSchemas.NOT_EMPTY, MadeSchemas.SCALAR)) {
      values.shared(List.of(schema, kind), Direction.NONE).ifPresent(samples::add);
    }
    return samples;
  }

  private Trial show(Parameter sender, Parameter receiver, JsonValue value) {
    return comparison
        .witnesses()
        .request(
            endpoint,
            RequestPlan.with(sender, value),
            ParameterComparison.isOf(receiver),
            List.of());
  }

  /// What the receiver makes of the value, where that is another one.
  private Optional<String> readOtherwise(Parameter sender, Parameter receiver, JsonValue value) {
    if (!(comparison.witnesses().sendable(endpoint, RequestPlan.with(sender, value))
        instanceof Made.Message<HttpRequestMessage>(HttpRequestMessage request))) {
      return Optional.empty();
    }
    Map<String, String> path =
        way.receiver(endpoint.before(), endpoint.after())
            .filter(ignored -> receiver.in() == ParameterLocation.PATH)
            .flatMap(operation -> operation.path().match(request.path()))
            .orElse(Map.of());
    return switch (ContentParameters.decode(receiver, RequestFields.of(request, path))) {
      case Decoded.Present(JsonValue read, String text) ->
          read.equals(value)
              ? Optional.empty()
              : Optional.of(
                  Words.shown(value) + " is sent as " + text + " and read as " + Words.shown(read));
      case Decoded.Absent() ->
          Optional.of(Words.shown(value) + " is sent, and the receiver finds nothing");
      case Decoded.Unreadable(String reason, String text) ->
          Optional.of(Words.shown(value) + " is sent as " + text + ": " + reason);
    };
  }

  /// Whether the value is one piece of text, which these styles write alike.
  private boolean isAlwaysOneText(Parameter sender) {
    boolean isPlain =
        List.of(old, now).stream()
            .noneMatch(
                each ->
                    each.style() == ParameterStyle.JSON
                        || each.style() == ParameterStyle.LABEL
                        || each.style() == ParameterStyle.MATRIX
                        || each.style() == ParameterStyle.DEEP_OBJECT);
    Schema schema = sender.schema().orElse(MadeSchemas.TEXT);
    return isPlain
        && comparison.schemas().verdict(schema, MadeSchemas.SCALAR, Direction.NONE)
            instanceof Verdict.Proved;
  }

  private void add(Impact impact, String more, Supplier<Evidence> evidence) {
    comparison.add(
        new ParameterStyleChanged(endpoint, old, now),
        ParameterComparison.part(old),
        old.name(),
        "",
        AgreeRules.PARAMETER_REFUSED,
        impact,
        comparison.roles().changed(Words.named(old), style(old), style(now)) + more,
        Optional.of(old.written()),
        Optional.of(now.written()),
        evidence);
  }

  private static String style(Parameter parameter) {
    return parameter.content().isPresent()
        ? "written as " + parameter.content().get().mediaType()
        : "in style " + parameter.style().word() + (parameter.explode() ? ", exploded" : "");
  }
}
