package dev.concordat.benchmarks.reading;

import dev.concordat.contracts.meaning.ContractMeaning;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.reader.ContractReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Objects;

/// Reads one contract and computes the digests of its meaning, and ends: the whole process is what is measured.
public final class MeaningOfOne {
  private MeaningOfOne() {}

  /// Argument: the file.
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]).toAbsolutePath().normalize();
    Path folder = Objects.requireNonNull(file.getParent(), "a file stands in a folder");
    ContractMeaning meaning = Meaning.of(new ContractReader(folder).read(file)).orElseThrow();
    PrintStream out = System.out;
    out.println(meaning.digest() + ", " + meaning.parts().size() + " parts");
  }
}
