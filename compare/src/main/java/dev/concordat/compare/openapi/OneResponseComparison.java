package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.HttpChange.ResponseHeaderAdded;
import dev.concordat.compare.openapi.HttpChange.ResponseHeaderRemoved;
import dev.concordat.compare.openapi.HttpChange.ResponseHeaderRequirednessChanged;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Compares one response of the sender with what the receiver expects of its status: headers, then the body.
final class OneResponseComparison {
  private final Comparison comparison;
  private final Endpoint endpoint;
  private final Way way;
  private final ResponseSpec sender;
  private final ResponseSpec receiver;
  private final int code;

  /// @param code a status that both mean
  OneResponseComparison(
      Comparison comparison,
      Endpoint endpoint,
      ResponseSpec sender,
      ResponseSpec receiver,
      int code) {
    this.comparison = comparison;
    this.endpoint = endpoint;
    this.way = endpoint.response();
    this.sender = sender;
    this.receiver = receiver;
    this.code = code;
  }

  void compare() {
    for (Parameter header : sender.headers()) {
      Optional<Parameter> known = ParameterPairs.header(receiver.headers(), header.name());
      comparison.position(() -> header(header, known));
    }
    for (Parameter header : receiver.headers()) {
      if (ParameterPairs.header(sender.headers(), header.name()).isEmpty()) {
        comparison.position(() -> receiversOnly(header));
      }
    }
    String method = endpoint.before().map(HttpOperation::method).orElse("");
    if (StatusCodes.canHaveBody(method, code)) {
      new ResponseBodyComparison(comparison, endpoint, sender, receiver, code).compare();
    }
  }

  private void header(Parameter sent, Optional<Parameter> known) {
    if (known.isEmpty()) {
      boolean isAdded = !way.isSentByBefore();
      add(
          isAdded
              ? new ResponseHeaderAdded(endpoint, sender, sent)
              : new ResponseHeaderRemoved(endpoint, sender, sent),
          sent,
          Impact.SAFE,
          comparison.roles().has(named(sent), isAdded),
          isAdded ? receiver.written() : sent.written(),
          isAdded ? sent.written() : receiver.written(),
          Comparison::proved);
      return;
    }
    Parameter expected = known.get();
    if (sent.required() != expected.required()) {
      requiredness(sent, expected);
    }
    values(sent, expected);
  }

  private void requiredness(Parameter sent, Parameter expected) {
    boolean isMissed = expected.required();
    Parameter old = way.isSentByBefore() ? sent : expected;
    Parameter now = way.isSentByBefore() ? expected : sent;
    add(
        new ResponseHeaderRequirednessChanged(endpoint, old(), now(), old, now),
        sent,
        isMissed ? Impact.BREAKS : Impact.SAFE,
        comparison.roles().is(named(sent), "required", now.required()),
        old.written(),
        now.written(),
        isMissed
            ? () -> show(plan().withHeader(sent.name(), Optional.empty()), expected)
            : Comparison::proved);
  }

  private void values(Parameter sent, Parameter expected) {
    Parameter old = way.isSentByBefore() ? sent : expected;
    Parameter now = way.isSentByBefore() ? expected : sent;
    if (comparison.schemas().areAlike(old.schema(), now.schema())) {
      return;
    }
    new SchemaSpots(
            comparison,
            endpoint,
            new Spot.OfResponseHeader(old(), now(), old, now),
            Part.RESPONSE_HEADER,
            detail(sent),
            AgreeRules.RESPONSE_HEADER_UNEXPECTED,
            way,
            ParameterStyles.writable(sent),
            MadeSchemas.TEXT,
            (value, ignored, voters) ->
                comparison
                    .witnesses()
                    .response(
                        endpoint,
                        plan().withHeader(sent.name(), Optional.of(value)),
                        Told.of(breach -> breach.pointer().equals(expected.pointer())),
                        voters))
        .compare(old.schema(), now.schema(), old.written(), now.written());
  }

  private void receiversOnly(Parameter expected) {
    boolean isRemoved = !way.isSentByBefore();
    boolean isMissed = expected.required();
    add(
        isRemoved
            ? new ResponseHeaderRemoved(endpoint, receiver, expected)
            : new ResponseHeaderAdded(endpoint, receiver, expected),
        expected,
        isMissed ? Impact.BREAKS : Impact.SAFE,
        comparison
            .roles()
            .has(named(expected) + (isMissed ? ", which is required," : ""), !isRemoved),
        isRemoved ? expected.written() : sender.written(),
        isRemoved ? sender.written() : expected.written(),
        isMissed ? () -> show(plan(), expected) : Comparison::proved);
  }

  private ResponseSpec old() {
    return way.isSentByBefore() ? sender : receiver;
  }

  private ResponseSpec now() {
    return way.isSentByBefore() ? receiver : sender;
  }

  private ResponsePlan plan() {
    return ResponsePlan.of(sender, code);
  }

  private Evidence show(ResponsePlan plan, Parameter expected) {
    return comparison
        .witnesses()
        .response(
            endpoint,
            plan,
            Told.of(
                breach ->
                    breach.kind() == Breach.Kind.MISSING_HEADER
                        && breach.pointer().equals(expected.pointer())),
            List.of())
        .evidence();
  }

  private static String named(Parameter header) {
    return "the response header '" + header.name() + "'";
  }

  private String detail(Parameter header) {
    return receiver.status() + " " + header.name();
  }

  private void add(
      HttpChange change,
      Parameter header,
      Impact impact,
      String message,
      Located old,
      Located now,
      Supplier<Evidence> evidence) {
    comparison.add(
        change,
        Part.RESPONSE_HEADER,
        detail(header),
        "",
        AgreeRules.RESPONSE_HEADER_UNEXPECTED,
        impact,
        message,
        Optional.of(old),
        Optional.of(now),
        evidence);
  }
}
