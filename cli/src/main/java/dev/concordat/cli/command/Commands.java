package dev.concordat.cli.command;

import dev.concordat.cli.comparison.Comparisons;
import dev.concordat.cli.comparison.DifferenceReplayer;
import dev.concordat.cli.comparison.WitnessSender;
import dev.concordat.cli.console.Console;
import dev.concordat.cli.drift.DriftRun;
import dev.concordat.cli.provider.FindingReplayer;
import dev.concordat.cli.provider.ProviderRun;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.Pipeline;
import dev.concordat.cli.run.Replayer;
import dev.concordat.cli.run.Upkeep;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.terminal.Style;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// All commands, and how one is chosen, run and turned into an exit code.
public final class Commands {
  private final Console console;
  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final CommandLine line;

  /// Commands with this process's standard input and today's date.
  public Commands(Console console, Installation installation) {
    this(console, installation, System.in, LocalDate::now);
  }

  /// @param in standard input
  /// @param today the day on which sunset dates and accepted differences are held against
  public Commands(
      Console console, Installation installation, InputStream in, Supplier<LocalDate> today) {
    this.console = console;
    Pipeline pipeline = new Pipeline(console, installation);
    Comparisons comparisons = new Comparisons(console, installation, in);
    var comparing = new ComparisonCall(console, installation, comparisons, today);
    List<Command> all =
        List.of(
            new DemoCommand(console, installation, pipeline),
            new InitCommand(console, installation),
            new TestCommand(installation, pipeline),
            new UpCommand(installation, new Upkeep(console, installation)),
            new DownCommand(console, installation),
            new StandinCommand(console, installation),
            new RecordCommand(console, installation),
            new ReplayCommand(
                console,
                installation,
                new Replayer(console, installation),
                new DifferenceReplayer(console, installation, today),
                new WitnessSender(console, installation),
                new FindingReplayer(console, installation)),
            new DiffCommand(comparing),
            new AgreeCommand(comparing),
            new CompareCommand(console, installation),
            new ConformCommand(console, installation, new ProviderRun(console, installation)),
            new DriftCommand(console, installation, new DriftRun(console, installation), today),
            new ToxiproxyCommand(console),
            new ServeCommand(console, installation),
            new PublishCommand(console, installation),
            new GateCommand(console, installation),
            new DeployedCommand(console, installation),
            new TokenCommand(console, installation),
            new LintCommand(console, installation),
            new ExplainCommand(console),
            new TrainCommand(console, installation),
            new CompletionCommand(console, this::commandLine));
    CommandSpec root = Specs.root();
    for (Command command : all) {
      CommandSpec spec = command.spec();
      commands.put(spec.name(), command);
      root.addSubcommand(spec.name(), spec);
    }
    this.line = new CommandLine(root);
    line.setUsageHelpWidth(Math.clamp(console.width(), 80, 120));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(Specs.writer(console.out())).setErr(Specs.writer(console.err()));
    Ansi ansi = console.style() == Style.COLOUR ? Ansi.ON : Ansi.OFF;
    line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
  }

  /// Runs what the arguments ask for.
  ///
  /// @return the exit code of {@link Verdict}
  public int run(String... arguments) {
    try {
      ParseResult given = line.parseArgs(arguments);
      Integer helped = CommandLine.executeHelpRequest(given);
      if (helped != null) {
        return Verdict.HOLDS.exitCode();
      }
      return dispatch(given).exitCode();
    } catch (ParameterException wrong) {
      console.say("concordat: " + UsageText.of(wrong));
      console.say("Try '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
      return Verdict.BAD_INPUT.exitCode();
    }
  }

  private Verdict dispatch(ParseResult given) {
    if (!given.hasSubcommand()) {
      line.usage(console.out());
      return given.originalArgs().isEmpty() ? Verdict.HOLDS : Verdict.BAD_INPUT;
    }
    ParseResult chosen = given.subcommand();
    Command command = commands.get(chosen.commandSpec().name());
    if (command == null) {
      throw new IllegalStateException("no such command: " + chosen.commandSpec().name());
    }
    return command.run(chosen);
  }

  private CommandLine commandLine() {
    return line;
  }
}
