package dev.concordat.registry.page;

import dev.concordat.registry.contract.PactContent;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.publication.Provided;
import dev.concordat.report.picture.Markup;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One contract, rendered for reading, with what verifications say of it and what the version before said otherwise.
final class ContractPage {
  /// Longer ones are shown in part and compared nowhere on a page.
  private static final int MAX_TEXT = 200_000;

  private final DocumentStore.Shown shown;
  private final LocalDate today;
  private final DocumentStore.Document document;
  private final Optional<Provided> read;

  /// @param today decides of sunsets
  ContractPage(DocumentStore.Shown shown, LocalDate today) {
    this.shown = shown;
    this.today = today;
    this.document = shown.document();
    this.read = isLong(document) ? Optional.empty() : Optional.of(read(document));
  }

  Answer page() {
    String title =
        document
            .consumer()
            .map(consumer -> consumer + " → " + document.provider())
            .orElseGet(() -> document.provider() + ": " + document.kind());
    return Frame.page(200, title + ", " + document.version(), Addresses.MAP, this::write);
  }

  private void write(Markup page) {
    page.open("dl");
    document
        .consumer()
        .ifPresent(
            name -> SystemPage.fact(page, "Consumer", Cell.link(name, Addresses.system(name))));
    SystemPage.fact(
        page, "Provider", Cell.link(document.provider(), Addresses.system(document.provider())));
    SystemPage.fact(page, "Version", Cell.text(document.version()));
    SystemPage.fact(page, "Kind", Cell.text(document.kind()));
    SystemPage.fact(page, "Published", Cell.time(document.at()));
    page.close("dl");
    document
        .consumer()
        .ifPresent(
            name ->
                page.open("p")
                    .leaf(
                        "a",
                        "All versions of both sides",
                        "href",
                        Addresses.query(
                            Addresses.MATRIX, "consumer", name, "provider", document.provider()))
                    .close("p"));
    Frame.section(page, "Whom it fits", this::results);
    Frame.section(page, "What changed", this::difference);
    read.ifPresent(contract -> new ContractText(page).write(contract.contract()));
    Frame.section(page, "As published", this::text);
    Frame.section(page, "Versions", this::versions);
  }

  private void results(Markup page) {
    Table.write(
        page,
        "The newest verification of each version, broken ones first",
        "No verification speaks of it.",
        shown.results(),
        DocumentStore.MAX_RESULTS,
        List.of(
            new Table.Column<>(
                "Consumer",
                it ->
                    it.consumerVersion().isEmpty()
                        ? Cell.text(it.consumer())
                        : Cell.link(
                            it.consumer() + " " + it.consumerVersion(),
                            Addresses.pact(it.consumer(), it.provider(), it.consumerVersion()))),
            new Table.Column<>(
                "Provider", it -> Cell.text(it.provider() + " " + it.providerVersion())),
            new Table.Column<>(
                "State", it -> Cell.state(it.success() ? State.PROVED : State.BROKEN)),
            new Table.Column<>(
                "Because",
                it ->
                    Cell.text(
                        it.method().equals("comparison")
                            ? "contracts were compared"
                            : "replayed against the provider")),
            new Table.Column<>("Verified", it -> Cell.time(it.at()))));
  }

  private void difference(Markup page) {
    if (shown.before().isEmpty()) {
      page.leaf("p", "No older version says something else.", "class", "soft");
      return;
    }
    DocumentStore.Document before = shown.before().get();
    page.open("p").text("Since ");
    page.leaf("a", "version " + before.version(), "href", address(before.version())).text(":");
    page.close("p");
    if (read.isEmpty() || isLong(before)) {
      page.leaf("p", "They are too long to be compared on a page.", "class", "more");
      return;
    }
    DifferenceText difference = new DifferenceText(page, today);
    difference.write(read(before), read.get());
    Optional<PactContent> young = pact(document);
    pact(before).ifPresent(old -> young.ifPresent(it -> difference.written(old, it)));
  }

  private static Optional<PactContent> pact(DocumentStore.Document document) {
    return document.kind().equals("pact") ? PactContent.read(document.bytes()) : Optional.empty();
  }

  private void text(Markup page) {
    String text = new String(document.bytes().toArray(), StandardCharsets.UTF_8);
    page.open(
        "div", "class", "scroll", "role", "region", "aria-label", "As published", "tabindex", "0");
    page.leaf("pre", text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT)).close("div");
    if (text.length() > MAX_TEXT) {
      page.leaf(
          "p",
          "The first %d of %d characters.".formatted(MAX_TEXT, text.length()),
          "class",
          "more");
    }
  }

  private void versions(Markup page) {
    Table.write(
        page,
        "Versions that published one, the newest first",
        "There is none.",
        shown.others(),
        DocumentStore.MAX_VERSIONS,
        List.of(
            new Table.Column<>("Version", it -> Cell.link(it.version(), address(it.version()))),
            new Table.Column<>(
                "Says", it -> Cell.text(it.isSame() ? "the same" : "something else")),
            new Table.Column<>("Published", it -> Cell.time(it.at()))));
  }

  private String address(String version) {
    return document
        .consumer()
        .map(consumer -> Addresses.pact(consumer, document.provider(), version))
        .orElseGet(() -> Addresses.contract(document.provider(), version, document.kind()));
  }

  private static boolean isLong(DocumentStore.Document document) {
    return document.bytes().toArray().length > MAX_TEXT;
  }

  private static Provided read(DocumentStore.Document document) {
    return Provided.read(Provided.fileName(document.kind()), document.bytes());
  }
}
