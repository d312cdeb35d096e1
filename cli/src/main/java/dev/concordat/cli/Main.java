package dev.concordat.cli;

import dev.concordat.cli.command.Commands;
import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.contracts.temporary.TemporaryFolder;
import java.util.Map;

/// Where everything is wired together.
public final class Main {
  private Main() {}

  /// Runs one command and ends with its exit code.
  public static void main(String[] arguments) {
    Map<String, String> variables = System.getenv();
    Console console = Console.ofProcess(variables);
    Installation installation = Installation.ofProcess(variables);
    end(new Commands(console, installation).run(arguments), arguments);
  }

  /// {@link Runtime#exit} looks for a logger in every jar before it ends the process, a tenth of a second.
  private static void end(int exitCode, String[] arguments) {
    if (Commands.leaveNothing(arguments) && TemporaryFolder.isNoneOpen()) {
      System.out.flush();
      System.err.flush();
      Runtime.getRuntime().halt(exitCode);
    }
    System.exit(exitCode);
  }
}
