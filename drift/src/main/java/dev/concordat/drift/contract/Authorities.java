package dev.concordat.drift.contract;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The contracts of the providers. A request belongs to the first that has its operation.
public final class Authorities {
  private record Known(OpenApiContract contract, HttpJudge judge) {}

  private final List<Known> known;

  public Authorities(List<OpenApiContract> contracts) {
    this.known = contracts.stream().map(each -> new Known(each, new HttpJudge(each))).toList();
  }

  public boolean isEmpty() {
    return known.isEmpty();
  }

  public List<OpenApiContract> contracts() {
    return known.stream().map(Known::contract).toList();
  }

  /// The operation of a request.
  public Optional<Authority> of(HttpRequestMessage request) {
    return known.stream()
        .flatMap(
            each ->
                each.judge().route(request).stream()
                    .map(routed -> new Authority(each.contract(), each.judge(), routed)))
        .findFirst();
  }

  /// Why no contract has the operation of a request: the path is there with other methods, or it is not.
  public Optional<Breach> refusal(HttpRequestMessage request) {
    List<Breach> all = new ArrayList<>();
    known.forEach(each -> all.addAll(each.judge().judgeRequest(request)));
    return all.stream()
        .filter(breach -> breach.kind() == Breach.Kind.METHOD_NOT_ALLOWED)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }
}
