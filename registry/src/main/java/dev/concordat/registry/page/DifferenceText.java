package dev.concordat.registry.page;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.registry.contract.ContentDifference;
import dev.concordat.registry.contract.PactContent;
import dev.concordat.registry.publication.Provided;
import dev.concordat.report.comparison.WitnessText;
import dev.concordat.report.picture.Markup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// What a version says otherwise than the one before, worst first, with witnesses. Of a pact the interactions are named that
/// came and went, and what is written otherwise is shown line by line.
final class DifferenceText {
  private static final int MAX_SHOWN = 100;

  /// One at a time: a comparison takes a processor, and others wait for theirs.
  private static final ReentrantLock COMPARING = new ReentrantLock();

  private final Markup page;
  private final LocalDate today;

  /// @param today decides of sunsets
  DifferenceText(Markup page, LocalDate today) {
    this.page = page;
    this.today = today;
  }

  void write(Provided before, Provided after) {
    if (before.contract() instanceof PactContract old
        && after.contract() instanceof PactContract young) {
      interactions(old, young);
      return;
    }
    Optional<String> error = before.error().or(after::error);
    if (error.isPresent()) {
      page.leaf("p", "They cannot be compared: " + error.get(), "class", "more");
      return;
    }
    compared(before, after)
        .ifPresentOrElse(
            this::differences,
            () -> page.leaf("p", "There is no comparison for these two.", "class", "more"));
  }

  private Optional<ContractComparison> compared(Provided before, Provided after) {
    COMPARING.lock();
    try {
      return Comparer.withoutNamesOfTools(Policies.defaults(today))
          .diff(before.contract(), after.contract());
    } finally {
      COMPARING.unlock();
    }
  }

  private void differences(ContractComparison comparison) {
    List<Difference> all = comparison.differences();
    if (all.isEmpty()) {
      page.leaf("p", "Nothing of what they mean.", "class", "soft");
      return;
    }
    page.open("ul", "class", "reasons");
    for (Difference difference : all.subList(0, Math.min(MAX_SHOWN, all.size()))) {
      difference(difference);
    }
    page.close("ul");
    if (all.size() > MAX_SHOWN) {
      page.leaf("p", "The first %d of %d.".formatted(MAX_SHOWN, all.size()), "class", "more");
    }
  }

  private void difference(Difference difference) {
    String look =
        switch (difference.impact()) {
          case BREAKS -> "broken";
          case SAFE -> "proved";
          case UNKNOWN, MISREAD, RISKY, MEANING, CLIENT_CODE, POLICY -> "unknown";
        };
    page.open("li").leaf("span", difference.impact().word(), "class", "state " + look);
    page.leaf("p", difference.message());
    page.leaf("p", difference.position().text() + " " + difference.pointer(), "class", "soft");
    if (difference.evidence() instanceof Evidence.Witnessed(var witness)) {
      page.leaf(
          "pre",
          String.join("\n", WitnessText.lines(witness.message())) + "\n" + witness.refusal());
    }
    page.close("li");
  }

  private void interactions(PactContract before, PactContract after) {
    List<String> old = before.interactions().stream().map(it -> it.description()).toList();
    List<String> young = after.interactions().stream().map(it -> it.description()).toList();
    List<String> gone = new ArrayList<>(old);
    gone.removeAll(young);
    List<String> come = new ArrayList<>(young);
    come.removeAll(old);
    page.open("ul");
    named("New", come);
    named("Gone", gone);
    page.close("ul");
  }

  /// What is written otherwise in two pacts.
  void written(PactContent before, PactContent after) {
    String lines = ContentDifference.of(before.document(), after.document());
    page.leaf("pre", lines.isEmpty() ? "Nothing but its layout." : lines);
  }

  private void named(String word, List<String> descriptions) {
    descriptions.stream()
        .limit(MAX_SHOWN)
        .forEach(description -> page.leaf("li", word + ": " + description));
    if (descriptions.size() > MAX_SHOWN) {
      page.leaf("li", "and %d more".formatted(descriptions.size() - MAX_SHOWN));
    }
  }
}
