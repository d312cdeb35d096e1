package dev.concordat.cli.command;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The parts that command descriptions are made of.
final class Specs {
  private Specs() {}

  static CommandSpec root() {
    CommandSpec root = CommandSpec.create().name("concordat").version(version());
    root.usageMessage()
        .header("Tests the places where teams' services meet.")
        .description(
            "",
            "Starts real systems with real databases and brokers, observes every link between them, and says which"
                + " contract is broken, by whom, with the message that shows it.")
        .footer(
            "",
            "Exit codes: 0 holds · 1 findings · 2 bad usage or input · 3 the environment could not start · 4 internal"
                + " error",
            "State (caches, runs, logs) is kept under ~/.concordat, or $CONCORDAT_HOME.",
            "",
            "Begin with 'concordat demo', or 'concordat init' in your own repository.");
    help(root);
    root.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print the version.")
            .build());
    return root;
  }

  /// A command with `--help` and examples below it.
  static CommandSpec command(String name, String header, String... examples) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().header(header);
    String[] footer = new String[examples.length + 2];
    footer[0] = "";
    footer[1] = "Examples:";
    for (int i = 0; i < examples.length; i++) {
      footer[i + 2] = "  " + examples[i];
    }
    spec.usageMessage().footer(footer).optionListHeading("%nOptions:%n").descriptionHeading("%n");
    help(spec);
    return spec;
  }

  private static void help(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build());
  }

  /// An option that may be given several times.
  static OptionSpec texts(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  static OptionSpec option(String name, String label, Class<?> type, String... description) {
    return OptionSpec.builder(name).paramLabel(label).type(type).description(description).build();
  }

  static OptionSpec flag(String name, String... description) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(description).build();
  }

  static OptionSpec format() {
    return OptionSpec.builder("--format")
        .paramLabel("text|json")
        .type(OutputFormat.class)
        .defaultValue("text")
        .description(
            "What standard output holds: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
        .build();
  }

  static PositionalParamSpec positional(
      String label, String arity, Class<?> type, String... description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .arity(arity)
        .required(!arity.startsWith("0"))
        .index("0")
        .type(type)
        .description(description)
        .build();
  }

  static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static String version() {
    String version = Specs.class.getPackage().getImplementationVersion();
    return "concordat " + (version == null ? "(from class files)" : version);
  }
}
