package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.provider.InputFile;
import dev.concordat.cli.provider.ProviderForm;
import dev.concordat.cli.run.Installation;
import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.learned.Learned;
import dev.concordat.conform.run.Limits;
import dev.concordat.conform.talk.Credentials;
import dev.concordat.model.json.JsonValue;
import dev.concordat.wire.caller.Endpoint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options of `conform`.
final class ConformFlags {
  /// What is not on this machine is not ours alone: so many requests a second, unless asked otherwise.
  private static final int POLITE_PER_SECOND = 10;

  private ConformFlags() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("--url")
            .paramLabel("URL")
            .type(URI.class)
            .required(true)
            .description(
                "Where the provider listens. A path replaces the one of the contract's servers.")
            .build());
    addLimits(spec);
    addSafety(spec);
    AccessFlags.addTo(spec);
    addKnowledge(spec);
    addTelling(spec);
  }

  private static void addKnowledge(CommandSpec spec) {
    spec.addOption(
        Specs.option(
            "--values",
            "FILE",
            Path.class,
            "Values that exist, by parameter or operation and parameter: petId: [7], getPet.petId:"
                + " 8."));
    spec.addOption(
        Specs.option(
            "--learned",
            "FILE",
            Path.class,
            "Where what was learned is kept for the next run: requests that worked, what the provider"
                + " demands, what was found. Default: a file in Concordat's home folder."));
    spec.addOption(
        Specs.flag("--no-learned", "Use nothing that earlier runs learned, and keep nothing."));
    spec.addOption(
        OptionSpec.builder("--skip")
            .paramLabel("OPERATION=REASON")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Leave an operation alone; the report tells the reason.")
            .build());
    spec.addOption(
        Specs.option(
            "--before",
            "COMMAND",
            String.class,
            "A shell command that is run first, with the provider's address in $URL."));
  }

  private static void addLimits(CommandSpec spec) {
    spec.addOption(
        duration("--budget", "Send nothing new after this time: 30s, 5m. Default: 60s."));
    spec.addOption(
        Specs.option("--max-requests", "N", Integer.class, "Send at most so many requests."));
    spec.addOption(
        Specs.option(
            "--seed",
            "N",
            Long.class,
            "Every random choice comes from it. Default: " + RunFlags.DEFAULT_SEED + "."));
    spec.addOption(
        duration("--timeout", "How long one answer may take: it is a finding then. Default: 10s."));
    spec.addOption(
        duration("--slower-than", "An answer that takes longer is a finding. Default: no limit."));
    spec.addOption(
        Specs.option(
            "--workers",
            "N",
            Integer.class,
            "How many requests are under way at once. With one, the default, the same seed sends"
                + " the same requests in the same order."));
    spec.addOption(
        Specs.flag("--no-fuzz", "End when everything that follows from the contract was tried."));
  }

  private static void addSafety(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("--only")
            .paramLabel("safe")
            .type(Safety.class)
            .description("Send only requests that change nothing: GET, HEAD, OPTIONS.")
            .build());
    spec.addOption(
        Specs.flag(
            "--allow-writes",
            "Also send requests that change things to a provider that is not on this machine."));
    spec.addOption(
        Specs.option(
            "--rate",
            "N",
            Integer.class,
            "Send at most so many requests a second. Default: "
                + POLITE_PER_SECOND
                + " for a provider that is not on this machine, else no limit."));
    spec.addOption(Specs.flag("--dry-run", "Print what would be sent first, and send nothing."));
    spec.addOption(Specs.flag("--insecure", "Take the provider's certificate as it is."));
  }

  private static void addTelling(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("--format")
            .paramLabel("text|json|junit|sarif|har|github")
            .type(ProviderForm.class)
            .defaultValue("text")
            .description(
                "What standard output holds: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
            .build());
    spec.addOption(Specs.flag("--all", "Text shows everything."));
    spec.addOption(
        Specs.option(
            "--record-verification",
            "FILE",
            Path.class,
            "Write what came of it there too, to keep beside the contract: stand-ins tell it."));
    spec.addOption(
        Specs.option(
            "--report",
            "DIR",
            Path.class,
            "Where conform.txt, conform.json, conform.sarif, conform.har and junit.xml go."));
  }

  private static OptionSpec duration(String name, String description) {
    return OptionSpec.builder(name)
        .paramLabel("TIME")
        .type(Duration.class)
        .converters(text -> StartFlags.duration(text))
        .description(description)
        .build();
  }

  private enum Safety {
    safe
  }

  /// @throws IllegalArgumentException when the options contradict each other or say nothing that can be done
  static ConformOptions options(ParseResult given, Console console, Installation installation) {
    URI url = given.matchedOptionValue("--url", URI.create(""));
    Endpoint provider = Endpoint.of(url, given.matchedOptionValue("--insecure", false));
    Limits limits = limits(given, provider, console);
    return new ConformOptions(
        provider,
        basePath(url),
        given.matchedOptionValue("--seed", RunFlags.DEFAULT_SEED),
        limits,
        Credentials.NONE,
        values(given, installation),
        skipped(given),
        Learned.NOTHING);
  }

  private static Map<String, List<JsonValue>> values(ParseResult given, Installation installation) {
    Path file = given.matchedOptionValue("--values", null);
    return file == null
        ? Map.of()
        : InputFile.values(InputFile.read("--values", installation.workingFolder(), file));
  }

  private static Map<String, String> skipped(ParseResult given) {
    Map<String, String> skipped = new LinkedHashMap<>();
    for (String each : given.matchedOptionValue("--skip", List.<String>of())) {
      int equals = each.indexOf('=');
      if (equals <= 0 || equals == each.length() - 1) {
        throw new IllegalArgumentException(
            "--skip: give a reason: --skip '" + each + "=why it is left alone'");
      }
      skipped.put(each.substring(0, equals), each.substring(equals + 1));
    }
    return skipped;
  }

  private static Optional<String> basePath(URI url) {
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    boolean isGiven = !path.isEmpty();
    return isGiven
        ? Optional.of(path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
        : Optional.empty();
  }

  private static Limits limits(ParseResult given, Endpoint provider, Console console) {
    boolean isNear = provider.isLoopback();
    Limits limits =
        Limits.USUAL
            .withTime(given.matchedOptionValue("--budget", Limits.USUAL.time()))
            .withRequests(
                positive(
                    "--max-requests",
                    given.matchedOptionValue("--max-requests", Limits.USUAL.requests())))
            .withAnswer(given.matchedOptionValue("--timeout", Limits.USUAL.answer()))
            .withSlowerThan(given.matchedOptionValue("--slower-than", Duration.ZERO))
            .withPace(
                positive(
                    "--rate", given.matchedOptionValue("--rate", isNear ? 0 : POLITE_PER_SECOND)),
                Math.max(1, positive("--workers", given.matchedOptionValue("--workers", 1))));
    boolean mayWrite = isNear || given.matchedOptionValue("--allow-writes", false);
    if (!mayWrite && !given.hasMatchedOption("--only")) {
      console.say(
          "concordat: "
              + provider
              + " is not on this machine: only safe requests are sent (--allow-writes to send"
              + " all).");
    }
    if (given.hasMatchedOption("--only") || !mayWrite) {
      limits = limits.onlySafe();
    }
    if (given.matchedOptionValue("--dry-run", false)) {
      limits = limits.dryRun();
    }
    return given.matchedOptionValue("--no-fuzz", false) ? limits.withoutFuzzing() : limits;
  }

  private static int positive(String option, int number) {
    if (number < 0) {
      throw new IllegalArgumentException(option + " cannot be negative: " + number);
    }
    return number;
  }
}
