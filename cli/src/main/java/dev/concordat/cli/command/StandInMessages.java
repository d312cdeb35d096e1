package dev.concordat.cli.command;

import dev.concordat.cli.standin.MessageOptions;
import dev.concordat.standin.kafka.KafkaStandInSettings;
import dev.concordat.standin.wiremock.space.SpaceSettings;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// What stand-ins for messages are told.
final class StandInMessages {
  private StandInMessages() {}

  static CommandSpec addTo(CommandSpec spec) {
    return spec.addOption(
            OptionSpec.builder("--kafka")
                .paramLabel("HOST:PORT")
                .type(String.class)
                .converters(StandInMessages::bootstrap)
                .description(
                    "The broker at which AsyncAPI contracts are served. Default: one is started.")
                .build())
        .addOption(
            OptionSpec.builder("--every")
                .paramLabel("TIME")
                .type(Duration.class)
                .converters(StandInMessages::pause)
                .description(
                    "Send a message of each operation that sends, after each such time: 500ms, 2s, 1m."
                        + " Default: only when asked.")
                .build())
        .addOption(
            Specs.flag(
                "--counterpart",
                "Play those who talk to the AsyncAPI contract's system: send what it takes, take what it"
                    + " sends."));
  }

  private static Duration pause(String text) {
    return text.matches("[1-9][0-9]{0,8}ms")
        ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
        : StartFlags.duration(text);
  }

  private static String bootstrap(String text) {
    if (text.matches("[^\\s,/:]+:[0-9]{1,5}(,[^\\s,/:]+:[0-9]{1,5})*")) {
      return text;
    }
    throw new TypeConversionException("'" + text + "' is no broker such as localhost:9092");
  }

  static MessageOptions read(ParseResult given) {
    return new MessageOptions(
        Optional.ofNullable(given.matchedOptionValue("--kafka", null)),
        given.matchedOptionValue("--counterpart", false),
        new KafkaStandInSettings(
            Optional.ofNullable(given.matchedOptionValue("--every", null)),
            Math.max(1, given.matchedOptionValue("--journal", SpaceSettings.DEFAULT_JOURNAL))));
  }
}
