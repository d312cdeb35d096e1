package dev.concordat.fidelity.recording;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.fidelity.change.Change;
import dev.concordat.fidelity.change.Part;
import dev.concordat.fidelity.http.HttpComparison;
import dev.concordat.model.exchange.HttpExchange;
import java.util.List;

/// One exchange as both ends of a hop saw it.
///
/// @param near as the consumer's end saw it: the request that was sent, the response that was received
/// @param far as the provider's end saw it: the request that was received, the response that was sent
/// @param request what happened to the request on its way there
/// @param response what happened to the response on its way back
public record Hop(
    HttpExchange near, HttpExchange far, List<Change> request, List<Change> response) {
  public Hop {
    request = List.copyOf(request);
    response = List.copyOf(response);
  }

  /// Compares the two views of one exchange.
  public static Hop of(HttpExchange near, HttpExchange far) {
    return new Hop(
        near, far, HttpComparison.requests(near.request(), far.request()), response(near, far));
  }

  private static List<Change> response(HttpExchange near, HttpExchange far) {
    if (far.response().isEmpty()) {
      return near.response()
          .map(made -> List.of(whole(Alteration.INVENTED, "", Integer.toString(made.status()))))
          .orElse(List.of());
    }
    return near.response()
        .map(received -> HttpComparison.responses(far.response().get(), received))
        .orElseGet(
            () ->
                List.of(
                    whole(
                        Alteration.MESSAGE_LOST,
                        Integer.toString(far.response().get().status()),
                        near.failure().orElse(""))));
  }

  private static Change whole(Alteration what, String sent, String received) {
    return new Change(Part.MESSAGE, "", what, sent, received);
  }
}
