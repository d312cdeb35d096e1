package dev.concordat.benchmarks.reading;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Objects;

/// Reads one contract, through the door that every command uses, and ends: the whole process is what is measured.
public final class ReadOne {
  private ReadOne() {}

  /// Argument: the file.
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]).toAbsolutePath().normalize();
    Path folder = Objects.requireNonNull(file.getParent(), "a file stands in a folder");
    Contract contract = new ContractReader(folder).read(file);
    int operations = contract instanceof OpenApiContract openApi ? openApi.operations().size() : 0;
    PrintStream out = System.out;
    out.println(operations + " operations, " + contract.problems().size() + " problems");
  }
}
