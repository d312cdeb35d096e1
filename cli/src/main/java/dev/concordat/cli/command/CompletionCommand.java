package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.model.run.Verdict;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `concordat completion`: the script that lets a shell complete commands and options.
final class CompletionCommand implements Command {
  private final Console console;
  private final Supplier<CommandLine> line;

  CompletionCommand(Console console, Supplier<CommandLine> line) {
    this.console = console;
    this.line = line;
  }

  @Override
  public CommandSpec spec() {
    return Specs.command(
        "completion",
        "Print a completion script for bash and zsh.",
        "source <(concordat completion)",
        "concordat completion > ~/.local/share/bash-completion/completions/concordat");
  }

  @Override
  public Verdict run(ParseResult given) {
    console.out().print(AutoComplete.bash("concordat", line.get()));
    return Verdict.HOLDS;
  }
}
