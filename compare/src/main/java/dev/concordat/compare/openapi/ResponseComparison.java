package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.HttpChange.StatusAdded;
import dev.concordat.compare.openapi.HttpChange.StatusRemoved;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Compares the responses of an endpoint that both contracts have: first which statuses may come, then each by itself.
final class ResponseComparison {
  private final Comparison comparison;
  private final Endpoint endpoint;
  private final Way way;
  private final HttpOperation sender;
  private final HttpOperation receiver;

  ResponseComparison(Comparison comparison, Endpoint endpoint) {
    this.comparison = comparison;
    this.endpoint = endpoint;
    this.way = endpoint.response();
    this.sender = way.sender(endpoint.before(), endpoint.after()).orElseThrow();
    this.receiver = way.receiver(endpoint.before(), endpoint.after()).orElseThrow();
  }

  /// What the receiver says of some of the statuses that the sender means by an entry.
  ///
  /// @param known nothing where it expects none of them
  /// @param code the first of them
  private record Met(Optional<ResponseSpec> known, int code) {}

  void compare() {
    for (ResponseSpec response : sender.responses()) {
      List<Met> met = met(response);
      comparison.position(() -> status(response, met));
      for (Met each : met) {
        each.known()
            .ifPresent(
                known ->
                    new OneResponseComparison(comparison, endpoint, response, known, each.code())
                        .compare());
      }
    }
    for (ResponseSpec response : receiver.responses()) {
      if (named(sender, response).isEmpty()) {
        comparison.position(() -> receiversOnly(response));
      }
    }
  }

  private List<Met> met(ResponseSpec response) {
    List<Integer> codes = StatusCodes.of(sender, response);
    if (codes.size() == 1) {
      return List.of(new Met(receiver.response(codes.getFirst()), codes.getFirst()));
    }
    Map<String, Met> byStatus = new LinkedHashMap<>();
    for (int code : codes) {
      Optional<ResponseSpec> known = receiver.response(code);
      String status = known.map(ResponseSpec::status).orElse("");
      byStatus.computeIfAbsent(status, ignored -> new Met(known, code));
    }
    return List.copyOf(byStatus.values());
  }

  private static Optional<ResponseSpec> named(HttpOperation operation, ResponseSpec response) {
    for (ResponseSpec each : operation.responses()) {
      if (each.status().equals(response.status())) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// Whether the receiver expects the statuses of an entry of the sender.
  private void status(ResponseSpec response, List<Met> met) {
    boolean isNamed = named(receiver, response).isPresent();
    Optional<Integer> unexpected = receiver.responses().isEmpty() ? Optional.empty() : unknown(met);
    if (isNamed && unexpected.isEmpty()) {
      return;
    }
    Optional<ResponseSpec> coveredBy =
        met.stream().flatMap(each -> each.known().stream()).findFirst();
    boolean isAdded = !way.isSentByBefore();
    HttpChange change =
        isAdded
            ? new StatusAdded(endpoint, response, coveredBy)
            : new StatusRemoved(endpoint, response, false);
    String what = comparison.roles().has("the status " + response.status(), isAdded);
    add(
        change,
        response,
        AgreeRules.STATUS_UNEXPECTED,
        unexpected.isPresent() ? Impact.RISKY : Impact.SAFE,
        coveredBy.isPresent() && unexpected.isEmpty()
            ? what + "; '" + coveredBy.get().status() + "' speaks of it"
            : what,
        unexpected.isPresent()
            ? () -> show(ResponsePlan.of(response, unexpected.get()))
            : Comparison::proved);
  }

  private static Optional<Integer> unknown(List<Met> met) {
    for (Met each : met) {
      if (each.known().isEmpty()) {
        return Optional.of(each.code());
      }
    }
    return Optional.empty();
  }

  /// An entry that the sender does not have.
  private void receiversOnly(ResponseSpec response) {
    boolean isRemoved = !way.isSentByBefore();
    if (!isRemoved) {
      add(
          new StatusAdded(endpoint, response, Optional.empty()),
          response,
          AgreeRules.STATUS_UNEXPECTED,
          Impact.SAFE,
          "the status " + response.status() + " is expected too",
          Comparison::proved);
      return;
    }
    boolean isSuccess = StatusCodes.isSuccess(response);
    boolean isLast = isSuccess && !successSurvives();
    boolean isUnsaid = isSuccess && sender.responses().isEmpty();
    Impact impact = isUnsaid ? Impact.UNKNOWN : isLast ? Impact.BREAKS : Impact.SAFE;
    Supplier<Evidence> evidence =
        switch (impact) {
          case BREAKS -> this::otherSuccess;
          case UNKNOWN ->
              () ->
                  new Evidence.Undecided(
                      comparison.roles().sender(way) + " says nothing of responses", List.of());
          default -> Comparison::proved;
        };
    add(
        new StatusRemoved(endpoint, response, isLast),
        response,
        AgreeRules.SUCCESS_REMOVED,
        impact,
        comparison.roles().has("the status " + response.status(), false)
            + (isLast && !isUnsaid ? ", and no success that was expected is left" : ""),
        evidence);
  }

  private boolean successSurvives() {
    return sender.responses().stream()
        .flatMap(response -> StatusCodes.of(sender, response).stream())
        .anyMatch(code -> code / 100 == 2 && receiver.response(code).isPresent());
  }

  /// A success that comes instead; where there is none, no message shows it.
  private Evidence otherSuccess() {
    for (ResponseSpec response : sender.responses()) {
      for (int code : StatusCodes.of(sender, response)) {
        if (code / 100 == 2
            && comparison
                    .witnesses()
                    .response(
                        endpoint,
                        ResponsePlan.of(response, code),
                        Told.of(ResponseComparison::isOfStatus),
                        List.of())
                instanceof Trial.Refused refused) {
          return refused.evidence();
        }
      }
    }
    return Comparison.stated();
  }

  private Evidence show(ResponsePlan plan) {
    return comparison
        .witnesses()
        .response(endpoint, plan, Told.of(ResponseComparison::isOfStatus), List.of())
        .evidence();
  }

  private void add(
      HttpChange change,
      ResponseSpec response,
      Rule rule,
      Impact impact,
      String message,
      Supplier<Evidence> evidence) {
    boolean isOld = change instanceof StatusRemoved;
    Optional<Located> own = Optional.of(response.written());
    Optional<Located> other =
        (isOld ? endpoint.after() : endpoint.before()).map(HttpOperation::written);
    comparison.add(
        change,
        Part.RESPONSE,
        response.status(),
        "",
        rule,
        impact,
        message,
        isOld ? own : other,
        isOld ? other : own,
        evidence);
  }

  private static boolean isOfStatus(Breach breach) {
    return breach.kind() == Breach.Kind.UNDOCUMENTED_STATUS;
  }
}
