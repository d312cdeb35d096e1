package dev.concordat.cli;

import dev.concordat.cli.command.Commands;
import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import java.util.Map;

/// Where everything is wired together.
public final class Main {
  private Main() {}

  /// Runs one command and ends with its exit code.
  public static void main(String[] arguments) {
    Map<String, String> variables = System.getenv();
    Console console = Console.ofProcess(variables);
    Installation installation = Installation.ofProcess(variables);
    System.exit(new Commands(console, installation).run(arguments));
  }
}
