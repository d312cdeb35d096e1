package dev.concordat.engine.run;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.fidelity.Roles;
import dev.concordat.engine.judge.CaseView;
import dev.concordat.engine.judge.Judge;
import dev.concordat.environment.setup.Setup;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.flowmap.ValuePlace;
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
  public List<Schema> described(Exchange exchange, ValuePlace.Kind kind) {
    return switch (exchange) {
      case HttpExchange http ->
          book.openApis(http.link().provider()).stream()
              .flatMap(it -> it.route(http.request().method(), http.request().path()).stream())
              .flatMap(routed -> bodies(routed.operation(), http, kind).stream())
              .filter(it -> it.mediaType().isJson())
              .flatMap(it -> it.schema().stream())
              .toList();
      case MessageDelivery message ->
          book.topics().stream()
              .filter(it -> it.covers(message.address()))
              .flatMap(it -> it.operation().messages().stream())
              .flatMap(it -> it.payload().stream())
              .toList();
      case RowChange ignored -> List.of();
    };
  }

  private static List<MediaTypeSpec> bodies(
      HttpOperation operation, HttpExchange http, ValuePlace.Kind kind) {
    return kind == ValuePlace.Kind.REQUEST
        ? operation.body().map(RequestBody::content).orElse(List.of())
        : http.response()
            .flatMap(it -> operation.response(it.status()))
            .map(ResponseSpec::content)
            .orElse(List.of());
  }

  @Override
  public int breaches(Exchange exchange) {
    return judge.judge(List.of(exchange), new CaseView("fidelity", Optional.empty())).size();
  }
}
