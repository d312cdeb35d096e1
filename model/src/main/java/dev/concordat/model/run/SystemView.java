package dev.concordat.model.run;

import dev.concordat.model.owner.Owner;
import java.time.Duration;
import java.util.List;

/// A system as it took part in a run.
///
/// @param contracts its contract files, relative to the workspace
/// @param address where people can call it (through Concordat's link): `http://127.0.0.1:41234`
/// @param ready how long it took to get ready
/// @param note what a reader must know, such as why it is a stand-in; may be empty
public record SystemView(
    String name,
    Owner owner,
    Kind kind,
    List<String> contracts,
    String address,
    Duration ready,
    String note) {
  /// Real code, or a server made from its contract.
  public enum Kind {
    PROCESS,
    STAND_IN
  }

  public SystemView {
    contracts = List.copyOf(contracts);
  }
}
