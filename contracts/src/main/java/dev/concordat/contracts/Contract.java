package dev.concordat.contracts;

import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Optional;

/// A versioned document that says what a system provides or what a consumer needs, as read. What could not be read is in
/// {@link #problems()}; the rest of the document is used. Not sealed: its kinds live in packages of their own, and a
/// sealed interface outside a named module may not cross packages; {@link ContractKind} is the closed list.
public interface Contract {
  ContractKind kind();

  /// The file, relative to the workspace with `/` between its parts.
  String file();

  /// What the document calls itself; the file's name where it does not say.
  String title();

  /// The version the document states; empty when it does not.
  String version();

  /// The team that the document itself names (`x-owner`, `info.contact`).
  Optional<Owner> owner();

  /// What is wrong with the document, in its order.
  List<Problem> problems();
}
