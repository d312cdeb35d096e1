package dev.concordat.registry.matrix;

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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class MatrixRoutesTest {
  private Database database;
  private RegistryServer server;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.open();
    server = RegistryServer.start(ServerSettings.LOOPBACK, MatrixRoutes.of(database), Guard.OPEN);
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

  private HttpResponse<String> get(String path, String accept) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create(server.url() + path.replace("[", "%5B").replace("]", "%5D"));
      return client.send(
          HttpRequest.newBuilder(uri).header("Accept", accept).build(), BodyHandlers.ofString());
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return get(path, "application/hal+json");
  }

  private void answersAsRecorded(int line) throws Exception {
    JsonObject exchange = Corpus.exchange(line);
    HttpResponse<String> answer = get(Corpus.text(exchange, "u"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(Corpus.text(exchange, "rct"));
    assertThat(Corpus.normalised(answer.body()).toString())
        .isEqualTo(Corpus.normalised(Corpus.text(exchange, "rb")).toString());
  }

  @Test
  void whatIsAskedAgainIsAnsweredByWhatWasWrittenSince() throws Exception {
    // Given
    String path =
        "/matrix?q[][pacticipant]=web&q[][version]=1.0.0&latestby=cvp&environment=production";
    given(
        scene -> {
          scene.environment("production");
          scene.publish("web", "1.0.0", "orders", "one");
          scene.deploy("orders", "7", "production");
        });
    String before = get(path).body();
    assertThat(get(path).body()).isEqualTo(before).contains("\"deployable\":null");

    // When
    given(scene -> scene.verify("web", "1.0.0", "orders", "7", true));

    // Then
    assertThat(get(path).body()).contains("\"deployable\":true");
    assertThat(get(path, "text/plain").body()).doesNotStartWith("{").contains("1.0.0");
  }

  @ParameterizedTest
  @ValueSource(ints = {54, 56, 58, 60, 62})
  void asksAsRealClientsDidBeforeAnythingWasVerified(int line) throws Exception {
    // Given
    given(
        scene -> {
          scene.environment("production");
          scene.mainBranch("orders", "main");
          scene.publish("web", "1.0.0", "orders", "one");
          scene.branch("web", "1.0.0", "main");
          scene.branch("orders", "7", "main");
          scene.deploy("orders", "7", "production");
        });

    // Then
    answersAsRecorded(line);
  }

  @ParameterizedTest
  @ValueSource(ints = {87, 88, 89, 90, 91, 92})
  void asksAsRealClientsDidAfterTheBranchWasRemoved(int line) throws Exception {
    // Given
    given(
        scene -> {
          scene.environment("production");
          scene.publish("web", "1.0.0", "orders", "one");
          scene.version("orders", "7");
        });

    // Then
    answersAsRecorded(line);
  }

  @Test
  void asksAsRealClientsDidAfterAVerification() throws Exception {
    // Given
    given(
        scene -> {
          scene.publishText(
              "web",
              "1.0.1",
              "orders",
              Scene.pact("web", "orders", "one"),
              "5e7931d6fc23d07cba13150798d4972ded1d2124");
          scene.branch("web", "1.0.1", "main");
          scene.branch("orders", "9", "main");
          scene.verify("web", "1.0.1", "orders", "9", true);
        });

    // Then
    answersAsRecorded(104);
  }

  @Test
  void asksAsTheClientOfTheJvmDid() throws Exception {
    // Given
    given(
        scene -> {
          scene.environment("production");
          scene.publish("web", "jvm-1", "orders", "one");
          scene.branch("web", "jvm-1", "feat");
          scene.tag("web", "jvm-1", "t1");
        });

    // Then
    answersAsRecorded(110);
    answersAsRecorded(111);
  }

  @Test
  void everyMistakeOfAQueryIsToldAtOnce() throws Exception {
    // Given
    given(scene -> scene.system("web"));

    // When
    HttpResponse<String> answer =
        get(
            "/matrix?q[][pacticipant]=nope&q[][version]=1&q[][latest]=true&q[][tag]=x"
                + "&q[][version]=2&ignore[][version]=3&tag=a&environment=b&latest=true&limit=none");

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"errors\":[\"A version number and latest flag cannot both be specified for nope\","
                + "\"Please specify the pacticipant name\",\"Pacticipant nope not found\","
                + "\"Please specify the pacticipant name to ignore\","
                + "\"Cannot specify more than one of tag, environment and mainBranch.\","
                + "\"Cannot specify both latest=true and an environment.\","
                + "\"Environment with name 'b' does not exist\","
                + "\"The limit must be 1 or greater.\"]}");
  }

  @Test
  void anEmptyQueryIsRefused() throws Exception {
    assertThat(get("/matrix").body())
        .isEqualTo("{\"errors\":[\"Please provide 1 or more version selectors.\"]}");
  }

  @Test
  void plainTextIsATableWithTheResultsBelow() throws Exception {
    // Given
    given(
        scene -> {
          scene.publish("web", "1", "orders", "one");
          scene.publish("web", "5e7931d6fc23d07cba13150798d4972ded1d2124", "stock", "two");
          scene.publish("web", "1", "stock", "two");
          scene.verify("web", "1", "orders", "9", false);
        });

    // When
    HttpResponse<String> answer =
        get("/matrix?q[][pacticipant]=web&q[][version]=1&latestby=cvp", "text/plain");

    // Then
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    assertThat(answer.body().replaceAll("http\\S+", "URL"))
        .isEqualTo(
            """
            CONSUMER | C.VERSION | PROVIDER | P.VERSION | SUCCESS? | RESULT#
            ---------|-----------|----------|-----------|----------|--------
            web      | 1         | orders   | 9         | false    | 1
            web      | 1         | stock    | ???       | ???      |\s

            VERIFICATION RESULTS
            --------------------
            1. URL (failure)""");
  }

  @Test
  void ignoredCounterpartsAreShownAndDoNotCount() throws Exception {
    // Given
    given(
        scene -> {
          scene.publish("web", "1", "orders", "one");
          scene.publish("web", "1", "stock", "two");
          scene.verify("web", "1", "orders", "9", true);
          scene.verify("web", "1", "stock", "3", false);
        });

    // When
    String body =
        get("/matrix?q[][pacticipant]=web&q[][version]=1&latestby=cvp&latest=true"
                + "&ignore[][pacticipant]=stock&ignore[][pacticipant]=gone")
            .body();

    // Then
    assertThat(body)
        .contains("\"deployable\":true")
        .contains("\"ignored\":1")
        .contains("WARNING: Cannot ignore any version of gone (no such pacticipant exists)")
        .contains("\"ignored\":true}");
  }

  @Test
  void anInstanceThatNobodyVerifiedIsNotOverlooked() throws Exception {
    // Given
    given(
        scene -> {
          scene.publish("web", "1", "orders", "one");
          scene.verify("web", "1", "orders", "8", true);
          scene.version("orders", "9");
          scene.release("orders", "8", "production");
          scene.release("orders", "9", "production");
        });

    // When
    String body =
        get("/matrix?q[][pacticipant]=web&q[][version]=1&latestby=cvpv&environment=production")
            .body();

    // Then
    assertThat(body)
        .contains("\"deployable\":null")
        .contains(
            "There is no verified pact between version 1 of web and one of the versions of orders"
                + " currently in production (9)");
  }

  @Test
  void canIDeploySaysWhatIsWrongWithItsParameters() throws Exception {
    // Given
    given(scene -> scene.environment("production"));

    // Then
    assertThat(get("/can-i-deploy").body())
        .isEqualTo("{\"errors\":{\"pacticipant\":[\"is missing\"],\"version\":[\"is missing\"]}}");
    assertThat(get("/can-i-deploy?pacticipant=a&version=1").body())
        .isEqualTo("{\"errors\":{\"\":[\"Must specify either an environment or a 'to' tag.\"]}}");
    assertThat(get("/can-i-deploy?pacticipant=a&version=1&environment=production").statusCode())
        .isEqualTo(400);
  }

  @Test
  void theNewestVersionOfABranchIsAskedWithoutAQuery() throws Exception {
    // Given
    given(
        scene -> {
          scene.environment("production");
          scene.publish("web", "1", "orders", "one");
          scene.branch("web", "1", "main");
          scene.tag("web", "1", "test");
          scene.mainBranch("web", "main");
          scene.mainBranch("orders", "trunk");
          scene.verify("web", "1", "orders", "9", true);
          scene.deploy("orders", "9", "production");
          scene.tag("orders", "9", "prod");
        });
    String branch = "/pacticipants/web/branches/main/latest-version/can-i-deploy/to-environment/";
    String tag = "/pacticipants/web/latest-version/test/can-i-deploy/to/prod";

    // Then
    assertThat(get(branch + "production").body()).contains("\"deployable\":true");
    assertThat(get(branch + "nowhere").statusCode()).isEqualTo(404);
    assertThat(get(tag).body()).contains("\"deployable\":true");
    assertThat(get(branch + "production/badge").body()).contains("main to production");
    assertThat(get(branch + "nowhere/badge").body()).contains("environment: not found");
    assertThat(get(tag + "/badge?label=%3Cb%3E").body()).contains("&lt;b&gt;: test to prod");
    assertThat(get("/pacticipants/web/main-branch/can-i-merge/badge").body())
        .contains("can-i-merge: unknown");
    assertThat(get("/pacticipants/nope/main-branch/can-i-merge/badge").body())
        .contains("pacticipant: not found");
    assertThat(get("/matrix/provider/orders/consumer/web").body()).contains("\"number\":\"9\"");
    assertThat(get("/matrix/provider/orders/consumer/nope").body())
        .isEqualTo("{\"error\":\"No pacticipant with name 'nope' found\"}");
    assertThat(get("/matrix/provider/orders/latest/prod/consumer/web/latest/test/badge").body())
        .contains("web/orders pact: verified");
  }
}
