package dev.concordat.drift.mock;

import dev.concordat.contracts.ContractKind;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// One stub, whatever its format: asked this, it answers that.
///
/// @param title what people call it
/// @param answer what it answers first; absent where only its tool knows, or where the connection breaks
/// @param isPartial whether the answer names only what the consumer needs, so that what is absent is no claim
/// @param isStateful whether the answer holds only in a state that somebody has to bring about first
/// @param names by what tests may name it: its id, its name, its scenario
/// @param notChecked what of it cannot be looked at, in words for people
public record Mock(
    ContractKind kind,
    String file,
    String title,
    Asked asked,
    Optional<MockAnswer> answer,
    boolean isPartial,
    boolean isStateful,
    List<String> names,
    List<String> notChecked,
    Place place) {
  public Mock {
    names = List.copyOf(names);
    notChecked = List.copyOf(notChecked);
  }
}
