package dev.concordat.cli.command;

import dev.concordat.model.run.Verdict;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One command: what it is called and takes, and what it does.
interface Command {
  /// Name, options and help; made anew at each call.
  CommandSpec spec();

  /// Does it; the verdict becomes the exit code.
  Verdict run(ParseResult given);
}
