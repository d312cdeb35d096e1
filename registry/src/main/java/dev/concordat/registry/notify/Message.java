package dev.concordat.registry.notify;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.mail.Mail;
import dev.concordat.registry.webhook.Call;
import dev.concordat.report.json.Members;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a team is told of an incident.
///
/// @param base the address of the registry, as whoever caused it sees it
record Message(Transition transition, Incident incident, String base, Instant at) {
  /// What became of an incident; nothing else is told.
  enum Transition {
    OPENED,
    REOPENED,
    CLOSED,
    REROUTED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What addresses of e-mail begin with.
  static final String MAILTO = "mailto:";

  private static final String HMAC = "HmacSHA256";

  Call call(Channel channel) {
    return switch (channel.kind()) {
      case SLACK ->
          signed(
              channel,
              "application/json",
              JsonText.compact(new Members().put("text", text(Message::plain)).object()));
      case CLOUDEVENTS ->
          signed(channel, "application/cloudevents+json; charset=utf-8", JsonText.compact(event()));
      case EMAIL -> Call.of(mail(channel.url().substring(MAILTO.length())));
      case GITHUB -> throw new IllegalArgumentException("commits are marked, not told");
    };
  }

  private Call signed(Channel channel, String contentType, String body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", contentType);
    channel
        .secret()
        .ifPresent(
            secret -> {
              String time = String.valueOf(at.getEpochSecond());
              headers.put("x-concordat-timestamp", time);
              headers.put(
                  "x-concordat-signature", "sha256=" + signature(secret, time + "." + body));
            });
    return new Call(
        "POST", channel.url(), headers, Optional.of(body), Optional.empty(), Optional.empty());
  }

  private Mail mail(String to) {
    String text = text(UnaryOperator.identity());
    String link = base.isEmpty() ? "" : "\n\n" + base + "/ui/incidents/" + incident.uuid();
    return new Mail(
        to,
        "[Concordat] " + text.lines().findFirst().orElse(""),
        text + link + "\n",
        id() + "@concordat",
        incident.uuid() + "@concordat");
  }

  /// Hexadecimal HMAC-SHA256 (RFC 2104) of the time, a full stop and the body.
  static String signature(String secret, String signed) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String id() {
    return incident.uuid() + "-" + transition.word() + "-" + at.toEpochMilli();
  }

  /// @param shown makes what clients named harmless
  private String text(UnaryOperator<String> shown) {
    boolean isMissing = incident.rule().equals(Unproved.RULE);
    StringBuilder text = new StringBuilder();
    text.append(
        switch (transition) {
          case OPENED -> isMissing ? "Unknown: " : "Broken: ";
          case REOPENED -> isMissing ? "Unknown again: " : "Broken again: ";
          case CLOSED -> isMissing ? "Verified: " : "Fixed: ";
          case REROUTED -> "Now yours: ";
        });
    text.append(shown.apply(incident.title()));
    incident.owner().ifPresent(owner -> text.append("\nowner: ").append(shown.apply(owner)));
    member("witness").ifPresent(witness -> text.append('\n').append(shown.apply(witness)));
    member("build").ifPresent(build -> text.append("\nbuild: ").append(shown.apply(build)));
    member("pact").ifPresent(pact -> text.append("\npact: ").append(shown.apply(pact)));
    return text.toString();
  }

  /// Names come from clients: they must not become links or mentions.
  private static String plain(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private JsonObject event() {
    return new Members()
        .put("specversion", "1.0")
        .put("id", id())
        .put("source", base.isEmpty() ? "concordat" : base)
        .put("type", "dev.concordat.incident." + transition.word())
        .put("subject", incident.consumer() + "/" + incident.provider())
        .put("time", at.toString())
        .put("datacontenttype", "application/json")
        .put(
            "data",
            new Members()
                .put("incident", incident.uuid())
                .put("rule", incident.rule())
                .put("title", incident.title())
                .put("consumer", incident.consumer())
                .put("provider", incident.provider())
                .maybe("owner", incident.owner(), JsonString::new)
                .put("state", incident.isOpen() ? "open" : "closed")
                .put("openedAt", incident.openedAt().toString())
                .put("evidence", evidence())
                .object())
        .object();
  }

  private JsonValue evidence() {
    return JsonParser.parse(incident.evidence()).value().orElse(JsonObject.EMPTY);
  }

  private Optional<String> member(String name) {
    return evidence() instanceof JsonObject object
        ? object
            .member(name)
            .flatMap(
                it -> it instanceof JsonString(String text) ? Optional.of(text) : Optional.empty())
        : Optional.empty();
  }
}
