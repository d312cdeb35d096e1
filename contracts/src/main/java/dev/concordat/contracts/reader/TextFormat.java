package dev.concordat.contracts.reader;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.tree.TextFile;
import java.util.List;
import java.util.function.Predicate;

/// A format that is neither JSON nor YAML.
///
/// @param recognises whether a file's content is of this format; must never hold of a JSON or YAML document
/// @param extensions ends of names by which a file is read as this format when its content says nothing: empty, or broken
///     in its first words
record TextFormat(
    ContractKind kind, Predicate<byte[]> recognises, List<String> extensions, Reader reader) {
  TextFormat {
    extensions = List.copyOf(extensions);
  }

  interface Reader {
    Contract read(TextFile file);
  }

  boolean isNamed(TextFile file) {
    return extensions.stream().anyMatch(file::isNamed);
  }
}
