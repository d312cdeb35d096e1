package dev.concordat.contracts.problems;

/// A kind of problem that a contract can have. `concordat explain ID` prints it.
///
/// @param id stable, `family/kebab-case`: `contract/dangling-reference`
/// @param meaning what it means when this is said, in a sentence
/// @param fix what its author does about it
public record ProblemRule(String id, String meaning, String fix) {
  /// What stands before the slash: `contract`, `pact`, `stub`, `arazzo`, `lint`.
  public String family() {
    return id.substring(0, id.indexOf('/'));
  }
}
