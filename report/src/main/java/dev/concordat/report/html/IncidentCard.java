package dev.concordat.report.html;

import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.Incident;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.run.CaseResult;
import dev.concordat.model.run.RunReport;
import dev.concordat.report.picture.Markup;
import dev.concordat.report.picture.SequencePicture;
import dev.concordat.report.terminal.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One incident: whose it is, what was sent, received and promised, what happened around it, how to replay it.
final class IncidentCard {
  private static final int SYMPTOMS_SHOWN = 8;
  private static final int PICTURES_OPEN = 3;

  private final Markup page;
  private final RunReport run;
  private final SequencePicture sequence;

  IncidentCard(Markup page, RunReport run) {
    this.page = page;
    this.run = run;
    this.sequence = new SequencePicture(run.links());
  }

  void write(Incident incident) {
    Finding main = incident.main();
    List<Exchange> exchanges = run.evidence().getOrDefault(main.caseId(), List.of());
    page.open(
        "section",
        "class",
        "card incident",
        "id",
        incident.id(),
        "data-owner",
        incident.owner().team());
    headline(incident);
    page.open("p", "class", "message");
    if (!main.pointer().isEmpty()) {
      page.leaf("code", main.pointer()).text(" ");
    }
    page.text(main.message()).close("p");
    page.open("div", "class", "panels");
    new MessagePanel(page).write(main, exchanges);
    contract(main);
    page.close("div");
    String picture = sequence.of(incident, exchanges);
    if (!picture.isEmpty()) {
      page.open("details", isFirst(incident) ? new String[] {"open", ""} : new String[0])
          .leaf("summary", "What happened")
          .open("div", "class", "scroll");
      page.raw(picture).close("div").close("details");
    }
    rule(main);
    footer(incident);
    page.close("section");
  }

  /// The first few stand open; thirty open pictures are a wall.
  private boolean isFirst(Incident incident) {
    return run.incidents().indexOf(incident) < PICTURES_OPEN;
  }

  private void headline(Incident incident) {
    Finding main = incident.main();
    page.open("div", "class", "headline");
    page.open("h3").leaf("a", main.rule().title(), "href", "#" + incident.id()).close("h3");
    page.open("p", "class", "where");
    page.leaf("code", main.rule().id(), "class", "rule");
    page.leaf(
        "span",
        main.link().filter(link -> !link.isOurs()).map(LinkName::toString).orElse(main.system()));
    page.leaf("span", main.operation(), "class", "operation");
    page.close("p");
    page.open("p", "class", "owner").leaf("b", incident.owner().team());
    page.leaf("span", " " + main.side().words() + " " + main.system()).close("p");
    page.close("div");
  }

  private void contract(Finding main) {
    Optional<Sentence> sentence = main.sentence();
    Optional<Comparison> comparison = main.comparison();
    if (sentence.isEmpty() && comparison.isEmpty()) {
      return;
    }
    page.open("div", "class", "panel contract").leaf("h4", "Promised");
    sentence.ifPresent(
        s -> {
          page.leaf("p", s.place().shortForm(), "class", "file");
          page.leaf("pre", s.text().strip());
        });
    comparison.ifPresent(
        c -> {
          page.open("dl");
          page.leaf("dt", "expected").leaf("dd", c.expected(), "class", "expected");
          page.leaf("dt", "seen").leaf("dd", c.actual(), "class", "actual");
          page.close("dl");
        });
    page.close("div");
  }

  private void rule(Finding main) {
    page.open("details").leaf("summary", "What this means, and how to fix it");
    page.leaf("p", main.rule().meaning());
    page.leaf("p", main.rule().fix());
    page.close("details");
  }

  private void footer(Incident incident) {
    page.open("footer");
    page.open("p").leaf("b", "Why " + incident.owner().team() + ": ");
    page.text(incident.main().why() + " (" + incident.owner().reason() + ")").close("p");
    page.open("p")
        .leaf("b", "Seen ")
        .text("in " + Words.count(incident.cases(), "case") + ", first ");
    String first =
        run.caseResult(incident.main().caseId())
            .map(IncidentCard::nameAndReason)
            .orElse(incident.main().caseId());
    page.text(first).close("p");
    symptoms(incident);
    page.open("p", "class", "replay").leaf("code", "concordat replay " + incident.id());
    page.leaf("button", "copy", "type", "button", "class", "copy").close("p");
    page.close("footer");
  }

  private static String nameAndReason(CaseResult result) {
    return result.name().contains(result.reason())
        ? result.name()
        : result.name() + " – " + result.reason();
  }

  private void symptoms(Incident incident) {
    Set<String> texts = new LinkedHashSet<>();
    incident
        .symptoms()
        .forEach(s -> texts.add(s.rule().id() + " at " + s.operation() + " (" + s.system() + ")"));
    if (texts.isEmpty()) {
      return;
    }
    page.open("p").leaf("b", "Led to: ");
    page.text(String.join(", ", texts.stream().limit(SYMPTOMS_SHOWN).toList()));
    page.text(
        texts.size() > SYMPTOMS_SHOWN ? " and " + (texts.size() - SYMPTOMS_SHOWN) + " more" : "");
    page.close("p");
  }
}
