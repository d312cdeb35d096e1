package dev.concordat.engine.fidelity;

import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.flowmap.FlowMap;
import java.util.List;

/// What came of following the values of one operation.
///
/// @param requests how many were sent
/// @param notes what was not followed, and why
/// @param seen what the request that taught most caused
public record Followed(
    FlowMap map, List<Damage> damages, int requests, List<String> notes, List<Exchange> seen) {
  public Followed {
    damages = List.copyOf(damages);
    notes = List.copyOf(notes);
    seen = List.copyOf(seen);
  }
}
