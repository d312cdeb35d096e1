package dev.concordat.registry.notify;

import dev.concordat.registry.store.PactRow;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Opens the incident of a cause and tells of it, once: one that is open is brought up to date in silence, one that was closed
/// not long ago is opened again. Its owner stays who it was, also where somebody else was named.
///
/// @param handle of a transaction that has locked the cause
/// @param base the address of the registry, as whoever caused it sees it
record Alarm(Handle handle, PactRow pact, String base, Instant now) {
  /// @param known the newest incident of the cause
  /// @param blamed who answers for it where no incident before says so
  void raise(
      IncidentStore.Opening opening, Optional<Incident> known, Supplier<Optional<String>> blamed) {
    IncidentStore store = new IncidentStore(handle);
    if (known.isPresent() && known.get().isOpen()) {
      store.change(known.get(), opening.title(), opening.evidence(), true, 0, now);
      return;
    }
    boolean isSame = known.filter(before -> Incidents.isReopened(before, now)).isPresent();
    Incident incident =
        isSame
            ? store.change(known.get(), opening.title(), opening.evidence(), true, 0, now)
            : store.open(opening.by(known.flatMap(Incident::owner).or(blamed)), now);
    Telling.tell(
        handle,
        pact,
        base,
        isSame ? Message.Transition.REOPENED : Message.Transition.OPENED,
        incident,
        now);
  }
}
