package dev.concordat.fidelity.http;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.fidelity.change.Alteration;
import dev.concordat.fidelity.change.Change;
import dev.concordat.fidelity.change.Part;
import dev.concordat.fidelity.scalar.Texts;
import dev.concordat.model.exchange.Header;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What happened to the header fields of a message. Names are compared without case (RFC 9110 section 5.1).
final class HeaderComparison {
  /// Fields that belong to one connection or one hop (RFC 9110 section 7.6.1), or are made anew from the body.
  private static final Set<String> OF_ONE_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "content-length",
          "host",
          "expect",
          "content-encoding",
          "accept-encoding");

  /// Fields that every hop may add to or write.
  private static final Set<String> OF_GATEWAYS =
      Set.of(
          "via",
          "forwarded",
          "x-request-id",
          "traceparent",
          "tracestate",
          "baggage",
          "date",
          "server",
          "age");

  /// Fields that a hop may write anew and must not leave out: without them nobody finds what belongs together.
  private static final Set<String> OF_TRACES =
      Set.of("traceparent", "tracestate", "baggage", "x-request-id");

  private static final Set<String> OF_GATEWAYS_BY_START =
      Set.of("x-forwarded-", "x-envoy-", "x-b3-", "x-amzn-", "x-real-", "cf-");

  private final List<Change> changes = new ArrayList<>();

  private HeaderComparison() {}

  static List<Change> compare(List<Header> sent, List<Header> received) {
    var comparison = new HeaderComparison();
    Map<String, List<String>> from = byName(sent);
    Map<String, List<String>> to = byName(received);
    from.forEach(
        (name, values) -> comparison.field(name, values, to.getOrDefault(name, List.of())));
    to.forEach(
        (name, values) -> {
          if (!from.containsKey(name)) {
            comparison.add(
                name,
                isOfHop(name) ? Alteration.HEADER_OF_HOP : Alteration.HEADER_ADDED,
                "",
                joined(values));
          }
        });
    return comparison.changes;
  }

  private static Map<String, List<String>> byName(List<Header> headers) {
    var values = new LinkedHashMap<String, List<String>>();
    for (Header header : headers) {
      values
          .computeIfAbsent(header.name().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(header.value().strip());
    }
    return values;
  }

  private static boolean isOfHop(String name) {
    return OF_ONE_HOP.contains(name)
        || OF_GATEWAYS.contains(name)
        || OF_GATEWAYS_BY_START.stream().anyMatch(name::startsWith);
  }

  private void field(String name, List<String> sent, List<String> received) {
    if (sent.equals(received)) {
      return;
    }
    boolean isLostTrace = OF_TRACES.contains(name) && received.isEmpty();
    if (isOfHop(name) && !isLostTrace) {
      add(name, Alteration.HEADER_OF_HOP, joined(sent), joined(received));
    } else if (received.isEmpty()) {
      add(name, Alteration.DROPPED, joined(sent), "");
    } else if (name.equals("content-type")) {
      mediaType(sent.getFirst(), received.getFirst());
    } else {
      values(name, sent, received);
    }
  }

  private void values(String name, List<String> sent, List<String> received) {
    boolean isJoined =
        received.size() < sent.size() && plain(joined(sent)).equals(plain(joined(received)));
    if (isJoined) {
      add(
          name,
          name.equals("set-cookie") ? Alteration.HEADER_JOINED : Alteration.HEADER_REWRITTEN,
          joined(sent),
          joined(received));
      return;
    }
    for (String value : lost(sent, received)) {
      add(name, Alteration.DROPPED, value, "");
    }
    if (sent.size() == received.size()) {
      for (int i = 0; i < sent.size(); i++) {
        one(name, sent.get(i), received.get(i));
      }
    } else if (received.size() > sent.size()) {
      add(name, Alteration.DUPLICATED, joined(sent), joined(received));
    }
  }

  /// Values that are gone where there are fewer fields now.
  private static List<String> lost(List<String> sent, List<String> received) {
    if (received.size() >= sent.size()) {
      return List.of();
    }
    var left = new ArrayList<>(received);
    return sent.stream().filter(value -> !left.remove(value)).toList();
  }

  private void one(String name, String sent, String received) {
    if (plain(sent).equals(plain(received))) {
      if (!sent.equals(received)) {
        add(name, Alteration.HEADER_REWRITTEN, sent, received);
      }
      return;
    }
    Texts.alteration(sent, received).ifPresent(what -> add(name, what, sent, received));
  }

  private void mediaType(String sent, String received) {
    Optional<MediaType> from = MediaType.parse(sent);
    Optional<MediaType> to = MediaType.parse(received);
    if (from.isEmpty() || to.isEmpty() || !from.get().essence().equals(to.get().essence())) {
      add("content-type", Alteration.MEDIA_TYPE_CHANGED, sent, received);
      return;
    }
    Optional<String> charset = from.get().parameter("charset");
    boolean keepsCharset =
        charset
            .map(name -> name.toLowerCase(Locale.ROOT))
            .equals(to.get().parameter("charset").map(name -> name.toLowerCase(Locale.ROOT)));
    boolean isImplied = charset.isEmpty() || (from.get().isJson() && isUtf8(charset.get()));
    boolean addsUtf8 =
        charset.isEmpty()
            && to.get().parameter("charset").filter(HeaderComparison::isUtf8).isPresent();
    boolean isLost =
        !keepsCharset && !addsUtf8 && !(isImplied && to.get().parameter("charset").isEmpty());
    add(
        "content-type",
        isLost ? Alteration.CHARSET_LOST : Alteration.HEADER_REWRITTEN,
        sent,
        received);
  }

  private static boolean isUtf8(String charset) {
    return charset.equalsIgnoreCase("utf-8");
  }

  /// Without optional white space around commas and semicolons.
  private static String plain(String value) {
    return value.replaceAll("[ \t]*([,;])[ \t]*", "$1");
  }

  private static String joined(List<String> values) {
    return String.join(", ", values);
  }

  private void add(String name, Alteration what, String sent, String received) {
    changes.add(new Change(Part.HEADER, Objects.requireNonNull(name), what, sent, received));
  }
}
