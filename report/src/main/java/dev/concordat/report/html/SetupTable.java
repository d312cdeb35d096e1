package dev.concordat.report.html;

import dev.concordat.model.run.LinkView;
import dev.concordat.model.run.PartView;
import dev.concordat.model.run.RunReport;
import dev.concordat.model.run.SystemView;
import dev.concordat.report.picture.Markup;
import dev.concordat.report.terminal.Words;
import java.util.Locale;

/// What took part: systems with their owners and contracts, parts, links with what was seen on them.
final class SetupTable {
  private final Markup page;

  SetupTable(Markup page) {
    this.page = page;
  }

  void write(RunReport run) {
    page.open("section", "class", "card").leaf("h2", "What took part");
    page.open("div", "class", "scroll").open("table");
    for (SystemView system : run.systems()) {
      String kind = system.kind() == SystemView.Kind.STAND_IN ? "stand-in" : "system";
      row(
          kind,
          system.name(),
          system.owner().team() + " – " + system.owner().reason(),
          String.join(", ", system.contracts()),
          Words.duration(system.ready()));
    }
    for (PartView part : run.parts()) {
      row("part", part.name(), part.product(), part.address(), Words.duration(part.ready()));
    }
    for (LinkView link : run.links()) {
      row(
          "link",
          link.from() + " → " + link.to(),
          link.label(),
          link.state().name().toLowerCase(Locale.ROOT),
          link.exchanges() + " seen");
    }
    page.close("table").close("div").close("section");
  }

  private void row(String kind, String name, String second, String third, String last) {
    page.open("tr").leaf("td", kind, "class", "outcome").leaf("td", name);
    page.leaf("td", second)
        .leaf("td", third, "class", "file")
        .leaf("td", last, "class", "time")
        .close("tr");
  }
}
