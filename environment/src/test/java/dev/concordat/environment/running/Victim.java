package dev.concordat.environment.running;

import dev.concordat.environment.home.Home;
import dev.concordat.environment.part.TestParts;
import dev.concordat.environment.setup.Setup;
import java.nio.file.Path;
import java.util.List;

/// A Concordat process to be killed: starts an environment and waits for its end.
public final class Victim {
  private Victim() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Setup setup =
        TestSetups.of(
            folder,
            List.of(
                TestSetups.files(folder, "files"),
                TestSetups.shell(
                    folder,
                    "stubborn",
                    "trap '' TERM; sleep 600 & exec '%s' -m jdk.httpserver -b $HOST -p $PORT"
                        .formatted(Path.of(System.getProperty("java.home"), "bin", "java")))),
            TestSetups.postgres("db"),
            TestSetups.kafka("events"));
    var starter =
        new EnvironmentStarter(
            Home.at(folder.resolve("home")),
            TestParts.distribution(),
            event -> System.out.println(event));
    try (Environment environment = starter.start(setup, new StartOptions(1))) {
      System.out.println("ready " + environment.runId());
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
