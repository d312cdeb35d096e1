package dev.concordat.report.html;

import dev.concordat.model.flowmap.FlowMap;
import dev.concordat.model.flowmap.ValueHop;
import dev.concordat.report.picture.FlowPicture;
import dev.concordat.report.picture.Markup;

/// Where values go: the picture, and every step with what was seen of it.
final class FlowMapCard {
  private final Markup page;

  FlowMapCard(Markup page) {
    this.page = page;
  }

  void write(FlowMap map) {
    if (map.isEmpty()) {
      return;
    }
    page.open("section", "class", "card map-card").leaf("h2", "Where values go");
    page.open("div", "class", "scroll").raw(FlowPicture.of(map)).close("div");
    page.open("p", "class", "legend");
    page.leaf("span", "arrives as sent", "class", "key holds");
    page.leaf("span", "is changed", "class", "key broken");
    page.leaf("span", "learned, no value followed", "class", "key unseen");
    page.close("p");
    page.open("details").leaf("summary", map.hops().size() + " steps");
    page.open("div", "class", "scroll").open("table");
    map.hops().forEach(this::row);
    page.close("table").close("div").close("details").close("section");
  }

  private void row(ValueHop hop) {
    page.open("tr").leaf("td", hop.state().word(), "class", "outcome");
    page.open("td").text(hop.from().text() + " → " + hop.to().text());
    if (!hop.notes().isEmpty()) {
      page.leaf("div", String.join("; ", hop.notes()), "class", "reason");
    }
    page.close("td").leaf("td", hop.system(), "class", "file");
    page.leaf("td", hop.evidence() + " learned, " + hop.probed() + " followed", "class", "time");
    page.close("tr");
  }
}
