package dev.concordat.registry.page;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.pact.ExpectedMessage;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.report.picture.Markup;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What a contract says, for reading: operations of OpenAPI, interactions of a pact. Other kinds are read as they were
/// published. Each has an anchor by its number: `#part-3`.
final class ContractText {
  private static final int MAX_PARTS = 200;
  private static final int MAX_BODY = 4_000;

  private final Markup page;
  private int number;

  ContractText(Markup page) {
    this.page = page;
  }

  void write(Contract contract) {
    if (contract instanceof OpenApiContract api) {
      contents(api.operations().stream().map(it -> it.method() + " " + it.path().text()).toList());
      api.operations().stream().limit(MAX_PARTS).forEach(this::operation);
    } else if (contract instanceof PactContract pact) {
      contents(pact.interactions().stream().map(it -> it.description()).toList());
      pact.interactions().stream().limit(MAX_PARTS).forEach(this::interaction);
    }
  }

  private void contents(List<String> names) {
    page.open("section", "class", "card").leaf("h2", "In it").open("ol");
    for (int i = 0; i < Math.min(MAX_PARTS, names.size()); i++) {
      page.open("li").leaf("a", names.get(i), "href", "#part-" + (i + 1)).close("li");
    }
    page.close("ol");
    if (names.size() > MAX_PARTS) {
      page.leaf("p", "The first %d of %d.".formatted(MAX_PARTS, names.size()), "class", "more");
    }
    page.close("section");
  }

  private void open(String heading) {
    number++;
    page.open("section", "class", "card", "id", "part-" + number).leaf("h2", heading);
  }

  private void operation(HttpOperation operation) {
    open(operation.method() + " " + operation.path().text());
    if (operation.deprecated()) {
      page.leaf("p", "Deprecated.", "class", "more");
    }
    if (!operation.summary().isEmpty()) {
      page.leaf("p", operation.summary());
    }
    Table.write(
        page,
        "Parameters",
        "It has no parameters.",
        operation.parameters(),
        MAX_PARTS,
        List.of(
            new Table.Column<Parameter>("Name", it -> Cell.code(it.name())),
            new Table.Column<Parameter>("In", it -> Cell.text(it.in().word())),
            new Table.Column<Parameter>("Needed", it -> Cell.text(it.required() ? "yes" : "no"))));
    operation
        .body()
        .ifPresent(
            body ->
                page.leaf(
                    "p",
                    (body.required() ? "Needs a body: " : "May have a body: ")
                        + types(body.content())));
    Table.write(
        page,
        "Answers",
        "It says nothing of its answers.",
        operation.responses(),
        MAX_PARTS,
        List.of(
            new Table.Column<ResponseSpec>("Status", it -> Cell.code(it.status())),
            new Table.Column<ResponseSpec>("Body", it -> Cell.text(types(it.content()))),
            new Table.Column<ResponseSpec>(
                "Headers",
                it ->
                    Cell.all(
                        it.headers().stream().map(header -> Cell.code(header.name())).toList()))));
    page.close("section");
  }

  private static String types(List<MediaTypeSpec> content) {
    return content.isEmpty()
        ? "none"
        : String.join(
            ", ",
            content.stream()
                .map(it -> it.mediaType().type() + "/" + it.mediaType().subtype())
                .toList());
  }

  private void interaction(PactInteraction interaction) {
    open(interaction.description());
    interaction
        .header()
        .states()
        .forEach(state -> page.leaf("p", "Given " + state.name(), "class", "soft"));
    switch (interaction) {
      case PactInteraction.HttpInteraction http -> {
        var request = http.request();
        StringBuilder query = new StringBuilder();
        request
            .query()
            .forEach(
                (name, values) ->
                    values.forEach(
                        value ->
                            query
                                .append(query.isEmpty() ? '?' : '&')
                                .append(name)
                                .append('=')
                                .append(value)));
        page.leaf("p", "When it sends");
        said(request.method() + " " + request.path() + query, request.headers(), request.body());
        page.leaf("p", "It needs the answer");
        said(
            "status " + http.response().status(),
            http.response().headers(),
            http.response().body());
      }
      case PactInteraction.MessageInteraction message ->
          message("It needs the message", message.message());
      case PactInteraction.SynchronousMessages call -> {
        message("When it sends", call.request());
        call.responses().forEach(answer -> message("It needs the answer", answer));
      }
      case PactInteraction.UnknownInteraction unknown ->
          page.leaf(
              "p",
              "It is of the kind '" + unknown.type() + "', which is not known.",
              "class",
              "more");
    }
    page.close("section");
  }

  private void message(String words, ExpectedMessage message) {
    page.leaf("p", words);
    said(message.contentType().orElse("a message"), Map.of(), message.body());
  }

  private void said(String first, Map<String, List<String>> headers, ExpectedBody body) {
    StringBuilder text = new StringBuilder(first);
    headers.forEach(
        (name, values) ->
            text.append('\n').append(name).append(": ").append(String.join(", ", values)));
    switch (body) {
      case ExpectedBody.Unstated _ -> {}
      case ExpectedBody.None _ -> text.append("\n\nno body");
      case ExpectedBody.Present(var bytes) -> {
        String content = new String(bytes.toArray(), StandardCharsets.UTF_8);
        text.append("\n\n")
            .append(content.length() <= MAX_BODY ? content : content.substring(0, MAX_BODY) + " …");
      }
    }
    page.leaf("pre", text.toString());
  }
}
