package dev.concordat.registry.page;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.notify.Incident;
import dev.concordat.registry.notify.IncidentStore;
import dev.concordat.registry.notify.Told;
import dev.concordat.report.picture.Markup;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// All incidents, and one with its evidence and who was told.
final class IncidentPages {
  private static final int MAX_TOLD = 50;

  /// The members of the evidence as people call them, in the order of what tells most; others follow by their own names.
  private static final List<Map.Entry<String, String>> NAMES =
      List.of(
          Map.entry("witness", "What was seen"),
          Map.entry("consumerVersion", "Version of the consumer"),
          Map.entry("providerVersion", "Version of the provider"),
          Map.entry("method", "Method"),
          Map.entry("build", "Build"),
          Map.entry("pact", "Contract"),
          Map.entry("result", "Verification"));

  private final Handle handle;

  IncidentPages(Handle handle) {
    this.handle = handle;
  }

  /// @param state what there was before
  Answer all(String state) {
    List<Incident> incidents = new IncidentStore(handle).list();
    return Frame.live(
        "Incidents",
        Addresses.INCIDENTS,
        state,
        page -> {
          page.open("div", "class", "live");
          Frame.section(
              page,
              incidents.stream().filter(Incident::isOpen).count() + " open",
              section -> list(section, incidents));
          page.close("div");
        });
  }

  private static void list(Markup page, List<Incident> incidents) {
    // The store answers no more than its limit: reaching it may mean that there are more.
    Table.write(
        page,
        "The open ones first, then the newest",
        "There was none yet.",
        incidents,
        IncidentStore.MAX_LISTED - 1,
        List.of(
            new Table.Column<>(
                "Incident", it -> Cell.link(it.title(), Addresses.incident(it.uuid()))),
            new Table.Column<>("State", IncidentPages::state),
            new Table.Column<>("Owner", it -> Cell.text(it.owner())),
            new Table.Column<>(
                "Consumer", it -> Cell.link(it.consumer(), Addresses.system(it.consumer()))),
            new Table.Column<>(
                "Provider", it -> Cell.link(it.provider(), Addresses.system(it.provider()))),
            new Table.Column<>("Opened", it -> Cell.time(it.openedAt()))));
  }

  Answer one(String uuid) {
    return new IncidentStore(handle)
        .find(uuid)
        .map(
            found ->
                Frame.page(200, found.title(), Addresses.INCIDENTS, page -> write(page, found)))
        .orElseGet(() -> Missing.incident(uuid));
  }

  private void write(Markup page, Incident incident) {
    page.open("dl");
    SystemPage.fact(page, "State", state(incident));
    SystemPage.fact(page, "Owner", Cell.text(incident.owner()));
    SystemPage.fact(
        page, "Consumer", Cell.link(incident.consumer(), Addresses.system(incident.consumer())));
    SystemPage.fact(
        page, "Provider", Cell.link(incident.provider(), Addresses.system(incident.provider())));
    SystemPage.fact(page, "Opened", Cell.time(incident.openedAt()));
    SystemPage.fact(page, "Last change", Cell.time(incident.updatedAt()));
    SystemPage.fact(page, "Closed", incident.closedAt().map(Cell::time).orElse(Cell.NOTHING));
    SystemPage.fact(page, "Green runs since", Cell.text(String.valueOf(incident.greenRuns())));
    page.close("dl");
    Frame.section(page, "Evidence", section -> evidence(section, incident));
    Frame.section(page, "Who was told", section -> told(section, incident));
  }

  private static void evidence(Markup page, Incident incident) {
    JsonValue json = JsonParser.parse(incident.evidence()).value().orElse(JsonObject.EMPTY);
    if (!(json instanceof JsonObject object) || object.members().isEmpty()) {
      page.leaf("p", "The verification told no details.", "class", "soft");
      return;
    }
    page.open("dl", "class", "wide");
    Map<String, JsonValue> others = new TreeMap<>(object.members());
    for (Map.Entry<String, String> name : NAMES) {
      JsonValue value = others.remove(name.getKey());
      if (value != null) {
        SystemPage.fact(page, name.getValue(), shown(name.getKey(), value));
      }
    }
    others.forEach((name, value) -> SystemPage.fact(page, name, shown(name, value)));
    page.close("dl");
  }

  private static Cell shown(String name, JsonValue value) {
    String text = value instanceof JsonString(String plain) ? plain : JsonText.compact(value);
    return switch (name) {
      case "pact", "result", "build" -> Cell.foreign(text);
      case "witness" -> page -> page.leaf("pre", text);
      default -> Cell.text(text);
    };
  }

  private void told(Markup page, Incident incident) {
    Table.write(
        page,
        "Messages about this pair since it was opened, the newest first",
        "Nobody: no channel is set up for its teams.",
        new IncidentStore(handle).told(incident, MAX_TOLD + 1),
        MAX_TOLD,
        List.of(
            new Table.Column<Told>("Of", it -> Cell.text(it.transition())),
            new Table.Column<Told>(
                "Team", it -> Cell.text(it.team().orElse("everybody's channel"))),
            new Table.Column<Told>("Delivery", it -> Cell.text(words(it))),
            new Table.Column<Told>("Sent", it -> Cell.time(it.at()))));
  }

  private static String words(Told told) {
    return switch (told.status()) {
      case "success" -> "arrived";
      case "failure" -> "given up after " + told.attempts() + " attempts";
      case "retrying" -> "failed " + told.attempts() + " times, will be tried again";
      default -> "on its way";
    };
  }

  private static Cell state(Incident incident) {
    String word = incident.isOpen() ? "open" : "closed";
    return page ->
        page.leaf("span", word, "class", "state " + (incident.isOpen() ? "broken" : "proved"));
  }
}
