package dev.concordat.engine.judge;

import dev.concordat.engine.book.ContractBook;
import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares observed exchanges with the contracts of both sides. Only first causes are told: where an answer breaks its
/// provider's contract, pacts are not asked.
public final class Judge {
  /// The header of messages that Concordat publishes itself.
  public static final String OWN_MESSAGE = "concordat-published";

  private final HttpJudging http;
  private final PactJudging pacts;
  private final MessageJudging messages;
  private final EventOrder order;

  public Judge(ContractBook book, Setup setup) {
    this.http = new HttpJudging(book);
    this.pacts = new PactJudging(book);
    this.messages = new MessageJudging(book);
    this.order = new EventOrder(book, system -> ownDatabases(setup, system));
  }

  /// What the exchanges of one case break.
  public List<Finding> judge(List<Exchange> exchanges, CaseView in) {
    var findings = new ArrayList<Finding>();
    for (Exchange exchange : exchanges) {
      findings.addAll(
          switch (exchange) {
            case HttpExchange seen -> judge(seen, in);
            case MessageDelivery message -> messages.judge(message, in);
            case RowChange ignored -> List.of();
          });
    }
    if (in.contractCase().isEmpty()) {
      findings.addAll(order.judge(exchanges, in));
    }
    return findings;
  }

  /// That a request ended the process of a system, if one that it got is known.
  ///
  /// @param exchanges what a case caused
  /// @param how the end, in words that follow the system's name
  public Optional<Finding> death(List<Exchange> exchanges, String system, String how, CaseView in) {
    return Deaths.killer(exchanges, system)
        .map(killer -> Deaths.finding(killer, http.routed(killer), how, in));
  }

  private List<Finding> judge(HttpExchange exchange, CaseView in) {
    List<Finding> findings = http.judge(exchange, in);
    return findings.isEmpty() ? pacts.judge(exchange, in) : findings;
  }

  /// The databases that only this system uses.
  private static Set<String> ownDatabases(Setup setup, String name) {
    var own = new HashSet<String>();
    var others = new HashSet<String>();
    for (SystemSpec system : setup.systems()) {
      for (PartNeed need : system.needs()) {
        (system.name().equals(name) ? own : others).add(need.part());
      }
    }
    own.removeAll(others);
    return own;
  }
}
