package dev.concordat.standin.wiremock.response;

import dev.concordat.model.exchange.Header;
import dev.concordat.standin.fault.Disturbance;
import dev.concordat.standin.http.Served;
import java.util.List;

/// What is done for one request.
public sealed interface Answer {
  /// It is answered with this.
  record Ready(Served served) implements Answer {}

  /// Another server is asked.
  ///
  /// @param headers that its answer gets
  record Forwarded(Proxying proxying, List<Header> headers, Disturbance disturbance)
      implements Answer {
    public Forwarded {
      headers = List.copyOf(headers);
    }
  }
}
