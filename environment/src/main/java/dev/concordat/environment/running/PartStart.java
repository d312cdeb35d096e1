package dev.concordat.environment.running;

import dev.concordat.environment.part.PartContext;
import dev.concordat.environment.setup.Setup;
import dev.concordat.wire.capture.Wiring;
import java.util.function.Consumer;

/// What a part is started with.
///
/// @param isReady is told the name of every part that systems may use from now on
record PartStart(
    PartContext context,
    Setup setup,
    Announcer announcer,
    Wiring wiring,
    Links links,
    Opened opened,
    Consumer<String> isReady) {}
