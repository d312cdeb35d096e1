package dev.concordat.report.html;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.finding.Finding;
import dev.concordat.report.json.JsonLook;
import dev.concordat.report.picture.Markup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What was sent and what came back, side by side.
final class MessagePanel {
  private static final int BODY_LIMIT = 4000;

  private final Markup page;

  MessagePanel(Markup page) {
    this.page = page;
  }

  void write(Finding finding, List<Exchange> exchanges) {
    Optional<Exchange> guilty =
        finding
            .exchangeId()
            .flatMap(id -> exchanges.stream().filter(x -> x.id().equals(id)).findFirst());
    guilty.ifPresent(
        exchange -> {
          switch (exchange) {
            case HttpExchange http -> http(http);
            case MessageDelivery message -> message(message);
            case RowChange row -> row(row);
          }
        });
  }

  private void http(HttpExchange http) {
    panel(
        "Sent by " + http.link().consumer(),
        http.request().method() + " " + http.request().target(),
        http.request().headers(),
        http.request().body());
    if (http.response().isPresent()) {
      panel(
          "Answered by " + http.link().provider(),
          Integer.toString(http.response().get().status()),
          http.response().get().headers(),
          http.response().get().body());
    } else {
      panel(
          "Answered by " + http.link().provider(),
          http.failure().orElse("nothing"),
          List.of(),
          Bytes.EMPTY);
    }
  }

  private void message(MessageDelivery message) {
    panel(
        "Published to " + message.address(),
        "key " + message.key().map(Bytes::utf8).orElse("none") + " · offset " + message.offset(),
        message.headers(),
        message.value().orElse(Bytes.EMPTY));
  }

  private void row(RowChange row) {
    String columns =
        row.columns().entrySet().stream()
            .map(
                column ->
                    column.getKey()
                        + " = "
                        + column.getValue().map(value -> "'" + value + "'").orElse("NULL"))
            .collect(Collectors.joining("\n"));
    panel(
        row.kind().name().charAt(0)
            + row.kind().name().substring(1).toLowerCase(Locale.ROOT)
            + " in "
            + row.table(),
        "committed " + row.at(),
        List.of(),
        Bytes.utf8(columns));
  }

  private void panel(String title, String first, List<Header> headers, Bytes body) {
    page.open("div", "class", "panel").leaf("h4", title).open("pre").leaf("b", first).text("\n");
    for (Header header : headers) {
      page.leaf("span", header.name() + ": ", "class", "header").text(header.value() + "\n");
    }
    String text = JsonLook.indent(body.utf8());
    if (!text.isEmpty()) {
      page.text("\n" + (text.length() > BODY_LIMIT ? text.substring(0, BODY_LIMIT) + " …" : text));
    }
    page.close("pre").close("div");
  }
}
