package dev.concordat.conform;

import dev.concordat.conform.check.Checks;
import dev.concordat.conform.memory.Remembered;
import dev.concordat.conform.plain.Dictionary;
import dev.concordat.conform.plain.PathGround;
import dev.concordat.conform.resource.Resources;
import dev.concordat.conform.retry.Lessons;
import dev.concordat.conform.run.Budget;
import dev.concordat.conform.run.RunEvent;
import dev.concordat.conform.run.Shared;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Routes;
import dev.concordat.wire.caller.Caller;
import dev.concordat.wire.capture.CaptureLimits;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Everything that a run needs, put together.
///
/// @param connections makes a connection for a worker
record Setting(Resources resources, Shared shared, Sources sources, Supplier<Caller> connections) {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  /// @param contract on the base path that is meant
  static Setting of(
      OpenApiContract contract,
      ConformOptions options,
      Budget budget,
      Consumer<RunEvent> listener,
      Lessons lessons) {
    Resources resources = Resources.of(contract);
    var judge = Checks.of(contract, options.limits().slowerThan());
    var memory = new Dictionary(options.values(), new Remembered(contract));
    return new Setting(
        resources,
        new Shared(contract, options.limits(), budget, options.credentials(), memory, listener),
        Sources.of(
            contract, options, new PathGround(resources, new Routes(contract)), judge, lessons),
        () -> new Caller(options.provider(), CONNECT_LIMIT, CaptureLimits.DEFAULT));
  }
}
