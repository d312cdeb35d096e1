package dev.concordat.cli.command;

import dev.concordat.cli.drift.DriftForm;
import dev.concordat.cli.drift.DriftRequest;
import dev.concordat.cli.drift.DriftRequest.Asking;
import dev.concordat.cli.drift.DriftRequest.Fixing;
import dev.concordat.cli.drift.DriftRequest.Noise;
import dev.concordat.cli.drift.DriftRequest.ReadAs;
import dev.concordat.cli.provider.InputFile;
import dev.concordat.cli.run.Installation;
import dev.concordat.drift.provider.ProviderOptions;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options of `drift`.
final class DriftFlags {
  private static final int USUAL_TIMES = 2;
  private static final Duration USUAL_ANSWER = Duration.ofSeconds(10);

  private DriftFlags() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        texts(
                "--against",
                "CONTRACT|URL|HAR",
                "An OpenAPI contract, the provider's address, or a recording of it. May be given several times: what they"
                    + " say is put together.")
            .required(true)
            .build());
    spec.addOption(
        OptionSpec.builder("--as")
            .paramLabel("mocks|traffic")
            .type(ReadAs.class)
            .description(
                "What a HAR among STUBS is. Default: traffic where only contracts are named, else mocks.")
            .build());
    addAsking(spec);
    addNoise(spec);
    addFixing(spec);
    addTelling(spec);
  }

  private static OptionSpec.Builder texts(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description);
  }

  private static void addAsking(CommandSpec spec) {
    spec.addOption(
        Specs.flag(
            "--allow-writes",
            "Also send requests that change things; without it only GET, HEAD and OPTIONS are sent."));
    spec.addOption(
        Specs.option(
            "--rate",
            "N",
            Integer.class,
            "Send at most so many requests a second. Default: 10 for a provider that is not on this machine, else no"
                + " limit."));
    spec.addOption(
        Specs.option(
            "--times",
            "N",
            Integer.class,
            "How often each safe request is sent, to see what varies. Default: "
                + USUAL_TIMES
                + "."));
    spec.addOption(
        OptionSpec.builder("--timeout")
            .paramLabel("TIME")
            .type(Duration.class)
            .converters(text -> StartFlags.duration(text))
            .description("How long one answer may take. Default: 10s.")
            .build());
    spec.addOption(
        texts("--header", "NAME:VALUE", "A header of every request, such as Authorization.")
            .build());
    spec.addOption(Specs.flag("--insecure", "Take the provider's certificate as it is."));
    spec.addOption(
        Specs.option(
            "--values",
            "FILE",
            Path.class,
            "Values that exist, by parameter: orderId: [17]. Requests made from patterns use them."));
  }

  private static void addNoise(CommandSpec spec) {
    spec.addOption(
        Specs.option(
            "--noise",
            "FILE",
            Path.class,
            "Rules of noise: where true answers differ, and how. Usually drift-noise.yaml."));
    spec.addOption(
        Specs.option(
            "--learn-noise",
            "FILE",
            Path.class,
            "Where the known rules and those that this run learned are written."));
    spec.addOption(
        Specs.option(
            "--owner", "TEAM", String.class, "Who answers for the rules that are learned."));
    spec.addOption(
        Specs.flag(
            "--shape-only",
            "Compare the form of answers and not their values: a value that is out of date is no lie."));
  }

  private static void addFixing(CommandSpec spec) {
    spec.addOption(
        Specs.flag(
            "--fix",
            "Put right what is certain, in the files themselves; the old ones are kept beside them (.bak)."));
    spec.addOption(
        Specs.option("--fix-into", "DIR", Path.class, "Write the corrected files there instead."));
  }

  private static void addTelling(CommandSpec spec) {
    spec.addOption(Specs.flag("--strict", "A stub that could not be checked is a finding."));
    spec.addOption(
        OptionSpec.builder("--format")
            .paramLabel("text|json|junit|sarif|github")
            .type(DriftForm.class)
            .defaultValue("text")
            .description(
                "What standard output holds: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
            .build());
    spec.addOption(Specs.flag("--all", "Text shows everything."));
    spec.addOption(
        Specs.option(
            "--report",
            "DIR",
            Path.class,
            "Where drift.txt, drift.json, drift.sarif and junit.xml go."));
  }

  /// @throws IllegalArgumentException when the options say nothing that can be done
  static DriftRequest request(ParseResult given, Installation installation, LocalDate today) {
    boolean isFix = given.matchedOptionValue("--fix", false);
    Optional<Path> into = path(given, "--fix-into").map(installation.workingFolder()::resolve);
    if (isFix && into.isPresent()) {
      throw new IllegalArgumentException("give --fix or --fix-into, not both");
    }
    return new DriftRequest(
        given.matchedPositionalValue(0, List.of()),
        given.matchedOptionValue("--against", List.of()),
        Optional.ofNullable(given.<ReadAs>matchedOptionValue("--as", null)),
        asking(given),
        new Noise(
            path(given, "--noise"),
            path(given, "--learn-noise"),
            given.matchedOptionValue("--owner", "")),
        new Fixing(isFix, into),
        values(given, installation),
        !given.matchedOptionValue("--shape-only", false),
        given.matchedOptionValue("--strict", false),
        today,
        given.matchedOptionValue("--format", DriftForm.text),
        given.matchedOptionValue("--all", false),
        path(given, "--report"));
  }

  private static Optional<Path> path(ParseResult given, String option) {
    return Optional.ofNullable(given.<Path>matchedOptionValue(option, null));
  }

  private static Asking asking(ParseResult given) {
    int times = given.matchedOptionValue("--times", USUAL_TIMES);
    if (times < 2 || times > ProviderOptions.MAX_TIMES) {
      throw new IllegalArgumentException(
          "--times " + times + ": it goes from 2 to " + ProviderOptions.MAX_TIMES);
    }
    Optional<Integer> rate = Optional.ofNullable(given.<Integer>matchedOptionValue("--rate", null));
    if (rate.filter(number -> number < 0).isPresent()) {
      throw new IllegalArgumentException("--rate cannot be negative: " + rate.get());
    }
    List<Header> headers = new ArrayList<>();
    for (String each : given.matchedOptionValue("--header", List.<String>of())) {
      int colon = each.indexOf(':');
      if (colon <= 0) {
        throw new IllegalArgumentException("--header: write NAME:VALUE, not '" + each + "'");
      }
      headers.add(new Header(each.substring(0, colon).strip(), each.substring(colon + 1).strip()));
    }
    return new Asking(
        given.matchedOptionValue("--allow-writes", false),
        rate,
        times,
        given.matchedOptionValue("--timeout", USUAL_ANSWER),
        given.matchedOptionValue("--insecure", false),
        headers);
  }

  private static Map<String, List<String>> values(ParseResult given, Installation installation) {
    Optional<Path> file = path(given, "--values");
    if (file.isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    InputFile.values(InputFile.read("--values", installation.workingFolder(), file.get()))
        .forEach((name, all) -> values.put(name, all.stream().map(DriftFlags::text).toList()));
    return values;
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }
}
