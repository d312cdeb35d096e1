package dev.concordat.model.drift;

import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Locale;

/// One stub with what was found.
///
/// @param title what it is called
/// @param kind the format that it is written in: `WireMock mappings`
/// @param request the request it was checked with: `GET /orders/17`; its pattern where none was made
/// @param operation the contract's operation; empty where none is known
/// @param checkedBy what it was held against; empty where nothing could be held against it
/// @param lies what of it is not true
/// @param notChecked what could not be checked, and why, one sentence each
/// @param reliedOnBy the files that name it, where it lies
public record CheckedStub(
    String title,
    String kind,
    Place place,
    String request,
    String operation,
    List<Ground> checkedBy,
    List<DriftFinding> lies,
    List<String> notChecked,
    List<Reliance> reliedOnBy) {
  public CheckedStub {
    checkedBy = List.copyOf(checkedBy);
    lies = List.copyOf(lies);
    notChecked = List.copyOf(notChecked);
    reliedOnBy = List.copyOf(reliedOnBy);
  }

  /// What a stub was found to be.
  public enum State {
    /// Everything that could be held against it agrees.
    TRUE,
    /// It says what is not so.
    LIES,
    /// Nothing could be held against it.
    NOT_CHECKED;

    /// The word as it is shown and written in files: `not-checked`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public State state() {
    if (!lies.isEmpty()) {
      return State.LIES;
    }
    return checkedBy.isEmpty() ? State.NOT_CHECKED : State.TRUE;
  }

  /// The same with the files that name it.
  public CheckedStub withReliances(List<Reliance> found) {
    return new CheckedStub(
        title, kind, place, request, operation, checkedBy, lies, notChecked, found);
  }
}
