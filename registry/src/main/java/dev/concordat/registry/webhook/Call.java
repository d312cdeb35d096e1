package dev.concordat.registry.webhook;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.mail.Mail;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A request as it is sent: nothing in it is to be filled in any more.
///
/// @param headers may hold secrets
/// @param body empty where there is none
/// @param user of basic authentication
/// @param password never shown
public record Call(
    String method,
    String url,
    Map<String, String> headers,
    Optional<String> body,
    Optional<String> user,
    Optional<String> password) {
  public Call {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  private static final String MAILTO = "mailto:";
  private static final String SUBJECT = "subject";
  private static final String ID = "message-id";
  private static final String THREAD = "references";

  /// An e-mail, as it lies in the outbox.
  public static Call of(Mail mail) {
    return new Call(
        "MAIL",
        MAILTO + mail.to(),
        Map.of(SUBJECT, mail.subject(), ID, mail.id(), THREAD, mail.thread()),
        Optional.of(mail.text()),
        Optional.empty(),
        Optional.empty());
  }

  /// The e-mail that this is; empty where it is a request.
  Optional<Mail> mail() {
    return url.startsWith(MAILTO)
        ? Optional.of(
            new Mail(
                url.substring(MAILTO.length()),
                headers.getOrDefault(SUBJECT, ""),
                body.orElse(""),
                headers.getOrDefault(ID, ""),
                headers.getOrDefault(THREAD, "")))
        : Optional.empty();
  }

  /// `POST example.org`
  String description() {
    String host = Optional.ofNullable(URI.create(url).getHost()).orElse(url);
    return method + " " + host;
  }

  /// As it is kept in the outbox.
  JsonObject json() {
    JsonObject.Builder headerJson = new JsonObject.Builder();
    headers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(header -> headerJson.add(header.getKey(), new JsonString(header.getValue())));
    JsonObject.Builder json = new JsonObject.Builder();
    json.add("method", new JsonString(method));
    json.add("url", new JsonString(url));
    json.add("headers", headerJson.build());
    body.ifPresent(text -> json.add("body", new JsonString(text)));
    user.ifPresent(name -> json.add("username", new JsonString(name)));
    password.ifPresent(secret -> json.add("password", new JsonString(secret)));
    return json.build();
  }

  static Call of(JsonObject json) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (json.member("headers").orElse(JsonObject.EMPTY) instanceof JsonObject given) {
      given.members().forEach((name, value) -> headers.put(name, text(value)));
    }
    return new Call(
        json.member("method").map(Call::text).orElse("POST"),
        json.member("url").map(Call::text).orElse(""),
        headers,
        json.member("body").map(Call::text),
        json.member("username").map(Call::text),
        json.member("password").map(Call::text));
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : JsonText.compact(value);
  }

  @Override
  public String toString() {
    return description();
  }
}
