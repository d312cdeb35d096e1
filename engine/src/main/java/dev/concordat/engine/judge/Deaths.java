package dev.concordat.engine.judge;

import dev.concordat.contracts.openapi.Routed;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Side;
import java.util.List;
import java.util.Optional;

/// Requests over which the process of a system ended.
final class Deaths {
  private Deaths() {}

  /// The request that was under way: the first without an answer, since later ones find nobody; else the last one.
  static Optional<HttpExchange> killer(List<Exchange> exchanges, String system) {
    List<HttpExchange> got =
        exchanges.stream()
            .filter(it -> it instanceof HttpExchange http && http.link().provider().equals(system))
            .map(HttpExchange.class::cast)
            .toList();
    return got.stream()
        .filter(it -> it.response().isEmpty())
        .findFirst()
        .or(() -> got.stream().reduce((first, second) -> second));
  }

  /// @param how the end, in words that follow the system's name
  static Finding finding(HttpExchange killer, Optional<Routed> routed, String how, CaseView in) {
    String system = killer.link().provider();
    return Findings.plain(
            ConformRules.SYSTEM_DIED,
            system,
            Side.PROVIDER,
            system + " was started again, got the same once more, and ended once more",
            HttpJudging.operation(routed, killer),
            "",
            killer.request().method() + " " + killer.request().path() + ": " + system + " " + how)
        .sentence(routed.map(Routed::operation).map(HttpJudging::sentence))
        .compare("a process that lives on", how)
        .on(killer, in.id());
  }
}
