package dev.concordat.registry.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;

/// Hands one message to a mail server (RFC 5321).
public final class MailSender {
  private static final int MAX_SUBJECT = 200;
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private MailSender() {}

  /// Sends it, or throws within the time.
  ///
  /// @param limit for everything, from looking up the name to the server's last word
  /// @throws IOException with the reason; it holds no password
  public static void send(MailServer server, Mail mail, Instant at, Duration limit)
      throws IOException {
    var failure = new AtomicReference<Throwable>();
    // A virtual thread that is interrupted leaves its socket, whatever it waits for there.
    Thread sending =
        Thread.ofVirtual()
            .name("mail " + mail.id())
            .start(
                () -> {
                  try {
                    hand(server, mail, at, limit);
                  } catch (MessagingException | RuntimeException e) {
                    failure.set(e);
                  }
                });
    try {
      if (!sending.join(limit)) {
        sending.interrupt();
        throw new IOException("the mail server was not done within " + limit.toMillis() + " ms");
      }
    } catch (InterruptedException e) {
      sending.interrupt();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    Throwable why = failure.get();
    if (why != null) {
      throw new IOException(reason(server, why), why);
    }
  }

  private static void hand(MailServer server, Mail mail, Instant at, Duration limit)
      throws MessagingException {
    Session session = Session.getInstance(properties(server, limit));
    try (Transport transport = session.getTransport("smtp")) {
      if (server.login().isPresent()) {
        MailServer.Login login = server.login().get();
        transport.connect(server.host(), server.port(), login.user(), login.password());
      } else {
        transport.connect(server.host(), server.port(), null, null);
      }
      MimeMessage message = message(session, server, mail, at);
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  private static Properties properties(MailServer server, Duration limit) {
    var properties = new Properties();
    String millis = String.valueOf(limit.toMillis());
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.auth", String.valueOf(server.login().isPresent()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    switch (server.security()) {
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
      case NONE -> {}
    }
    server.trusted().ifPresent(sockets -> properties.put("mail.smtp.ssl.socketFactory", sockets));
    return properties;
  }

  private static MimeMessage message(Session session, MailServer server, Mail mail, Instant at)
      throws MessagingException {
    if (!MailAddress.isOne(mail.to())) {
      throw new MessagingException("'" + line(mail.to()) + "' is no address");
    }
    MimeMessage message = new Named(session, "<" + line(mail.id()) + ">");
    message.setFrom(new InternetAddress(server.from(), true));
    message.setRecipient(RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(line(mail.subject()), UTF_8);
    message.setSentDate(Date.from(at));
    message.setHeader("References", "<" + line(mail.thread()) + ">");
    // RFC 3834: nobody's holiday answer comes back to it.
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setText(mail.text(), UTF_8);
    return message;
  }

  /// A message that keeps its id: it is the same one when it is sent again.
  private static final class Named extends MimeMessage {
    private final String id;

    Named(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  /// What comes from clients must not end a header and begin another one.
  private static String line(String text) {
    String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() > MAX_SUBJECT ? plain.substring(0, MAX_SUBJECT) + "…" : plain;
  }

  private static String reason(MailServer server, Throwable failure) {
    StringBuilder text = new StringBuilder(server.toString());
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text.append(": ").append(line(String.valueOf(cause.getMessage())));
    }
    String all = text.toString();
    return server
        .login()
        .map(MailServer.Login::password)
        .filter(password -> !password.isEmpty())
        .map(password -> all.replace(password, "********"))
        .orElse(all);
  }
}
