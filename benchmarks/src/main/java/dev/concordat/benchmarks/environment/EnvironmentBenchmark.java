package dev.concordat.benchmarks.environment;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.data.DataClone;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.part.Distribution;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.running.EnvironmentStarter;
import dev.concordat.environment.running.StartOptions;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.reader.SetupReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts the example shop again and again and writes down how long it took.
public final class EnvironmentBenchmark {
  private static final int WARM_STARTS = 5;
  private static final int CLONES = 40;

  /// A short flow's time between two clones.
  private static final int FLOW_MILLIS = 500;

  private final EnvironmentStarter starter;
  private final Setup setup;
  private final Figures figures = new Figures();

  private EnvironmentBenchmark(EnvironmentStarter starter, Setup setup) {
    this.starter = starter;
    this.setup = setup;
  }

  /// Arguments: the workspace, the folder of the parts, the page to write.
  public static void main(String[] arguments)
      throws EnvironmentFailure, IOException, InterruptedException {
    Path folder = Files.createTempDirectory("concordat-benchmark");
    var starter =
        new EnvironmentStarter(Home.at(folder), new Distribution(Path.of(arguments[1])), _ -> {});
    Setup setup = SetupReader.read(Path.of(arguments[0]).toAbsolutePath().normalize());
    var benchmark = new EnvironmentBenchmark(starter, setup);
    benchmark.run();
    Files.writeString(Path.of(arguments[2]), benchmark.figures.page());
  }

  private void run() throws EnvironmentFailure, IOException, InterruptedException {
    starts("ready, first start ever: parts unpacked, databases made", 1);
    figures.add(
        "prepare: what `EnvironmentStarter.prepare()` still had to do",
        List.of(time(starter::prepare)));
    starts("ready, later starts", WARM_STARTS);
    try (Environment environment = starter.start(setup, new StartOptions(1))) {
      clones(environment, "fresh data, a flow of 0.5 s before each", FLOW_MILLIS);
      clones(environment, "fresh data, one after the other", 0);
    }
  }

  private void starts(String what, int times)
      throws EnvironmentFailure, IOException, InterruptedException {
    var ready = new ArrayList<Double>();
    var closed = new ArrayList<Double>();
    for (int i = 0; i < times; i++) {
      var environment = new ArrayList<Environment>();
      ready.add(time(() -> environment.add(starter.start(setup, new StartOptions(1)))));
      closed.add(time(() -> environment.forEach(Environment::close)));
    }
    figures.add(what, ready);
    figures.add("stopped, after that", closed);
  }

  private void clones(Environment environment, String what, int pauseMillis)
      throws EnvironmentFailure, IOException, InterruptedException {
    var switched = new ArrayList<Double>();
    var called = new ArrayList<Double>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < CLONES; i++) {
        Thread.sleep(pauseMillis);
        var clone = new ArrayList<DataClone>();
        switched.add(time(() -> clone.add(environment.freshData("clone"))));
        called.add(time(() -> call(client, environment)));
        clone.forEach(DataClone::close);
      }
    }
    figures.add(what, switched);
    figures.add("… the first call after it, which asks the database", called);
  }

  private static void call(HttpClient client, Environment environment)
      throws IOException, InterruptedException {
    client.send(
        HttpRequest.newBuilder(environment.address("stock").resolve("/health")).build(),
        HttpResponse.BodyHandlers.discarding());
  }

  @FunctionalInterface
  private interface Work {
    void run() throws EnvironmentFailure, IOException, InterruptedException;
  }

  private static double time(Work work)
      throws EnvironmentFailure, IOException, InterruptedException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }
}
