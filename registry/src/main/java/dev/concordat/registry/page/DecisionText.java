package dev.concordat.registry.page;

import dev.concordat.registry.gate.Evidence;
import dev.concordat.registry.gate.Failure;
import dev.concordat.registry.gate.GateAnswer;
import dev.concordat.registry.gate.GateText;
import dev.concordat.registry.gate.Reason;
import dev.concordat.registry.gate.Side;
import dev.concordat.report.picture.Markup;
import java.util.Locale;
import java.util.Optional;

/// A decision of the gate in its own words, with the evidence of each reason.
final class DecisionText {
  private static final int MAX_REASONS = 200;

  private final Markup page;

  DecisionText(Markup page) {
    this.page = page;
  }

  void write(GateAnswer.Decision decision) {
    String look = decision.verdict().name().toLowerCase(Locale.ROOT);
    page.open("section", "class", "card verdict " + look);
    page.leaf("h2", GateText.summary(decision));
    page.open("ul", "class", "reasons");
    decision.reasons().stream().limit(MAX_REASONS).forEach(this::reason);
    page.close("ul");
    if (decision.reasons().size() > MAX_REASONS) {
      page.leaf(
          "p",
          "%d of %d reasons are shown.".formatted(MAX_REASONS, decision.reasons().size()),
          "class",
          "more");
    }
    decision.notices().stream()
        .limit(MAX_REASONS)
        .forEach(notice -> page.leaf("p", "Note: " + GateText.sentence(notice) + "."));
    page.open("p", "class", "soft").text("Decided ");
    Cell.time(decision.at()).write(page);
    page.close("p").close("section");
  }

  private void reason(Reason reason) {
    page.open("li");
    Cell.state(state(reason)).write(page);
    page.leaf("p", GateText.sentence(reason) + ".");
    switch (reason) {
      case Reason.Broken broken -> {
        failures(broken.evidence());
        page.leaf("p", "Since " + GateText.sentence(broken.blame()) + ".", "class", "soft");
        side("Consumer", broken.pair().consumer());
        side("Provider", broken.pair().provider());
        proof(broken.evidence());
      }
      case Reason.Proved proved -> proof(proved.evidence());
      case Reason.Unproved unproved -> command(unproved.command());
      case Reason.ProviderAbsent absent -> command(absent.command());
      case Reason.VersionUnknown unknown -> command(unknown.command());
      case Reason.Exempt _ -> {}
    }
    page.close("li");
  }

  private static State state(Reason reason) {
    return switch (reason) {
      case Reason.Broken _ -> State.BROKEN;
      case Reason.Proved _ -> State.PROVED;
      case Reason.Unproved _, Reason.ProviderAbsent _, Reason.VersionUnknown _ -> State.UNKNOWN;
      case Reason.Exempt exempt -> state(exempt.reason());
    };
  }

  private void failures(Evidence evidence) {
    if (evidence.failures().isEmpty()) {
      page.leaf("p", "The verification does not tell what failed.", "class", "soft");
      return;
    }
    page.open("ul");
    for (Failure failure : evidence.failures()) {
      page.open("li").text(failure.what());
      failure.witness().ifPresent(seen -> page.leaf("pre", seen));
      page.close("li");
    }
    page.close("ul");
  }

  private void side(String role, Side side) {
    String owner = side.owner().map(team -> ", owner " + team).orElse(", nobody's");
    page.open("p", "class", "soft").text(role + ": ");
    String name = side.version().system();
    page.leaf("a", name, "href", Addresses.system(name));
    page.text(" " + side.version().version() + owner).close("p");
  }

  private void proof(Evidence evidence) {
    page.open("p", "class", "soft");
    page.text("Verification " + evidence.number() + " (" + evidence.method() + "), ");
    Cell.time(evidence.at()).write(page);
    Optional<String> build = evidence.buildUrl();
    if (build.isPresent()) {
      page.text(", ");
      Cell.foreign(build.get()).write(page);
    }
    page.close("p");
  }

  private void command(String command) {
    page.open("p", "class", "soft").text("What would prove it:").close("p");
    page.leaf("pre", command);
  }
}
