package dev.concordat.registry.contract;

/// What a registry lets those do who publish; each of the two is a setting of the Pact Broker.
///
/// @param areNamesChecked whether a new system may not be called nearly like a known one
///     (`check_for_potential_duplicate_pacticipant_names`)
/// @param mayChange whether a version may say something else than before (`allow_dangerous_contract_modification`)
public record PublishingRules(boolean areNamesChecked, boolean mayChange) {
  /// As the Pact Broker has it where nobody says otherwise.
  public static final PublishingRules STANDARD = new PublishingRules(true, false);
}
