package dev.concordat.compare.oasdiff;

import dev.concordat.model.finding.Rule;
import java.util.List;

/// A rule of another tool, and what becomes of it here.
///
/// @param tool as aliases have it: `oasdiff`
/// @param id the tool's own
/// @param level in the tool's own word; empty where it has none
/// @param ours the rules by which such a change is told here when it does harm; none where it is not named
/// @param judged by what it is decided here
public record PeerRule(String tool, String id, String level, List<Rule> ours, String judged) {
  public PeerRule {
    ours = List.copyOf(ours);
  }

  /// `oasdiff:request-parameter-removed`.
  public String name() {
    return tool + ":" + id;
  }
}
