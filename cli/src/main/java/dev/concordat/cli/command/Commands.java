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
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// All commands, and how one is chosen, run and turned into an exit code.
public final class Commands {
  private static final Set<String> READERS = Set.of("diff", "agree", "lint", "explain");

  private final Console console;
  private final Map<String, Supplier<Command>> commands = new LinkedHashMap<>();

  /// Commands with this process's standard input and today's date.
  public Commands(Console console, Installation installation) {
    this(console, installation, System.in, Commands::today);
  }

  /// The same day on every machine.
  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /// @param in standard input
  /// @param today the day on which sunset dates and accepted differences are held against
  public Commands(
      Console console, Installation installation, InputStream in, Supplier<LocalDate> today) {
    this.console = console;
    Pipeline pipeline = new Pipeline(console, installation);
    Comparisons comparisons = new Comparisons(console, installation, in);
    var comparing = new ComparisonCall(console, installation, comparisons, today);
    commands.put("demo", () -> new DemoCommand(console, installation, pipeline));
    commands.put("init", () -> new InitCommand(console, installation));
    commands.put("test", () -> new TestCommand(installation, pipeline));
    commands.put("up", () -> new UpCommand(installation, new Upkeep(console, installation)));
    commands.put("down", () -> new DownCommand(console, installation));
    commands.put("standin", () -> new StandinCommand(console, installation));
    commands.put("record", () -> new RecordCommand(console, installation));
    commands.put(
        "replay",
        () ->
            new ReplayCommand(
                console,
                installation,
                new Replayer(console, installation),
                new DifferenceReplayer(console, installation, today),
                new WitnessSender(console, installation),
                new FindingReplayer(console, installation)));
    commands.put("diff", () -> new DiffCommand(comparing));
    commands.put("agree", () -> new AgreeCommand(comparing));
    commands.put("compare", () -> new CompareCommand(console, installation));
    commands.put(
        "conform",
        () -> new ConformCommand(console, installation, new ProviderRun(console, installation)));
    commands.put(
        "drift",
        () -> new DriftCommand(console, installation, new DriftRun(console, installation), today));
    commands.put("toxiproxy", () -> new ToxiproxyCommand(console));
    commands.put("serve", () -> new ServeCommand(console, installation));
    commands.put("publish", () -> new PublishCommand(console, installation));
    commands.put("verify", () -> new VerifyCommand(console, installation));
    commands.put("gate", () -> new GateCommand(console, installation));
    commands.put("deployed", () -> new DeployedCommand(console, installation));
    commands.put("token", () -> new TokenCommand(console, installation));
    commands.put("migrate-from", () -> new MigrateFromCommand(console, installation));
    commands.put("lint", () -> new LintCommand(console, installation));
    commands.put("explain", () -> new ExplainCommand(console));
    commands.put("train", () -> new TrainCommand(console, installation));
    commands.put("completion", () -> new CompletionCommand(console, this::wholeLine));
  }

  /// Whether the command that the arguments name reads and tells: it starts nothing that has to be ended when the process does.
  public static boolean leaveNothing(String... arguments) {
    return arguments.length > 0 && READERS.contains(arguments[0]);
  }

  /// Runs what the arguments ask for.
  ///
  /// @return the exit code of {@link Verdict}
  public int run(String... arguments) {
    // Describing all of them takes longer than what some of them do.
    CommandLine line =
        arguments.length > 0 && commands.containsKey(arguments[0])
            ? line(List.of(arguments[0]))
            : wholeLine();
    try {
      ParseResult given = line.parseArgs(arguments);
      Integer helped = CommandLine.executeHelpRequest(given);
      if (helped != null) {
        return Verdict.HOLDS.exitCode();
      }
      return dispatch(given, line).exitCode();
    } catch (ParameterException wrong) {
      console.say("concordat: " + UsageText.of(wrong));
      console.say("Try '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
      return Verdict.BAD_INPUT.exitCode();
    }
  }

  private CommandLine wholeLine() {
    return line(commands.keySet());
  }

  /// The command line with some of the commands.
  private CommandLine line(Collection<String> names) {
    CommandSpec root = Specs.root();
    for (String name : names) {
      root.addSubcommand(name, command(name).spec());
    }
    var line = new CommandLine(root);
    line.setUsageHelpWidth(Math.clamp(console.width(), 80, 120));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(Specs.writer(console.out())).setErr(Specs.writer(console.err()));
    Ansi ansi = console.style() == Style.COLOUR ? Ansi.ON : Ansi.OFF;
    line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
    return line;
  }

  private Command command(String name) {
    Supplier<Command> command = commands.get(name);
    if (command == null) {
      throw new IllegalStateException("no such command: " + name);
    }
    return command.get();
  }

  private Verdict dispatch(ParseResult given, CommandLine line) {
    if (!given.hasSubcommand()) {
      line.usage(console.out());
      return given.originalArgs().isEmpty() ? Verdict.HOLDS : Verdict.BAD_INPUT;
    }
    ParseResult chosen = given.subcommand();
    return command(chosen.commandSpec().name()).run(chosen);
  }
}
