package dev.concordat.registry.page;

import dev.concordat.registry.http.Answer;
import dev.concordat.registry.store.EnvironmentRow;
import dev.concordat.registry.store.Remembered;
import dev.concordat.report.picture.Markup;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// One environment: what runs there since when, and whether every pair that meets there is proved.
final class EnvironmentPage {
  private static final int MAX_ROWS = 300;

  private final Handle handle;
  private final Remembered<List<Pairing>> remembered;

  EnvironmentPage(Handle handle, Remembered<List<Pairing>> remembered) {
    this.handle = handle;
    this.remembered = remembered;
  }

  Answer page(String name) {
    return new EnvironmentStore(handle)
        .find(name)
        .map(row -> Frame.page(200, row.name(), Addresses.MAP, page -> write(page, row)))
        .orElseGet(() -> Missing.environment(handle, name));
  }

  private void write(Markup page, EnvironmentRow environment) {
    List<Pairing> pairs =
        new PairStore(handle, remembered).meeting(environment.id(), Optional.empty(), MAX_ROWS);
    page.leaf("p", Pairing.summary(pairs, MAX_ROWS), "class", "lead");
    page.open("p");
    page.text(environment.production() ? "It is production. " : "It is not production. ");
    page.leaf(
            "a",
            "Its map",
            "href",
            Addresses.query(Addresses.MAP, "environment", environment.name()))
        .close("p");
    Frame.section(
        page,
        "Pairs",
        section ->
            Table.write(
                section,
                "Each pair that meets here",
                "Nothing here has a contract with another system.",
                pairs,
                MAX_ROWS,
                PairColumns.both()));
    Frame.section(page, "What runs here", section -> running(section, environment));
  }

  private void running(Markup page, EnvironmentRow environment) {
    Table.write(
        page,
        "Versions that are here now",
        "Nobody recorded a deployment here.",
        new EnvironmentStore(handle).in(environment.id(), MAX_ROWS),
        MAX_ROWS,
        List.of(
            new Table.Column<>(
                "System", it -> Cell.link(it.system(), Addresses.system(it.system()))),
            new Table.Column<>("Owner", it -> Cell.text(it.owner())),
            new Table.Column<>("Version", it -> Cell.text(it.number())),
            new Table.Column<>("Instance", it -> Cell.text(it.target())),
            new Table.Column<>("How", it -> Cell.text(it.how())),
            new Table.Column<>("Since", it -> Cell.time(it.since())),
            new Table.Column<>(
                "Gate",
                it ->
                    Cell.link(
                        "ask again",
                        Addresses.gate(it.system(), it.number(), environment.name())))));
  }
}
