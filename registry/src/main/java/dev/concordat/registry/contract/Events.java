package dev.concordat.registry.contract;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// Who is told of events. Called inside the transaction that caused them: what is written with the handle is kept exactly
/// when the event is. Nothing may be sent from here.
@FunctionalInterface
public interface Events {
  /// Nobody is told.
  Events NONE = (_, _) -> List.of();

  /// Takes note of an event.
  ///
  /// @return what the client is told of it, for instance which webhooks it set off
  List<Notice> happened(Handle handle, Event event);
}
