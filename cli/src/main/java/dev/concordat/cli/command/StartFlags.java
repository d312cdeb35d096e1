package dev.concordat.cli.command;

import dev.concordat.cli.run.StartRequest;
import dev.concordat.cli.run.Variables;
import dev.concordat.environment.running.StartOptions;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// The options of every command that starts an environment.
final class StartFlags {
  private StartFlags() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("--set")
            .paramLabel("[SYSTEM:]NAME=VALUE")
            .type(Map.class)
            .auxiliaryTypes(String.class, String.class)
            .description("An environment variable for all systems, or for one.")
            .build());
    spec.addOption(
        OptionSpec.builder("--ready-limit")
            .paramLabel("TIME")
            .type(Duration.class)
            .converters(text -> duration(text))
            .description("How long a system may take to get ready: 20s, 5m. Default: 60s.")
            .build());
  }

  static StartRequest read(ParseResult given, long seed) {
    Map<String, String> variables = given.matchedOptionValue("--set", Map.of());
    return new StartRequest(
        seed,
        new Variables(variables),
        given.matchedOptionValue("--ready-limit", StartOptions.READY_LIMIT));
  }

  static Duration duration(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    try {
      Duration duration = Duration.parse("PT" + upper);
      if (duration.isPositive()) {
        return duration;
      }
    } catch (DateTimeParseException wrong) {
      // Told below.
    }
    throw new TypeConversionException("'" + text + "' is not a time such as 30s, 5m or 1m30s");
  }
}
