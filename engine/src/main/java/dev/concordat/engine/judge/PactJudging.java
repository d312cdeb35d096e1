package dev.concordat.engine.judge;

import dev.concordat.contracts.pact.Mismatch;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactJudge;
import dev.concordat.engine.book.ContractBook;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.finding.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges answers by what consumers say in their pacts that they need.
final class PactJudging {
  private final ContractBook book;
  private final List<Reader> readers = new ArrayList<>();

  PactJudging(ContractBook book) {
    this.book = book;
    book.needs().forEach(need -> readers.add(new Reader(need, new PactJudge(need.pact()))));
  }

  private record Reader(ContractBook.Need need, PactJudge judge) {}

  /// Judges an answer by every pact that speaks of the request: of the consumer that sent it, or of all of them where
  /// Concordat sent it.
  List<Finding> judge(HttpExchange exchange, CaseView in) {
    Optional<HttpResponseMessage> response = exchange.response();
    if (response.isEmpty() || exchange.failure().isPresent()) {
      return List.of();
    }
    var findings = new ArrayList<Finding>();
    for (Reader reader : readers) {
      if (concerns(reader.need(), exchange)) {
        reader
            .judge()
            .matching(exchange.request())
            .filter(it -> it.response().status() == response.get().status())
            .ifPresent(it -> findings.addAll(unmet(reader, it, exchange, in)));
      }
    }
    return findings;
  }

  private static boolean concerns(ContractBook.Need need, HttpExchange exchange) {
    return need.provider().equals(exchange.link().provider())
        && (exchange.link().isOurs() || need.consumer().equals(exchange.link().consumer()));
  }

  private String operation(String provider, HttpInteraction interaction, HttpExchange exchange) {
    return book.openApis(provider).stream()
        .flatMap(it -> it.route(exchange.request().method(), exchange.request().path()).stream())
        .map(routed -> provider + "." + routed.operation().id())
        .findFirst()
        .orElse(provider + " " + interaction.description());
  }

  private List<Finding> unmet(
      Reader reader, HttpInteraction interaction, HttpExchange exchange, CaseView in) {
    String consumer = reader.need().consumer();
    String provider = reader.need().provider();
    String why =
        consumer
            + " says in "
            + reader.need().pact().file()
            + " that it needs this, and "
            + provider
            + " answers otherwise";
    return reader.judge().judgeResponse(interaction, exchange.response().orElseThrow()).stream()
        .map(
            mismatch ->
                Findings.plain(
                        ConformRules.CONSUMER_NEED_UNMET,
                        provider,
                        Side.PROVIDER,
                        why,
                        operation(provider, interaction, exchange),
                        pointer(mismatch),
                        mismatch.message())
                    .sentence(Optional.of(sentence(mismatch)))
                    .compare(mismatch.expected(), mismatch.actual())
                    .on(exchange, in.id()))
        .toList();
  }

  private static String pointer(Mismatch mismatch) {
    String path = mismatch.path().replaceAll("\\[\\d+]", "[*]");
    return mismatch.part() == Mismatch.Part.BODY ? path : mismatch.part().label() + ":" + path;
  }

  private static Sentence sentence(Mismatch mismatch) {
    return new Sentence(mismatch.place(), mismatch.rule() + " " + mismatch.expected());
  }
}
