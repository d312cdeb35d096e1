package dev.concordat.report.html;

import dev.concordat.model.finding.Incident;
import dev.concordat.model.run.CaseResult.Outcome;
import dev.concordat.model.run.RunReport;
import dev.concordat.model.run.Trouble;
import dev.concordat.report.picture.MapPicture;
import dev.concordat.report.picture.Markup;
import dev.concordat.report.terminal.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A run as one page with everything in it: no other file, no network, readable without JavaScript, light and dark.
public final class HtmlReport {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

  private HtmlReport() {}

  /// The page.
  public static String of(RunReport run) {
    Markup page = new Markup();
    page.raw("<!doctype html>\n").open("html", "lang", "en").open("head");
    page.raw("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">");
    page.leaf("title", title(run));
    page.open("style").raw(resource("report.css")).close("style");
    page.close("head").open("body");
    head(page, run);
    page.open("main");
    map(page, run);
    troubles(page, run);
    incidents(page, run);
    notes(page, run);
    new FlowMapCard(page).write(run.measures().values());
    new MeasuresTable(page).write(run.measures());
    new CaseTable(page).write(run);
    new SetupTable(page).write(run);
    page.close("main");
    page.open("script").raw(resource("report.js")).close("script");
    return page.close("body").close("html").toString();
  }

  private static String title(RunReport run) {
    return switch (run.verdict()) {
      case HOLDS -> "Everything holds";
      case FINDINGS -> Words.count(run.incidents().size(), "incident");
      case BAD_INPUT -> "The input is wrong";
      case NO_ENVIRONMENT -> "The environment failed";
      case INTERNAL_ERROR -> "Concordat failed";
    };
  }

  private static void head(Markup page, RunReport run) {
    page.open("header", "class", run.verdict().name().toLowerCase(Locale.ROOT));
    page.open("div", "class", "brand").leaf("span", "Concordat").close("div");
    page.leaf("h1", title(run));
    page.open("p", "class", "counts");
    long skipped = run.count(Outcome.SKIPPED);
    page.leaf("b", Words.count(run.cases().size() - skipped, "case"));
    page.text(": " + run.count(Outcome.HELD) + " held, " + run.count(Outcome.BROKE) + " broke");
    if (run.count(Outcome.ERROR) > 0) {
      page.text(", " + run.count(Outcome.ERROR) + " could not run");
    }
    if (skipped > 0) {
      page.text(", " + skipped + " skipped");
    }
    page.close("p");
    page.open("p", "class", "facts");
    page.text(
        run.workspace()
            + " · "
            + run.startedAt().toString().substring(0, 19).replace('T', ' ')
            + " UTC");
    page.text(" · environment ready in " + Words.duration(run.ready()));
    page.text(
        " · done in "
            + Words.duration(run.duration())
            + " · seed "
            + run.seed()
            + " · run "
            + run.runId());
    page.close("p");
    owners(page, run);
    page.close("header");
  }

  private static void owners(Markup page, RunReport run) {
    Map<String, Long> perOwner =
        run.incidents().stream()
            .collect(
                Collectors.groupingBy(i -> i.owner().team(), TreeMap::new, Collectors.counting()));
    if (perOwner.isEmpty()) {
      return;
    }
    page.open("p", "class", "owners");
    perOwner.forEach(
        (team, count) ->
            page.open(
                    "button",
                    "type",
                    "button",
                    "class",
                    "chip",
                    "data-owner",
                    team,
                    "aria-pressed",
                    "false")
                .text(team + " ")
                .leaf("b", Long.toString(count))
                .close("button"));
    page.close("p");
  }

  private static void map(Markup page, RunReport run) {
    if (run.systems().isEmpty()) {
      return;
    }
    page.open("section", "class", "card map-card").leaf("h2", "Map");
    page.open("div", "class", "scroll").raw(MapPicture.of(run)).close("div");
    page.open("p", "class", "legend");
    page.leaf("span", "holds", "class", "key holds").leaf("span", "broken", "class", "key broken");
    page.leaf("span", "nothing seen", "class", "key unseen");
    page.close("p").close("section");
  }

  private static void troubles(Markup page, RunReport run) {
    for (Trouble trouble : run.troubles()) {
      page.open("section", "class", "card trouble").leaf("h2", trouble.subject());
      page.leaf("p", trouble.message());
      if (!trouble.logLines().isEmpty()) {
        page.leaf("pre", String.join("\n", trouble.logLines()));
      }
      if (!trouble.fix().isEmpty()) {
        page.open("p").leaf("b", "Fix: ").text(trouble.fix()).close("p");
      }
      page.close("section");
    }
  }

  private static void incidents(Markup page, RunReport run) {
    if (run.incidents().isEmpty()) {
      return;
    }
    page.leaf("h2", "Incidents", "class", "section");
    glance(page, run);
    IncidentCard card = new IncidentCard(page, run);
    for (Incident incident : run.incidents()) {
      card.write(incident);
    }
  }

  /// All incidents on a few lines, each a link to its card.
  private static void glance(Markup page, RunReport run) {
    if (run.incidents().size() < 2) {
      return;
    }
    page.open("section", "class", "card").open("div", "class", "scroll");
    page.open("table", "class", "glance");
    for (Incident incident : run.incidents()) {
      page.open("tr", "class", "incident-row", "data-owner", incident.owner().team());
      page.open("td")
          .leaf("a", incident.main().rule().id(), "href", "#" + incident.id())
          .close("td");
      page.leaf("td", incident.main().operation());
      page.leaf("td", incident.main().pointer(), "class", "file");
      page.leaf("td", incident.owner().team(), "class", "team").close("tr");
    }
    page.close("table").close("div").close("section");
  }

  private static void notes(Markup page, RunReport run) {
    if (run.notes().isEmpty()) {
      return;
    }
    page.open("section", "class", "card").leaf("h2", "Notes").open("ul");
    run.notes().forEach(note -> page.leaf("li", note));
    page.close("ul").close("section");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
