package dev.concordat.model.finding;

import dev.concordat.model.owner.Owner;
import java.util.List;

/// All findings with one cause.
///
/// @param id short and stable while the cause is the same: `7f3a91`
/// @param main the finding that shows it best: the shortest way to see it
/// @param findings every finding of the cause, at most {@link #MAX_FINDINGS}
/// @param cases how many cases showed it
/// @param symptoms what it led to elsewhere: findings that were seen only where this cause was at work
public record Incident(
    String id,
    Owner owner,
    Finding main,
    List<Finding> findings,
    int cases,
    List<Finding> symptoms) {
  /// More findings of one cause teach nothing.
  public static final int MAX_FINDINGS = 20;

  public Incident {
    findings = List.copyOf(findings);
    symptoms = List.copyOf(symptoms);
  }
}
