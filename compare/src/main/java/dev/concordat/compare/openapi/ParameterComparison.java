package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.HttpChange.ParameterAdded;
import dev.concordat.compare.openapi.HttpChange.ParameterRemoved;
import dev.concordat.compare.openapi.HttpChange.ParameterRequirednessChanged;
import dev.concordat.compare.openapi.HttpChange.PathParameterRenamed;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Compares the parameters, request headers and cookies of an endpoint that both contracts have.
final class ParameterComparison {
  private final Comparison comparison;
  private final Endpoint endpoint;
  private final HttpOperation before;
  private final HttpOperation after;
  private final Way way;

  ParameterComparison(Comparison comparison, Endpoint endpoint) {
    this.comparison = comparison;
    this.endpoint = endpoint;
    this.before = endpoint.before().orElseThrow();
    this.after = endpoint.after().orElseThrow();
    this.way = endpoint.request();
  }

  void compare() {
    for (ParameterPairs.Pair pair : ParameterPairs.of(before, after)) {
      comparison.position(() -> compare(pair));
    }
  }

  private void compare(ParameterPairs.Pair pair) {
    if (pair.before().isPresent() && pair.after().isPresent()) {
      shared(pair.before().get(), pair.after().get());
    } else if (way.receiver(pair.before(), pair.after()).isPresent()) {
      receiversOnly(pair, way.receiver(pair.before(), pair.after()).get());
    } else {
      sendersOnly(pair, way.sender(pair.before(), pair.after()).orElseThrow());
    }
  }

  private void receiversOnly(ParameterPairs.Pair pair, Parameter parameter) {
    if (parameter.in() == ParameterLocation.PATH) {
      // Words of the old path stand where the new one has a parameter; whether it takes them was
      // found out already.
      return;
    }
    boolean isAdded = pair.after().isPresent();
    Impact impact = parameter.required() ? Impact.BREAKS : Impact.SAFE;
    String what = Words.named(parameter) + (parameter.required() ? ", which is required," : "");
    add(
        isAdded
            ? new ParameterAdded(endpoint, parameter)
            : new ParameterRemoved(endpoint, parameter),
        parameter,
        impact,
        comparison.roles().has(what, isAdded),
        isAdded ? before.written() : parameter.written(),
        isAdded ? parameter.written() : after.written(),
        parameter.required() ? () -> show(RequestPlan.SMALLEST, parameter) : Comparison::proved);
  }

  private void sendersOnly(ParameterPairs.Pair pair, Parameter parameter) {
    boolean isRemoved = pair.before().isPresent();
    // A receiver that says nothing of a parameter passes over it: what it asked for does not happen
    // any more.
    add(
        isRemoved
            ? new ParameterRemoved(endpoint, parameter)
            : new ParameterAdded(endpoint, parameter),
        parameter,
        isRemoved ? Impact.MEANING : Impact.SAFE,
        comparison.roles().has(Words.named(parameter), !isRemoved)
            + ": whoever does not know it passes over it",
        isRemoved ? parameter.written() : before.written(),
        isRemoved ? after.written() : parameter.written(),
        isRemoved ? Comparison::stated : Comparison::proved);
  }

  private void shared(Parameter old, Parameter now) {
    if (old.in() == ParameterLocation.PATH && !old.name().equals(now.name())) {
      add(
          new PathParameterRenamed(endpoint, old, now),
          old,
          Impact.SAFE,
          comparison.roles().changed("the name of " + Words.named(old), quoted(old), quoted(now))
              + "; paths are the same",
          old.written(),
          now.written(),
          Comparison::proved);
    }
    if (old.required() != now.required()) {
      requiredness(old, now);
    }
    Parameter sender = way.sender(old, now);
    Parameter receiver = way.receiver(old, now);
    if (ParameterStyles.isSame(old, now)) {
      values(old, now);
    } else {
      new ParameterStyles(comparison, endpoint, old, now, way).compare(sender, receiver);
    }
  }

  private void requiredness(Parameter old, Parameter now) {
    boolean isRefused = way.receiver(old, now).required();
    add(
        new ParameterRequirednessChanged(endpoint, old, now),
        old,
        isRefused ? Impact.BREAKS : Impact.SAFE,
        comparison.roles().is(Words.named(old), "required", now.required()),
        old.written(),
        now.written(),
        isRefused
            ? () -> show(RequestPlan.without(way.sender(old, now)), way.receiver(old, now))
            : Comparison::proved);
  }

  private void values(Parameter old, Parameter now) {
    if (comparison.schemas().areAlike(old.schema(), now.schema())) {
      return;
    }
    Parameter sender = way.sender(old, now);
    Parameter receiver = way.receiver(old, now);
    new SchemaSpots(
            comparison,
            endpoint,
            new Spot.OfParameter(old, now),
            part(old),
            old.name(),
            AgreeRules.PARAMETER_REFUSED,
            way,
            ParameterStyles.writable(sender),
            MadeSchemas.TEXT,
            (value, ignored, voters) ->
                comparison
                    .witnesses()
                    .request(endpoint, RequestPlan.with(sender, value), isOf(receiver), voters))
        .compare(old.schema(), now.schema(), old.written(), now.written());
  }

  private Evidence show(RequestPlan plan, Parameter receiver) {
    return comparison.witnesses().request(endpoint, plan, isOf(receiver), List.of()).evidence();
  }

  private static String quoted(Parameter parameter) {
    return "'" + parameter.name() + "'";
  }

  static Told isOf(Parameter parameter) {
    return Told.of(breach -> breach.pointer().equals(parameter.pointer()));
  }

  static Part part(Parameter parameter) {
    return switch (parameter.in()) {
      case PATH -> Part.PATH_PARAMETER;
      case QUERY, QUERYSTRING -> Part.QUERY_PARAMETER;
      case HEADER -> Part.REQUEST_HEADER;
      case COOKIE -> Part.COOKIE;
    };
  }

  private void add(
      HttpChange change,
      Parameter parameter,
      Impact impact,
      String message,
      Located old,
      Located now,
      Supplier<Evidence> evidence) {
    comparison.add(
        change,
        part(parameter),
        parameter.name(),
        "",
        AgreeRules.PARAMETER_REFUSED,
        impact,
        message,
        Optional.of(old),
        Optional.of(now),
        evidence);
  }
}
