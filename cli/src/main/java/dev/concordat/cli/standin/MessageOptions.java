package dev.concordat.cli.standin;

import dev.concordat.standin.kafka.KafkaStandInSettings;
import java.util.Optional;

/// What the command line says of messages.
///
/// @param bootstrap a broker that is there: `host:port`; one is started where it is absent
/// @param isCounterpart whether stand-ins play those who talk to the contract's system
public record MessageOptions(
    Optional<String> bootstrap, boolean isCounterpart, KafkaStandInSettings settings) {}
