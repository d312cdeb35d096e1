package dev.concordat.registry.matrix;

import java.util.List;

/// What a question about the matrix found.
///
/// @param considered rows that count
/// @param ignored rows that were asked to be left out
/// @param selectors all versions that the question is about, named ones first
/// @param ignoredSelectors the versions to be left out
/// @param missing pairs of chosen versions of which nothing was verified though other versions of the same pair were
record MatrixAnswer(
    MatrixQuestion question,
    List<Row> considered,
    List<Row> ignored,
    List<Resolved> selectors,
    List<Resolved> ignoredSelectors,
    List<Integration> integrations,
    List<MissingPair> missing) {
  MatrixAnswer {
    considered = List.copyOf(considered);
    ignored = List.copyOf(ignored);
    selectors = List.copyOf(selectors);
    ignoredSelectors = List.copyOf(ignoredSelectors);
    integrations = List.copyOf(integrations);
    missing = List.copyOf(missing);
  }

  Summary summary() {
    return Summary.of(this);
  }
}
