package dev.concordat.cli.serve;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.console.EndSignal;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.Troubles;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.run.Verdict;
import dev.concordat.registry.access.AccessSettings;
import dev.concordat.registry.access.Scope;
import dev.concordat.registry.access.Tokens;
import dev.concordat.registry.backup.Backup;
import dev.concordat.registry.backup.BackupFailure;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.ServerSettings;
import dev.concordat.registry.store.StoreFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// Runs a registry until it is told to stop, or backs one up.
public final class Serve {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Console console;
  private final Installation installation;

  public Serve(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  /// Serves until ctrl-C, SIGTERM, an interrupt of this thread, or the end of its database.
  public Verdict serve(ServeRequest request) {
    WebServerLog.quiet();
    var isOver = new CountDownLatch(1);
    var isBroken = new AtomicBoolean();
    Runnable givenUp =
        () -> {
          isBroken.set(true);
          isOver.countDown();
        };
    try (EndSignal signal = EndSignal.open(isOver::countDown, PATIENCE, _ -> true)) {
      Verdict verdict = serve(request, isOver, isBroken, givenUp);
      signal.told(verdict);
      return verdict;
    }
  }

  private Verdict serve(
      ServeRequest request, CountDownLatch isOver, AtomicBoolean isBroken, Runnable givenUp) {
    long start = System.nanoTime();
    try (OpenedDatabase opened = open(request, givenUp);
        Assembly assembly =
            Assembly.of(
                opened.database(),
                access(request),
                request.people(),
                request.rules(),
                request.webhooks(),
                Clock.systemUTC(),
                said -> console.say("registry: " + said));
        RegistryServer server =
            RegistryServer.start(
                new ServerSettings(request.host(), request.port(), ServerSettings.MAX_BODY),
                assembly.routes(),
                assembly.guard(),
                this::failed)) {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      new ServeTeller(console, request.isJson())
          .ready(server.url(), opened.where(), token(request, assembly.tokens()), took);
      await(isOver);
    } catch (EnvironmentFailure failure) {
      return Troubles.tell(console, failure.troubles());
    } catch (StoreFailure failure) {
      console.say("concordat: " + failure.getMessage());
      return Verdict.NO_ENVIRONMENT;
    } catch (IllegalStateException taken) {
      if (isAddress(taken)) {
        console.say(
            "concordat: cannot listen on "
                + request.host()
                + ":"
                + request.port()
                + ": "
                + reason(taken)
                + ".");
        console.say(
            "  Name another port with --port (0 for a free one), or another address of this machine with --host.");
        return Verdict.BAD_INPUT;
      }
      throw taken;
    } catch (InterruptedException interrupted) {
      // That is how an embedding program ends it.
      return Verdict.HOLDS;
    }
    if (isBroken.get()) {
      console.say("concordat: the registry ended, because its database cannot be kept running.");
      return Verdict.NO_ENVIRONMENT;
    }
    return Verdict.HOLDS;
  }

  private void failed(String request, Throwable failure) {
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    console.say("registry: " + request + " failed: " + trace.toString().strip());
  }

  private OpenedDatabase open(ServeRequest request, Runnable givenUp)
      throws EnvironmentFailure, StoreFailure, InterruptedException {
    return request.database().isPresent()
        ? OpenedDatabase.of(request.database().get())
        : OpenedDatabase.start(console, installation, request.data(), givenUp);
  }

  private static AccessSettings access(ServeRequest request) {
    return new AccessSettings(
        request.anonymousRead(), request.users(), AccessSettings.REQUESTS_PER_MINUTE);
  }

  /// A first token where nobody could do anything without one.
  private static Optional<String> token(ServeRequest request, Tokens tokens) {
    boolean isNeeded = request.newToken() || !tokens.hasAdmin();
    return isNeeded
        ? Optional.of(
            tokens
                .create(
                    "printed at the start", Set.of(Scope.ADMIN), Optional.empty(), Optional.empty())
                .secret())
        : Optional.empty();
  }

  private static void await(CountDownLatch isOver) {
    try {
      isOver.await();
    } catch (InterruptedException told) {
      // That is how an embedding program ends it; closing must not be interrupted again.
    }
  }

  private static boolean isAddress(Throwable failure) {
    return failure instanceof BindException
        || (failure.getCause() != null && isAddress(failure.getCause()))
        || String.valueOf(failure.getMessage()).contains("Failed to start server");
  }

  private static String reason(Throwable failure) {
    Throwable inner = failure;
    while (inner.getCause() != null) {
      inner = inner.getCause();
    }
    return String.valueOf(inner.getMessage());
  }

  /// Writes a backup; a server that runs goes on.
  public Verdict backup(ServeRequest request, Path file) {
    return withDatabase(
        request,
        opened -> {
          long rows = Backup.write(opened.database(), file);
          console.out().println("wrote " + file + ": " + rows + " rows of " + opened.where());
        });
  }

  /// Reads a backup into a registry that has nothing in it and does not run.
  public Verdict restore(ServeRequest request, Path file) {
    return withDatabase(
        request,
        opened -> {
          long rows = Backup.restore(opened.database(), file);
          console.out().println("restored " + rows + " rows into " + opened.where());
        });
  }

  /// What is done with a database while no server of ours uses it.
  @FunctionalInterface
  private interface Work {
    void with(OpenedDatabase opened) throws BackupFailure;
  }

  private Verdict withDatabase(ServeRequest request, Work work) {
    WebServerLog.quiet();
    try (OpenedDatabase opened =
        request.database().isPresent()
            ? OpenedDatabase.of(request.database().get())
            : OpenedDatabase.join(console, installation, request.data())) {
      work.with(opened);
      return Verdict.HOLDS;
    } catch (EnvironmentFailure failure) {
      return Troubles.tell(console, failure.troubles());
    } catch (StoreFailure failure) {
      console.say("concordat: " + failure.getMessage());
      return Verdict.NO_ENVIRONMENT;
    } catch (BackupFailure failure) {
      console.say("concordat: " + failure.getMessage());
      return Verdict.BAD_INPUT;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Verdict.INTERNAL_ERROR;
    }
  }
}
