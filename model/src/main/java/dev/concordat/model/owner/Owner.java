package dev.concordat.model.owner;

/// The team that is told.
///
/// @param team its name, such as `team-checkout`; {@link #UNOWNED} where nobody says
/// @param reason why we think so, with the place: `CODEOWNERS:4 /orders/`
public record Owner(String team, String reason) {
  /// The name shown where no source names an owner. Listed, never dropped.
  public static final String UNOWNED = "unowned";

  public static Owner unowned(String reason) {
    return new Owner(UNOWNED, reason);
  }

  public boolean isKnown() {
    return !team.equals(UNOWNED);
  }
}
