package dev.concordat.cli.comparison;

import dev.concordat.compare.version.VersionAdvisor;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.meaning.ContractMeaning;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.VersionAdvice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Which version the new contract of a pair should have.
final class Versions {
  private Versions() {}

  static VersionAdvice advise(
      ContractComparison comparison, Side leftSide, Contract left, Side rightSide, Contract right) {
    Optional<String> before = Meaning.of(left).map(ContractMeaning::digest);
    boolean isSameMeaning =
        before.isPresent() && before.equals(Meaning.of(right).map(ContractMeaning::digest));
    return VersionAdvisor.advise(
        comparison, isSameMeaning, isSameText(leftSide, left, rightSide, right));
  }

  private static boolean isSameText(Side leftSide, Contract left, Side rightSide, Contract right) {
    Path before = leftSide.root().resolve(left.file());
    Path after = rightSide.root().resolve(right.file());
    try {
      return Files.mismatch(before, after) < 0;
    } catch (IOException oneIsNoFile) {
      return false;
    }
  }
}
