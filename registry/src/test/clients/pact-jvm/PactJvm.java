import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import au.com.dius.pact.core.pactbroker.Latest;
import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClientConfig;
import au.com.dius.pact.core.pactbroker.PublishConfiguration;
import au.com.dius.pact.core.pactbroker.To;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactBroker;
import au.com.dius.pact.provider.junitsupport.loader.PactBrokerConsumerVersionSelectors;
import au.com.dius.pact.provider.junitsupport.loader.SelectorBuilder;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// What teams do with pact-jvm, one line of standard input a step: a verb, and `name=value` words. It says what came of each
/// step, then a line `DONE`. Run by `java -cp 'jars/*' PactJvm.java`; it is compiled against pact-jvm only, not by the build.
final class PactJvm {
  private PactJvm() {}

  public static void main(String[] arguments) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ");
      Map<String, String> said = new HashMap<>();
      for (int i = 1; i < words.length; i++) {
        String[] halves = words[i].split("=", 2);
        said.put(halves[0], halves[1]);
      }
      try {
        switch (words[0]) {
          case "consume" -> consume(said);
          case "publish" -> publish(said);
          case "tag" -> tag(said);
          case "verify" -> verify(said);
          case "can-i-deploy" -> canIDeploy(said);
          default -> System.out.println("unknown verb " + words[0]);
        }
      } catch (RuntimeException failure) {
        System.out.println("CLIENT ERROR " + failure);
        failure.printStackTrace();
      }
      System.out.println("DONE");
    }
  }

  private static PactBrokerClient client(Map<String, String> said) {
    return new PactBrokerClient(said.get("broker"), Map.of(), new PactBrokerClientConfig());
  }

  private static void consume(Map<String, String> said) {
    System.setProperty("pact.rootDir", said.get("folder"));
    System.setProperty("pact_do_not_track", "true");
    System.setProperty("order", said.get("order"));
    run(ConsumerSide.class);
  }

  private static void publish(Map<String, String> said) {
    System.out.println(
        client(said)
            .uploadPactFile(
                new File(said.get("folder"), "web-orders.json"),
                new PublishConfiguration(
                    said.get("version"),
                    said.containsKey("tag") ? List.of(said.get("tag")) : List.of(),
                    said.get("branch"),
                    "https://ci.example/" + said.get("version"))));
  }

  private static void tag(Map<String, String> said) {
    System.out.println(
        client(said).createVersionTag(said.get("of"), said.get("version"), said.get("tag")));
  }

  private static void verify(Map<String, String> said) {
    System.setProperty("pactbroker.url", said.get("broker"));
    System.setProperty("pactbroker.enablePending", said.getOrDefault("pending", "false"));
    System.setProperty("pactbroker.includeWipPactsSince", said.getOrDefault("wip", ""));
    System.setProperty("pactbroker.providerBranch", said.get("branch"));
    System.setProperty("pactbroker.providerTags", said.getOrDefault("tag", ""));
    System.setProperty("selectors", said.get("selectors"));
    System.setProperty("provider.port", said.get("port"));
    System.setProperty("pact.verifier.publishResults", "true");
    System.setProperty("pact.provider.version", said.get("version"));
    System.setProperty("pact.provider.branch", said.get("branch"));
    System.setProperty("pact.provider.tag", said.getOrDefault("tag", ""));
    run(ProviderSide.class);
  }

  private static void canIDeploy(Map<String, String> said) {
    To to =
        said.containsKey("environment")
            ? new To(null, said.get("environment"), null)
            : said.containsKey("tag")
                ? new To(said.get("tag"), null, null)
                : new To(null, null, true);
    var answer =
        client(said)
            .canIDeploy(
                said.get("of"), said.get("version"), new Latest.UseLatest(false), to, List.of());
    System.out.println(
        "ok=" + answer.getOk() + " " + answer.getMessage() + " " + answer.getReason());
  }

  /// Runs tests as a build does, and says whether all passed.
  private static void run(Class<?> tests) {
    List<String> failed = new ArrayList<>();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(tests))
            .build();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                  failed.add(test.getDisplayName());
                }
                if (test.isTest() || result.getThrowable().isPresent()) {
                  System.out.println(
                      result.getStatus()
                          + " "
                          + test.getDisplayName()
                          + result.getThrowable().map(it -> " " + it).orElse(""));
                }
              }
            });
    System.out.println(failed.isEmpty() ? "all passed" : "failed " + failed);
  }

  @ExtendWith(PactConsumerTestExt.class)
  @PactTestFor(providerName = "orders", pactVersion = PactSpecVersion.V4)
  static class ConsumerSide {
    private static String order() {
      return System.getProperty("order");
    }

    @Pact(consumer = "web", provider = "orders")
    V4Pact order(PactBuilder builder) {
      return builder
          .given("order " + order() + " exists")
          .expectsToReceiveHttpInteraction(
              "get order " + order(),
              http ->
                  http.withRequest(request -> request.method("GET").path("/orders/" + order()))
                      .willRespondWith(
                          response ->
                              response
                                  .status(200)
                                  .body(
                                      LambdaDsl.newJsonBody(body -> body.stringType("id", order()))
                                          .build())))
          .toPact();
    }

    @Test
    @PactTestFor(pactMethod = "order")
    void asksForAnOrder(MockServer server) throws Exception {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.getUrl() + "/orders/" + order())).build();
      try (HttpClient client = HttpClient.newHttpClient()) {
        int status = client.send(request, BodyHandlers.ofString()).statusCode();
        if (status != 200) {
          throw new AssertionError("the mock answered " + status);
        }
      }
    }
  }

  @Provider("orders")
  @PactBroker(url = "${pactbroker.url}")
  static class ProviderSide {
    @PactBrokerConsumerVersionSelectors
    public static SelectorBuilder selectors() {
      SelectorBuilder selectors = new SelectorBuilder();
      for (String one : System.getProperty("selectors").split(",")) {
        String[] halves = one.split(":");
        selectors =
            switch (halves[0]) {
              case "mainBranch" -> selectors.mainBranch();
              case "deployedOrReleased" -> selectors.deployedOrReleased();
              case "matchingBranch" -> selectors.matchingBranch();
              case "branch" -> selectors.branch(halves[1]);
              case "environment" -> selectors.environment(halves[1]);
              case "latestTag" -> selectors.latestTag(halves[1]);
              default -> throw new IllegalArgumentException(one);
            };
      }
      return selectors;
    }

    @BeforeEach
    void before(PactVerificationContext context) {
      if (context != null) {
        context.setTarget(new HttpTestTarget("127.0.0.1", Integer.getInteger("provider.port")));
      }
    }

    @State("order 1 exists")
    void order1() {}

    @State("order 2 exists")
    void order2() {}

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void keeps(PactVerificationContext context) {
      if (context != null) {
        context.verifyInteraction();
      }
    }
  }
}
