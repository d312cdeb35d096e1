package dev.concordat.standin.server;

import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.http.Answerer;
import dev.concordat.standin.http.Reply;
import dev.concordat.standin.http.Served;
import java.util.List;
import java.util.Optional;

/// Which stand-in of a port a request is for.
final class Dispatch implements Answerer {
  private final List<StandIn> standIns;
  private final Administration administration;

  Dispatch(List<StandIn> standIns) {
    this.standIns = List.copyOf(standIns);
    this.administration = new Administration(Together.adminPath(standIns), standIns);
  }

  String adminPath() {
    return administration.prefix();
  }

  @Override
  public void answer(HttpRequestMessage request, Reply reply) {
    Optional<HttpResponseMessage> administered = administration.answer(request);
    reply.send(
        administered.isPresent() ? Served.of(administered.get()) : standIn(request).serve(request));
  }

  @Override
  public HttpResponseMessage unreadable(int status, String reason) {
    return standIns.getFirst().unreadable(status, reason);
  }

  private StandIn standIn(HttpRequestMessage request) {
    if (standIns.size() == 1) {
      return standIns.getFirst();
    }
    return standIns.stream()
        .filter(standIn -> standIn.serves(request))
        .findFirst()
        .or(() -> standIns.stream().filter(it -> it.knows(request.path())).findFirst())
        .orElse(standIns.getFirst());
  }
}
