package dev.concordat.registry.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.wire.authority.Authority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/// E-mail through a real mail server that knows TLS and logins.
final class MailSenderTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final String PASSWORD = "correct horse battery";
  private static final Mail MAIL =
      new Mail(
          "team-payments@shop.example",
          "Broken: payments 3 breaks Zoë's orders",
          "owner: team-payments\n.\nwitness: 10.10 😀\n",
          "i-1-opened@concordat",
          "i-1@concordat");

  /// What the server was handed.
  private record Taken(String from, String to, String text) {}

  @TempDir private Path folder;
  private final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();
  private Authority authority;

  @BeforeEach
  void certify() throws IOException {
    authority = Authority.at(folder.resolve("authority"), Clock.systemUTC());
  }

  private SMTPServer.Builder server() {
    return SMTPServer.port(0)
        .bindAddress(InetAddress.getLoopbackAddress())
        .hostName("mail.example")
        .messageHandler(
            (context, from, to, data) ->
                taken.add(new Taken(from, to, new String(data, StandardCharsets.UTF_8))));
  }

  private static EasyAuthenticationHandlerFactory logins() {
    return new EasyAuthenticationHandlerFactory(
        (user, password, context) -> {
          if (!user.equals("registry") || !password.equals(PASSWORD)) {
            throw new LoginFailedException();
          }
        });
  }

  private MailServer at(String scheme, SMTPServer server) throws IOException {
    return MailServer.of(
            scheme + "://localhost:" + server.getPortAllocated(), "concordat@shop.example")
        .orElseThrow()
        .trusting(authority.certificateFile());
  }

  private Optional<Taken> next() throws InterruptedException {
    return Optional.ofNullable(taken.poll(LIMIT.toSeconds(), TimeUnit.SECONDS));
  }

  @Test
  void isHandedInAfterStartTlsAndLogin() throws Exception {
    // Given
    SMTPServer server =
        server()
            .requireTLS()
            .startTlsSocketFactory(authority.contextFor("localhost"))
            .authenticationHandlerFactory(logins())
            .requireAuth()
            .build();
    server.start();
    try {
      // When
      MailServer known = at("smtp", server).as(new MailServer.Login("registry", PASSWORD));
      MailSender.send(known, MAIL, NOW, LIMIT);

      // Then
      Taken mail = next().orElseThrow();
      assertThat(mail.from()).isEqualTo("concordat@shop.example");
      assertThat(mail.to()).isEqualTo("team-payments@shop.example");
      assertThat(mail.text())
          .contains("Message-ID: <i-1-opened@concordat>")
          .contains("References: <i-1@concordat>")
          .contains("Auto-Submitted: auto-generated")
          .contains("To: team-payments@shop.example")
          .contains("Content-Type: text/plain; charset=UTF-8");
      assertThat(known.toString()).doesNotContain(PASSWORD);
      assertThat(known.login().toString()).doesNotContain(PASSWORD);
    } finally {
      server.stop();
    }
  }

  @Test
  void isHandedInOverTlsFromTheFirstByte() throws Exception {
    SMTPServer server = server().serverSocketFactory(authority.contextFor("localhost")).build();
    server.start();
    try {
      MailSender.send(at("smtps", server), MAIL, NOW, LIMIT);
      assertThat(next()).isPresent();
    } finally {
      server.stop();
    }
  }

  @Test
  void whatClientsNamedCannotBecomeAHeaderOrAnotherRecipient() throws Exception {
    SMTPServer server = server().build();
    server.start();
    try {
      MailServer plain = at("smtp-plain", server);
      Mail hostile =
          new Mail(
              "team@shop.example",
              "Broken: x\r\nBcc: everybody@shop.example\r\n\r\n<script>",
              "a\r\n.\r\nMAIL FROM:<evil@shop.example>\r\n",
              "id\r\nX-Evil: 1@concordat",
              "t@concordat");
      MailSender.send(plain, hostile, NOW, LIMIT);
      String text = next().orElseThrow().text();
      String head = text.substring(0, text.indexOf("\r\n\r\n"));
      assertThat(head.lines()).noneMatch(line -> line.matches("(?i)(bcc|x-evil):.*"));
      assertThat(text).contains("MAIL FROM:<evil@shop.example>");
      assertThat(taken).isEmpty();
      Mail list = new Mail("a@b.example,c@d.example", "x", "x", "i@c", "t@c");
      assertThatThrownBy(() -> MailSender.send(plain, list, NOW, LIMIT))
          .hasMessageContaining("is no address");
    } finally {
      server.stop();
    }
  }

  @Nested
  class Failures {
    @Test
    void aServerWithoutTlsGetsNeitherMessageNorPassword() throws Exception {
      SMTPServer server = server().authenticationHandlerFactory(logins()).build();
      server.start();
      try {
        MailServer strict = at("smtp", server).as(new MailServer.Login("registry", PASSWORD));
        assertThatThrownBy(() -> MailSender.send(strict, MAIL, NOW, LIMIT))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("STARTTLS");
        assertThat(taken).isEmpty();
      } finally {
        server.stop();
      }
    }

    @Test
    void aCertificateForAnotherHostOrOfAnUnknownAuthorityIsRefused() throws Exception {
      for (var context :
          List.of(
              authority.contextFor("elsewhere.example"),
              authority.untrustedContextFor(List.of("localhost")))) {
        SMTPServer server = server().requireTLS().startTlsSocketFactory(context).build();
        server.start();
        try {
          MailServer strict = at("smtp", server);
          assertThatThrownBy(() -> MailSender.send(strict, MAIL, NOW, LIMIT))
              .isInstanceOf(IOException.class);
          assertThat(taken).isEmpty();
        } finally {
          server.stop();
        }
      }
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() throws Exception {
      SMTPServer server =
          server()
              .requireTLS()
              .startTlsSocketFactory(authority.contextFor("localhost"))
              .authenticationHandlerFactory(logins())
              .requireAuth()
              .build();
      server.start();
      try {
        MailServer wrong = at("smtp", server).as(new MailServer.Login("registry", "guessed-it"));
        assertThatThrownBy(() -> MailSender.send(wrong, MAIL, NOW, LIMIT))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("535")
            .hasMessageNotContaining("guessed-it");
      } finally {
        server.stop();
      }
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
      try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        MailServer server =
            MailServer.of(
                    "smtp-plain://localhost:" + silent.getLocalPort(), "concordat@shop.example")
                .orElseThrow();
        assertThatThrownBy(() -> MailSender.send(server, MAIL, NOW, Duration.ofMillis(300)))
            .isInstanceOf(IOException.class);
        try (Socket waiting = silent.accept()) {
          assertThat(waiting.getInputStream().read()).isEqualTo(-1);
        }
      }
    }

    @Test
    void aFileWithoutCertificatesAndAddressesThatAreNoneAreRefused() throws Exception {
      Path empty = Files.writeString(folder.resolve("empty.pem"), "");
      MailServer server = MailServer.of("smtp://localhost", "a@b.example").orElseThrow();
      assertThatThrownBy(() -> server.trusting(empty)).isInstanceOf(IOException.class);
      assertThat(server.port()).isEqualTo(587);
      assertThat(MailServer.of("http://localhost", "a@b.example")).isEmpty();
      assertThat(MailServer.of("smtp://user:secret@localhost", "a@b.example")).isEmpty();
      assertThat(MailServer.of("smtp://localhost", "nobody")).isEmpty();
      assertThat(MailAddress.isOne("Team <a@b.example>")).isFalse();
      assertThat(MailAddress.isOne("a@b.example\r\nBcc: c@d.example")).isFalse();
    }
  }
}
