package dev.concordat.standin.refusal;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.exchange.Header;
import java.util.List;

/// Why a request is not served.
///
/// @param statuses that HTTP has for this, the best first: the first one that the operation documents is answered
/// @param detail one sentence, with the actual value
/// @param breaches the sentences of the contract it rests on; none where only HTTP says so
/// @param headers that go with it: `Allow`, `WWW-Authenticate`
public record Refusal(
    List<Integer> statuses, String detail, List<Breach> breaches, List<Header> headers) {
  public Refusal {
    if (statuses.isEmpty()) {
      throw new IllegalArgumentException("a refusal has a status");
    }
    statuses = List.copyOf(statuses);
    breaches = List.copyOf(breaches);
    headers = List.copyOf(headers);
  }

  public static Refusal of(List<Integer> statuses, String detail) {
    return new Refusal(statuses, detail, List.of(), List.of());
  }
}
