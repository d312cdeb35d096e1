package dev.concordat.engine.fidelity;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.link.LinkName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A value that a system got in one place and wrote otherwise into another, seen twice.
///
/// @param system who changed it
/// @param from where the system had got it, as it was sent
/// @param to the first place with another value
/// @param sent as text, shortened
/// @param received as text, shortened
/// @param others further places with the changed value, in order
/// @param more what else happens to other values on the same way
/// @param exchangeId the exchange with the changed value
/// @param link of that exchange
/// @param shown what the request caused
public record Damage(
    String system,
    ValuePlace from,
    ValuePlace to,
    Alteration alteration,
    String sent,
    String received,
    List<ValuePlace> others,
    List<Alteration> more,
    String exchangeId,
    Optional<LinkName> link,
    List<Exchange> shown) {
  public Damage {
    others = List.copyOf(others);
    more = List.copyOf(more);
    shown = List.copyOf(shown);
  }

  /// The same, with another place that has the changed value.
  Damage alsoAt(ValuePlace place) {
    List<ValuePlace> all = new ArrayList<>(others);
    all.add(place);
    return with(all, more);
  }

  /// The same, with something else that happens on the way.
  Damage alsoBy(Alteration other) {
    List<Alteration> all = new ArrayList<>(more);
    all.add(other);
    return with(others, all);
  }

  private Damage with(List<ValuePlace> places, List<Alteration> alterations) {
    return new Damage(
        system, from, to, alteration, sent, received, places, alterations, exchangeId, link, shown);
  }

  /// The same, with another text of what was sent.
  Damage ofSent(String text) {
    return new Damage(
        system, from, to, alteration, text, received, others, more, exchangeId, link, shown);
  }

  /// Whether nothing was sent, or null, and something arrived.
  boolean isFilledIn() {
    return alteration == Alteration.INVENTED
        && (sent.equals(Passage.NOTHING) || sent.equals("null"));
  }

  /// What it is about, whatever value shows it.
  String key() {
    return system + "|" + from.text() + "|" + to.text();
  }
}
