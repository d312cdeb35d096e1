package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.Endpoint.Kind;
import dev.concordat.compare.openapi.HttpChange.EndpointAdded;
import dev.concordat.compare.openapi.HttpChange.EndpointRemoved;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.AgreeRules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Compares endpoints: whether both contracts have them, and then all that is sent and answered there.
final class EndpointComparison {
  private final Comparison comparison;
  private @Nullable Set<String> oldPaths;
  private @Nullable Set<String> newPaths;

  EndpointComparison(Comparison comparison) {
    this.comparison = comparison;
  }

  /// Asked for only where something came.
  private Set<String> oldPaths() {
    Set<String> known = oldPaths;
    if (known == null) {
      known = paths(comparison.before());
      oldPaths = known;
    }
    return known;
  }

  /// Asked for only where something is gone.
  private Set<String> newPaths() {
    Set<String> known = newPaths;
    if (known == null) {
      known = paths(comparison.after());
      newPaths = known;
    }
    return known;
  }

  private static Set<String> paths(OpenApiContract contract) {
    Set<String> paths = new HashSet<>();
    contract.operations().forEach(each -> paths.add(PathPattern.of(each).key()));
    return paths;
  }

  void compare(Endpoint endpoint) {
    if (endpoint.isShared()) {
      shared(endpoint);
    } else if (endpoint.before().isPresent()) {
      removed(endpoint, endpoint.before().get());
    } else {
      endpoint.after().ifPresent(now -> added(endpoint, now));
    }
  }

  private void shared(Endpoint endpoint) {
    new NameComparison(comparison, endpoint).compare();
    messages(endpoint);
  }

  private void messages(Endpoint endpoint) {
    new SecurityComparison(comparison, endpoint).compare();
    new ParameterComparison(comparison, endpoint).compare();
    new RequestComparison(comparison, endpoint).compare();
    new ResponseComparison(comparison, endpoint).compare();
    Endpoints.callbacks(endpoint).forEach(this::compare);
  }

  private void added(Endpoint endpoint, HttpOperation now) {
    boolean isPathNew = !oldPaths().contains(PathPattern.of(now).key());
    add(
        new EndpointAdded(endpoint, isPathNew),
        Impact.SAFE,
        roles().has(endpoint.name(), true),
        Optional.empty(),
        Optional.of(now.written()),
        Comparison::proved);
  }

  private void removed(Endpoint endpoint, HttpOperation old) {
    boolean isPathGone = !newPaths().contains(PathPattern.of(old).key());
    if (endpoint.kind() != Kind.OPERATION) {
      comparison.position(
          () ->
              add(
                  new EndpointRemoved(endpoint, true, Optional.empty()),
                  Impact.BREAKS,
                  roles().has(endpoint.name(), false) + ": whoever waits for it waits in vain",
                  Optional.of(old.written()),
                  Optional.empty(),
                  Comparison::stated));
      return;
    }
    Optional<HttpOperation> covering = covering(endpoint, old);
    comparison.position(
        () ->
            add(
                new EndpointRemoved(endpoint, isPathGone, covering),
                covering.isPresent() ? Impact.SAFE : Impact.BREAKS,
                covering
                    .map(
                        it ->
                            roles().has(endpoint.name(), false)
                                + "; its requests reach "
                                + it.methodAndPath())
                    .orElseGet(() -> roles().has(endpoint.name(), false)),
                Optional.of(old.written()),
                covering.map(HttpOperation::written),
                covering.isPresent() ? Comparison::proved : () -> gone(endpoint)));
    covering.ifPresent(
        now ->
            messages(
                new Endpoint(
                    endpoint.kind(), endpoint.name(), Optional.of(old), Optional.of(now))));
  }

  private Evidence gone(Endpoint endpoint) {
    return comparison
        .witnesses()
        .request(endpoint, RequestPlan.SMALLEST, Told.of(ignored -> true), List.of())
        .evidence();
  }

  /// The operation of the new contract that takes all requests to the old path: parameters stand where the old path has
  /// words, and these words are values that they take. HEAD belongs to GET.
  private Optional<HttpOperation> covering(Endpoint endpoint, HttpOperation old) {
    HttpRequestMessage request = comparison.witnesses().asked(endpoint);
    Optional<Routed> routed = comparison.after().route(request.method(), request.path());
    return routed
        .filter(it -> PathPattern.of(it.operation()).covers(PathPattern.of(old)))
        .filter(it -> takesWords(it, old, request))
        .map(Routed::operation);
  }

  private boolean takesWords(Routed routed, HttpOperation old, HttpRequestMessage request) {
    return routed.operation().parameters(ParameterLocation.PATH).stream()
        .filter(each -> ParameterPairs.counterpart(each, routed.operation(), old).isEmpty())
        .allMatch(
            each ->
                comparison.witnesses().refusals(request).stream()
                    .noneMatch(ParameterComparison.isOf(each).kind()));
  }

  private Roles roles() {
    return comparison.roles();
  }

  private void add(
      HttpChange change,
      Impact impact,
      String message,
      Optional<Located> old,
      Optional<Located> now,
      Supplier<Evidence> evidence) {
    comparison.add(
        change,
        Part.OPERATION,
        "",
        "",
        AgreeRules.OPERATION_REMOVED,
        impact,
        message,
        old,
        now,
        evidence);
  }
}
