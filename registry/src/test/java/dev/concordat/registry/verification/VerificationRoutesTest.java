package dev.concordat.registry.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.Corpus;
import dev.concordat.registry.Scene;
import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.http.Guard;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.ServerSettings;
import dev.concordat.registry.store.Database;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class VerificationRoutesTest {
  private static final String SHA = "5e7931d6fc23d07cba13150798d4972ded1d2124";
  private static final String OTHER_SHA = "4a836967778388e9fa0363b61ac97ca60c01dccb";
  private static final String PATH = "/pacts/provider/orders/for-verification";

  private Database database;
  private RegistryServer server;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.open();
    server =
        RegistryServer.start(ServerSettings.LOOPBACK, VerificationRoutes.of(database), Guard.OPEN);
  }

  @AfterEach
  void close() {
    server.close();
    database.close();
  }

  private void given(Consumer<Scene> steps) {
    database.write(
        handle -> {
          steps.accept(new Scene(handle));
          return true;
        });
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create(server.url() + path.replace("[", "%5B").replace("]", "%5D"));
      return client.send(
          HttpRequest.newBuilder(uri)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private String post(String body) throws Exception {
    return send("POST", PATH, body).body();
  }

  private void answersAsRecorded(int line) throws Exception {
    JsonObject exchange = Corpus.exchange(line);
    HttpResponse<String> answer =
        send(Corpus.text(exchange, "m"), Corpus.text(exchange, "u"), Corpus.text(exchange, "b"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Corpus.normalised(answer.body()).toString())
        .isEqualTo(Corpus.normalised(Corpus.text(exchange, "rb")).toString());
  }

  private static void onMain(Scene scene) {
    scene.publishText("web", "1.0.1", "orders", Scene.pact("web", "orders", "one"), SHA);
    scene.branch("web", "1.0.1", "main");
    scene.mainBranch("web", "main");
  }

  @Test
  void asksAsTheRustVerifierDidBeforeItPublished() throws Exception {
    // Given
    given(
        scene -> {
          onMain(scene);
          scene.branch("orders", "7", "main");
        });

    // Then
    answersAsRecorded(98);
    answersAsRecorded(99);
  }

  @Test
  void asksAsTheVerifierOfTheJvmDidWithWorkInProgress() throws Exception {
    // Given
    given(
        scene -> {
          onMain(scene);
          scene.branch("orders", "9", "main");
          scene.verify("web", "1.0.1", "orders", "9", true);
          scene.publishText(
              "web", "jvm-1", "orders", Scene.pact("web", "orders", "two"), OTHER_SHA);
          scene.branch("web", "jvm-1", "feat");
          scene.tag("web", "jvm-1", "t1");
        });

    // Then
    answersAsRecorded(109);
  }

  @Test
  void oneContentIsVerifiedOnceWithAllReasons() throws Exception {
    // Given
    given(
        scene -> {
          onMain(scene);
          scene.publish("web", "2", "orders", "two");
          scene.publishText("web", "3", "orders", Scene.pact("web", "orders", "one"), SHA);
          scene.branch("web", "3", "feat");
          scene.tag("web", "2", "old");
          scene.deploy("web", "1.0.1", "production");
          scene.deploy("web", "1.0.1", "test");
          scene.release("web", "3", "shop");
        });

    // When
    String body =
        post(
            "{\"consumerVersionSelectors\":[{\"mainBranch\":true},{\"branch\":\"none\","
                + "\"fallbackBranch\":\"feat\"},{\"deployedOrReleased\":true},{\"latest\":true},"
                + "{\"environment\":\"shop\",\"consumer\":\"web\"}],\"includePendingStatus\":false}");

    // Then
    assertThat(body)
        .containsOnlyOnce("\"shortDescription\"")
        .contains(
            "\"shortDescription\":\"latest, latest from main branch, latest from branch feat,"
                + " deployed to test, deployed to production, released in shop, in shop\"")
        .contains(
            "belongs to the consumer versions matching the following criteria:"
                + "\\n    * latest version of a consumer that has a pact with orders (3)"
                + "\\n    * latest version from the main branch 'main' (1.0.1)"
                + "\\n    * latest version from branch 'feat' (fallback branch used as no pact was"
                + " found from branch 'none') (3)"
                + "\\n    * consumer version(s) currently deployed to test (1.0.1) and production"
                + " (1.0.1)"
                + "\\n    * consumer version(s) released and supported in shop (3)"
                + "\\n    * web version in environment shop (3)")
        .contains("\"name\":\"Pact between web (3) and orders\"")
        .doesNotContain("pending");
  }

  @Test
  void whatIsAskedAgainHasWhatIsNewBesideWhatIsAsItWas() throws Exception {
    // Given
    String asked = "{\"consumerVersionSelectors\":[{\"latest\":true}]}";
    given(VerificationRoutesTest::onMain);
    String before = post(asked);
    assertThat(post(asked)).isEqualTo(before);

    // When
    given(scene -> scene.publish("app", "1", "orders", "two"));

    // Then
    String pacts = before.substring(0, before.indexOf("]},\"_links\":{\"self\""));
    assertThat(post(asked))
        .contains("Pact between app (1) and orders")
        .contains(pacts.substring(pacts.indexOf('[') + 1));
  }

  @Test
  void theFirstSuccessFromABranchEndsPending() throws Exception {
    // Given
    String asked =
        "{\"consumerVersionSelectors\":[{\"mainBranch\":true}],\"providerVersionBranch\":\"main\"}";
    given(
        scene -> {
          onMain(scene);
          scene.branch("orders", "1", "main");
          scene.branch("orders", "2", "other");
          scene.verify("web", "1.0.1", "orders", "1", false);
          scene.verify("web", "1.0.1", "orders", "2", true);
        });
    assertThat(post(asked)).contains("\"pending\":true");

    // When
    given(
        scene -> {
          scene.branch("orders", "3", "main");
          scene.verify("web", "1.0.1", "orders", "3", true);
          scene.verify("web", "1.0.1", "orders", "3", false);
        });

    // Then
    assertThat(post(asked)).contains("\"pending\":false");
    assertThat(post(asked.replace("\"main\"", "\"new\""))).contains("\"pending\":false");
  }

  @Test
  void tagsArePendingOneByOne() throws Exception {
    // Given
    given(
        scene -> {
          onMain(scene);
          scene.tag("orders", "0", "test");
          scene.tag("orders", "1", "prod");
          scene.verify("web", "1.0.1", "orders", "1", true);
        });

    // When
    String body =
        post(
            "{\"consumerVersionSelectors\":[{\"latest\":true}],"
                + "\"providerVersionTags\":[\"prod\",\"test\"]}");

    // Then
    assertThat(body)
        .contains("\"pending\":true")
        .contains("for a version of orders with tag 'test' has not yet been published")
        .contains("a successful verification result with this tag has been published");
  }

  @Test
  void workInProgressEndsWithASuccessThatWasNoWorkInProgress() throws Exception {
    // Given
    String asked =
        "{\"consumerVersionSelectors\":[{\"mainBranch\":true}],\"providerVersionBranch\":\"main\","
            + "\"includeWipPactsSince\":\"2026-01-01\"}";
    given(
        scene -> {
          onMain(scene);
          scene.branch("orders", "1", "main");
          scene.publish("web", "2", "orders", "two");
          scene.branch("web", "2", "feat");
          scene.verify("web", "2", "orders", "1", true, true, Optional.empty());
        });
    assertThat(post(asked)).contains("\"wip\":true");

    // When
    given(scene -> scene.verify("web", "2", "orders", "1", true));

    // Then
    assertThat(post(asked)).doesNotContain("\"wip\":true");
  }

  @Test
  void whatIsWrongWithSelectorsIsSaidWithItsPlace() throws Exception {
    // Given
    given(scene -> scene.system("orders"));

    // When
    String body =
        post(
            "{\"consumerVersionSelectors\":[{},{\"deployed\":false,\"environment\":\"feat\"},"
                + "{\"environment\":\"feat\",\"latest\":true,\"tag\":\"foo\",\"deployed\":true},"
                + "{\"branch\":\"a\",\"latest\":false},{\"tag\":\"x\",\"consumer\":\" \"},"
                + "{\"matchingBranch\":true}],\"includeWipPactsSince\":\"soon\"}");

    // Then
    assertThat(body)
        .startsWith("{\"errors\":{\"includeWipPactsSince\":[\"must be a date\"],")
        .contains("\"must specify a value for environment or tag or branch, or specify")
        .contains("deployed must be one of: true (at index 1)")
        .contains("environment with name 'feat' does not exist (at index 1)")
        .contains(
            "cannot specify the fields latest/tag with the fields deployed/environment (at index 2)")
        .contains("cannot specify a branch with latest=false (at index 3)")
        .contains("consumer cannot be blank (at index 4)")
        .contains("the providerVersionBranch must be specified");
  }

  @Test
  void anUnknownProviderIsNotFound() throws Exception {
    HttpResponse<String> answer = send("POST", PATH, "{}");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"error\":\"No provider with name 'orders' found\"}");
  }
}
