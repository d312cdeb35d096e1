package dev.concordat.engine.run;

import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.fidelity.Roles;
import dev.concordat.engine.judge.CaseView;
import dev.concordat.engine.judge.Judge;
import dev.concordat.environment.setup.Setup;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names and roles as the contracts of a run and its setup have them.
record BookRoles(ContractBook book, Setup setup, Judge judge) implements Roles {
  @Override
  public Called called(HttpExchange exchange) {
    String provider = exchange.link().provider();
    String method = exchange.request().method();
    String path = exchange.request().path();
    for (OpenApiContract contract : book.openApis(provider)) {
      Optional<Routed> routed = contract.route(method, path);
      if (routed.isPresent()) {
        Map<String, String> decoded = new LinkedHashMap<>();
        routed.get().pathValues().forEach((name, it) -> decoded.put(name, Percent.decode(it)));
        return new Called(provider + "." + routed.get().operation().id(), decoded);
      }
    }
    return new Called(provider + "." + method + " " + path, Map.of());
  }

  @Override
  public Optional<String> publisher(MessageDelivery message) {
    return book.publisher(message.address());
  }

  @Override
  public List<String> subscribers(MessageDelivery message) {
    return book.subscribers(message.address());
  }

  @Override
  public String keeper(RowChange row) {
    return RowStep.keeper(setup, row.part());
  }

  @Override
  public int breaches(Exchange exchange) {
    return judge.judge(List.of(exchange), new CaseView("fidelity", Optional.empty())).size();
  }
}
