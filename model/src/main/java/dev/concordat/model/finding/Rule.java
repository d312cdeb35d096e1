package dev.concordat.model.finding;

/// A named check. `concordat explain ID` prints it.
///
/// @param id stable, `proof/kebab-case`: `conform/undocumented-status`
/// @param title one line, without a full stop
/// @param meaning what it means when this is found, and why it hurts
/// @param fix what the guilty side does about it
public record Rule(String id, Proof proof, String title, String meaning, String fix) {
  public Rule {
    if (!id.startsWith(proof.word() + "/")) {
      throw new IllegalArgumentException("a rule's id starts with its proof: " + id);
    }
  }
}
