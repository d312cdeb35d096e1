package dev.concordat.registry.contract;

import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.TagRow;
import dev.concordat.registry.store.VersionRow;
import java.util.List;

/// What came of publishing.
public sealed interface Outcome {
  /// What the client is told.
  List<Notice> notices();

  /// All of it is kept.
  ///
  /// @param pacts in the order in which they were given
  /// @param isNew whether the version said nothing of any of the providers before
  record Published(
      SystemRow consumer,
      VersionRow version,
      List<TagRow> tags,
      List<PactRow> pacts,
      boolean isNew,
      List<Notice> notices)
      implements Outcome {
    public Published {
      tags = List.copyOf(tags);
      pacts = List.copyOf(pacts);
      notices = List.copyOf(notices);
    }
  }

  /// The version said something else before, or a system is new and called nearly like a known one; nothing is kept.
  ///
  /// @param near the new systems that are called nearly like a known one
  record Refused(List<Notice> notices, List<NearName> near) implements Outcome {
    public Refused {
      notices = List.copyOf(notices);
      near = List.copyOf(near);
    }
  }
}
