package com.example.notify.mail;

import com.example.notify.mail.Mail.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The mails we sent last, for support and for tests. */
public final class Mailbox {

  private static final int MAX_MAILS = 10_000;

  /** Sent to ourselves at each start; it is always there. */
  private static final Mail SELF_TEST =
      new Mail(
          UUID.fromString("44444444-4444-4444-8444-000000000001"),
          Kind.SELF_TEST,
          null,
          "postmaster@shop.example",
          "Notifications can send mail",
          "This mail was sent when the service started.",
          Instant.parse("2026-01-01T00:00:00Z"));

  private final Map<UUID, Mail> mails =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Mail> eldest) {
          return size() > MAX_MAILS;
        }
      };

  public synchronized void send(Mail mail) {
    mails.put(mail.id(), mail);
  }

  public synchronized Optional<Mail> find(UUID id) {
    return id.equals(SELF_TEST.id()) ? Optional.of(SELF_TEST) : Optional.ofNullable(mails.get(id));
  }

  /** The mails about one order, the oldest first; without an order, all mails. */
  public synchronized List<Mail> list(Optional<UUID> orderId) {
    if (orderId.isEmpty()) {
      List<Mail> all = new ArrayList<>(mails.values());
      all.add(0, SELF_TEST);
      return all;
    }
    return mails.values().stream()
        .filter(mail -> orderId.get().equals(mail.orderId()))
        .toList();
  }
}
