package dev.concordat.report.picture;

import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.finding.Incident;
import dev.concordat.model.run.LinkView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What happened in the case that shows an incident: a lifeline for every system and part, an arrow for every request,
/// answer, message and row, the guilty one marked, and a message that never came drawn dashed.
public final class SequencePicture {
  static final int MAX_ARROWS = 40;

  private final List<LinkView> links;

  /// An arrow between two lifelines, at a moment.
  record Arrow(Instant at, String from, String to, String label, Look look, int times) {
    boolean repeats(Arrow other) {
      return from.equals(other.from)
          && to.equals(other.to)
          && label.equals(other.label)
          && look == other.look;
    }

    Arrow again() {
      return new Arrow(at, from, to, label, look, times + 1);
    }
  }

  /// How an arrow is drawn.
  enum Look {
    CALL,
    ANSWER,
    GUILTY,
    MISSING;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param links the links of the run; they say who publishes to a topic and who owns a database
  public SequencePicture(List<LinkView> links) {
    this.links = List.copyOf(links);
  }

  /// The picture as an `svg` element, empty text when nothing was seen.
  public String of(Incident incident, List<Exchange> exchanges) {
    List<Arrow> arrows = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      boolean isGuilty = incident.main().exchangeId().filter(exchange.id()::equals).isPresent();
      arrows.addAll(arrows(exchange, isGuilty, incident));
    }
    arrows.sort(Comparator.comparing(Arrow::at));
    missing(incident).ifPresent(arrows::add);
    if (arrows.isEmpty()) {
      return "";
    }
    List<Arrow> folded = fold(arrows);
    Set<String> lifelines = new LinkedHashSet<>();
    folded.forEach(arrow -> lifelines.addAll(List.of(arrow.from(), arrow.to())));
    return new SequenceDrawing(List.copyOf(lifelines)).draw(folded, arrows.size());
  }

  private List<Arrow> arrows(Exchange exchange, boolean isGuilty, Incident incident) {
    return switch (exchange) {
      case HttpExchange http -> http(http, isGuilty, incident);
      case MessageDelivery message -> {
        String from = publisher(message.part(), message.address());
        Look look = isGuilty ? Look.GUILTY : Look.CALL;
        yield List.of(new Arrow(message.at(), from, message.part(), message.address(), look, 1));
      }
      case RowChange row -> {
        String label = row.kind().name().toLowerCase(Locale.ROOT) + " " + row.table();
        Look look = isGuilty ? Look.GUILTY : Look.CALL;
        yield List.of(new Arrow(row.at(), user(row.part()), row.part(), label, look, 1));
      }
    };
  }

  private static List<Arrow> http(HttpExchange http, boolean isGuilty, Incident incident) {
    String consumer = http.link().consumer();
    String provider = http.link().provider();
    boolean isRequestGuilty = isGuilty && incident.main().system().equals(consumer);
    String call = http.request().method() + " " + http.request().path();
    Arrow request =
        new Arrow(
            http.at(), consumer, provider, call, isRequestGuilty ? Look.GUILTY : Look.CALL, 1);
    String answer =
        http.response()
                .map(r -> Integer.toString(r.status()))
                .orElse(http.failure().orElse("no answer"))
            + " · "
            + http.duration().toMillis()
            + " ms";
    Look look =
        isGuilty && !isRequestGuilty
            ? Look.GUILTY
            : http.response().isEmpty() ? Look.MISSING : Look.ANSWER;
    return List.of(
        request, new Arrow(http.at().plus(http.duration()), provider, consumer, answer, look, 1));
  }

  /// A flow that waited in vain names the operation; the topic or table is its last word.
  private Optional<Arrow> missing(Incident incident) {
    String rule = incident.main().rule().id();
    if (!rule.endsWith("-missing") || !rule.startsWith("flows/")) {
      return Optional.empty();
    }
    String operation = incident.main().operation();
    String part = operation.substring(0, Math.max(0, operation.indexOf('.')));
    String what = operation.substring(operation.indexOf('.') + 1);
    return Optional.of(
        new Arrow(
            Instant.MAX,
            incident.main().system(),
            part.isEmpty() ? "?" : part,
            what + " never came",
            Look.MISSING,
            1));
  }

  private String publisher(String part, String topic) {
    return links.stream()
        .filter(link -> link.to().equals(part) && link.label().contains(topic))
        .map(LinkView::from)
        .findFirst()
        .orElse(user(part));
  }

  private String user(String part) {
    return links.stream()
        .filter(link -> link.to().equals(part))
        .map(LinkView::from)
        .findFirst()
        .orElse("?");
  }

  private static List<Arrow> fold(List<Arrow> arrows) {
    List<Arrow> folded = new ArrayList<>();
    for (Arrow arrow : arrows) {
      if (!folded.isEmpty() && folded.getLast().repeats(arrow)) {
        folded.set(folded.size() - 1, folded.getLast().again());
      } else {
        folded.add(arrow);
      }
    }
    return folded.size() <= MAX_ARROWS
        ? folded
        : folded.subList(folded.size() - MAX_ARROWS, folded.size());
  }
}
