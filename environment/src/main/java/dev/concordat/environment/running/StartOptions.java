package dev.concordat.environment.running;

import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// How an environment is started.
///
/// @param seed every random choice comes from it
/// @param variables more environment variables by system; they win over the setup's
/// @param standIns systems that are not started; their contracts speak for them
/// @param readyLimit how long a system may take to get ready
/// @param opener starts the stand-ins
public record StartOptions(
    long seed,
    Map<String, Map<String, String>> variables,
    Set<String> standIns,
    Duration readyLimit,
    StandInOpener opener) {
  /// Enough for a large application on a busy machine.
  public static final Duration READY_LIMIT = Duration.ofSeconds(60);

  private static final StandInOpener NOBODY =
      new StandInOpener() {
        @Override
        public Opened open(OpenApiContract contract, EventLoops loops) throws IOException {
          throw nobody(contract.title());
        }

        @Override
        public Opened open(AsyncApiContract contract, String bootstrap, EventLoops loops)
            throws IOException {
          throw nobody(contract.title());
        }
      };

  private static IOException nobody(String title) {
    return new IOException("nobody was asked to speak for " + title);
  }

  public StartOptions {
    variables = Map.copyOf(variables);
    standIns = Set.copyOf(standIns);
  }

  /// Without stand-ins: who needs some names who opens them.
  public StartOptions(long seed) {
    this(seed, Map.of(), Set.of(), READY_LIMIT, NOBODY);
  }

  public StartOptions withVariables(Map<String, Map<String, String>> more) {
    return new StartOptions(seed, more, standIns, readyLimit, opener);
  }

  public StartOptions withStandIns(Set<String> systems) {
    return new StartOptions(seed, variables, systems, readyLimit, opener);
  }

  public StartOptions withReadyLimit(Duration limit) {
    return new StartOptions(seed, variables, standIns, limit, opener);
  }

  public StartOptions withOpener(StandInOpener other) {
    return new StartOptions(seed, variables, standIns, readyLimit, other);
  }
}
