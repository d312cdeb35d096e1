package dev.concordat.registry.page;

import dev.concordat.registry.http.Answer;
import dev.concordat.report.picture.Markup;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What happened lately, the newest first, one page after the other.
final class ActivityPage {
  private static final int MAX_ROWS = 50;

  private final Handle handle;

  ActivityPage(Handle handle) {
    this.handle = handle;
  }

  /// @param before where the page before ended; empty for the newest
  Answer page(String before) {
    ActivityStore.Page found =
        new ActivityStore(handle).read(ActivityStore.Place.of(before), MAX_ROWS);
    return Frame.page(200, "Activity", Addresses.ACTIVITY, page -> write(page, found, before));
  }

  private static void write(Markup page, ActivityStore.Page found, String before) {
    page.leaf(
        "p",
        "Publications, verifications, deployments and incidents of all teams.",
        "class",
        "lead");
    Frame.section(
        page,
        before.isEmpty() ? "Lately" : "Earlier",
        section -> rows(section, found.happenings()));
    page.open("p", "class", "pages");
    if (!before.isEmpty()) {
      page.leaf("a", "The newest", "href", Addresses.ACTIVITY).text(" ");
    }
    found
        .next()
        .ifPresent(
            next ->
                page.leaf(
                    "a",
                    "Earlier than these",
                    "href",
                    Addresses.query(Addresses.ACTIVITY, "before", next.text())));
    page.close("p");
  }

  private static void rows(Markup page, List<ActivityStore.Happening> happenings) {
    Table.write(
        page,
        "The newest first",
        "Nothing happened yet.",
        happenings,
        MAX_ROWS,
        List.of(
            new Table.Column<>("When", it -> Cell.time(it.at())),
            new Table.Column<>("What", ActivityPage::what),
            new Table.Column<>(
                "System", it -> Cell.link(it.system(), Addresses.system(it.system()))),
            new Table.Column<>("Version", it -> Cell.text(it.version())),
            new Table.Column<>("With or where", ActivityPage::other)));
  }

  private static Cell what(ActivityStore.Happening it) {
    return switch (it.kind()) {
      case PUBLISHED -> Cell.text("published a contract");
      case VERIFIED ->
          outcome(it.good() ? "proved" : "broken", it.good() ? "✓ verified" : "✗ failed");
      case DEPLOYED -> Cell.text("deployed");
      case INCIDENT ->
          page -> {
            outcome(it.good() ? "proved" : "broken", "incident").write(page);
            page.text(" ").leaf("a", it.title(), "href", Addresses.incident(it.key()));
          };
    };
  }

  private static Cell outcome(String look, String word) {
    return page -> page.leaf("span", word, "class", "state " + look);
  }

  private static Cell other(ActivityStore.Happening it) {
    return switch (it.kind()) {
      case PUBLISHED, VERIFIED -> contract(it);
      case DEPLOYED -> Cell.link(it.other(), Addresses.environment(it.other()));
      case INCIDENT -> Cell.link(it.other(), Addresses.system(it.other()));
    };
  }

  /// A pact is between two; what a system provides is of its own.
  private static Cell contract(ActivityStore.Happening it) {
    if (it.other().isEmpty()) {
      return Cell.link(it.title(), Addresses.contract(it.system(), it.version(), it.title()));
    }
    String consumer = it.kind() == ActivityStore.Kind.VERIFIED ? it.other() : it.system();
    String provider = it.kind() == ActivityStore.Kind.VERIFIED ? it.system() : it.other();
    String version = it.kind() == ActivityStore.Kind.VERIFIED ? it.key() : it.version();
    return page -> {
      page.leaf("a", it.other(), "href", Addresses.system(it.other()));
      if (!version.isEmpty()) {
        page.text(", ").leaf("a", "contract", "href", Addresses.pact(consumer, provider, version));
      }
    };
  }
}
