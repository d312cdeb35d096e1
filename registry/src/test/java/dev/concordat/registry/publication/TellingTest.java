package dev.concordat.registry.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.contract.Events;
import dev.concordat.registry.contract.Notice;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.Caller;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.mail.MailServer;
import dev.concordat.registry.notify.CommitStatuses;
import dev.concordat.registry.notify.IncidentRoutes;
import dev.concordat.registry.notify.Incidents;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.webhook.DeliveryWorker;
import dev.concordat.registry.webhook.WebhookSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.server.SMTPServer;

/// From a publication to what arrives: e-mail at a real mail server, statuses of commits at a server that takes what GitHub takes.
@Tag("slow")
final class TellingTest {
  private static final int MAX_SECONDS = 60;
  private static final String TOKEN = "ghp_0123456789abcdef";
  private static final String FIRST = "1".repeat(40);
  private static final String SECOND = "2".repeat(40);

  private final Clock clock = Clock.systemUTC();
  private final BlockingQueue<String> mails = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> statuses = new LinkedBlockingQueue<>();
  private Database database;
  private SMTPServer mailServer;
  private HttpServer github;
  private DeliveryWorker worker;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.open();
    mailServer =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandler(
                (context, from, to, data) ->
                    mails.add(to + "\n" + new String(data, StandardCharsets.UTF_8)))
            .build();
    mailServer.start();
    github = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    github.createContext("/", this::status);
    github.start();
    MailServer at =
        MailServer.of(
                "smtp-plain://localhost:" + mailServer.getPortAllocated(), "registry@shop.example")
            .orElseThrow();
    WebhookSettings settings =
        WebhookSettings.STANDARD.withHosts(List.of("localhost"), true).withMail(Optional.of(at));
    worker = DeliveryWorker.start(database, settings, clock, _ -> {});
  }

  @AfterEach
  void close() {
    worker.close();
    github.stop(0);
    mailServer.stop();
    database.close();
  }

  /// Judges as GitHub's REST description says (`repos/create-commit-status`).
  private void status(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getRawPath();
    JsonObject json =
        JsonParser.parse(body).value().orElse(JsonObject.EMPTY) instanceof JsonObject object
            ? object
            : JsonObject.EMPTY;
    boolean isKnown =
        ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && exchange.getRequestHeaders().getFirst("User-Agent") != null;
    boolean isRight =
        exchange.getRequestMethod().equals("POST")
            && path.matches("/repos/shop/orders/statuses/[0-9a-f]{40}")
            && Set.of("error", "failure", "pending", "success").contains(text(json, "state"))
            && text(json, "description").length() <= 140
            && text(json, "target_url").startsWith("http")
            && Set.of("state", "target_url", "description", "context")
                .containsAll(json.members().keySet());
    int answer = !isKnown ? 401 : isRight ? 201 : 422;
    statuses.add(
        answer
            + " "
            + path.substring(path.lastIndexOf('/') + 1)
            + " "
            + text(json, "state")
            + " "
            + text(json, "description"));
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  private static String text(JsonObject json, String name) {
    return json.member(name).orElse(json) instanceof JsonString(String text) ? text : "";
  }

  private Answer post(List<Route> routes, String pattern, String body) {
    Route route =
        routes.stream()
            .filter(it -> it.method().equals("POST") && it.pattern().equals(pattern))
            .findFirst()
            .orElseThrow();
    return route
        .action()
        .answer(
            new Asked(
                "POST",
                pattern,
                "",
                Map.of(),
                Map.of(),
                Bytes.utf8(body),
                "http://registry.example",
                Caller.ANONYMOUS));
  }

  private Answer channel(String body) {
    return post(new IncidentRoutes(database, clock).routes(), "/channels", body);
  }

  private void publish(String body) {
    Events incidents = new Incidents(clock);
    Events commits = new CommitStatuses(clock);
    Events events =
        (handle, event) -> {
          List<Notice> notices = new ArrayList<>(incidents.happened(handle, event));
          notices.addAll(commits.happened(handle, event));
          return notices;
        };
    Answer answer =
        post(new PublicationRoutes(database, clock, events).routes(), "/publications", body);
    assertThat(answer.status()).isEqualTo(200);
  }

  private String github(String more) {
    return "{\"kind\": \"github\", \"url\": \"http://localhost:"
        + github.getAddress().getPort()
        + "\", \"system\": \"orders\", \"repository\": \"shop/orders\", \"secret\": \""
        + TOKEN
        + "\""
        + more
        + "}";
  }

  @Test
  void theOwnerOfABrokenContractHasAnEmail() throws Exception {
    // Given
    Answer made =
        channel("{\"kind\": \"email\", \"team\": \"team-web\", \"to\": \"web@shop.example\"}");
    publish(OrdersBodies.pact("web", "1", "team-web"));

    // When
    publish(OrdersBodies.contract("1", OrdersBodies.BROKEN));
    String mail = Optional.ofNullable(mails.poll(MAX_SECONDS, TimeUnit.SECONDS)).orElse("");

    // Then
    assertThat(made.status()).isEqualTo(201);
    assertThat(mail)
        .startsWith("web@shop.example\n")
        .contains("Subject: [Concordat] Broken: orders 1 breaks what web 1 needs")
        .contains("owner: team-web")
        .contains("http://registry.example/ui/incidents/");
  }

  @Test
  void aCommitIsMarkedWithWhatTheGateSaysOfMergingIt() throws Exception {
    // Given
    Answer made = channel(github(""));
    publish(OrdersBodies.pact("web", "1", "team-web"));

    // When
    publish(OrdersBodies.contract(FIRST, OrdersBodies.OPENAPI));
    String good = Optional.ofNullable(statuses.poll(MAX_SECONDS, TimeUnit.SECONDS)).orElse("");
    publish(OrdersBodies.contract(SECOND, OrdersBodies.BROKEN));
    String bad = Optional.ofNullable(statuses.poll(MAX_SECONDS, TimeUnit.SECONDS)).orElse("");

    // Then
    assertThat(made.status()).isEqualTo(201);
    assertThat(body(made)).doesNotContain(TOKEN);
    assertThat(good).startsWith("201 " + FIRST + " success SAFE");
    assertThat(bad).startsWith("201 " + SECOND + " failure UNSAFE");
    worker.close();
    assertThat(String.join("\n", logs())).contains("/statuses/" + FIRST).doesNotContain(TOKEN);
  }

  private static String body(Answer answer) {
    return new String(answer.body().toArray(), StandardCharsets.UTF_8);
  }

  /// All that the logs of deliveries say.
  private List<String> logs() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT log FROM delivery_attempts ORDER BY id")
                .mapTo(String.class)
                .list());
  }

  @Test
  void aChannelThatCannotBeUsedIsRefusedWithWhatIsWrong() {
    assertThat(body(channel("{\"kind\": \"pigeon\"}"))).contains("email or github");
    assertThat(channel("{\"kind\": \"email\", \"to\": \"a@b.example, c@d.example\"}").status())
        .isEqualTo(400);
    assertThat(channel("{\"kind\": \"slack\", \"url\": \"ftp://x\"}").status()).isEqualTo(400);
    assertThat(
            channel(
                    "{\"kind\": \"github\", \"system\": \"a\", \"repository\": \"a/../../user\", \"secret\": \"x\"}")
                .status())
        .isEqualTo(400);
    assertThat(
            channel("{\"kind\": \"github\", \"system\": \"a\", \"repository\": \"a/b\"}").status())
        .isEqualTo(400);
  }
}
