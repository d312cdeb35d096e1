package dev.concordat.registry.page;

import dev.concordat.registry.http.Answer;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.report.picture.Markup;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// One system: whose it is, its versions, its contracts with others and where it runs.
final class SystemPage {
  private static final int MAX_VERSIONS = 20;
  private static final int MAX_PAIRS = 100;
  private static final int MAX_PLACES = 50;
  private static final int MAX_PROVIDED = 20;
  private static final int MAX_OPERATIONS = 300;

  private final Handle handle;

  SystemPage(Handle handle) {
    this.handle = handle;
  }

  Answer page(String name) {
    Optional<SystemRow> found = new Systems(handle).find(name);
    return found
        .map(row -> Frame.page(200, row.name(), Addresses.MAP, page -> write(page, row)))
        .orElseGet(() -> Missing.system(handle, name));
  }

  private void write(Markup page, SystemRow system) {
    facts(page, system);
    Frame.section(page, "Deployments", section -> places(section, system));
    Frame.section(page, "Contracts it needs", section -> needs(section, system));
    Frame.section(page, "Contracts it provides", section -> provides(section, system));
    Frame.section(page, "Who uses which operation", section -> operations(section, system));
    Frame.section(page, "Versions", section -> versions(section, system));
  }

  private void facts(Markup page, SystemRow system) {
    page.open("dl");
    fact(page, "Owner", Cell.text(system.owner()));
    fact(page, "Main branch", Cell.text(system.mainBranch()));
    fact(page, "Repository", system.repositoryUrl().map(Cell::foreign).orElse(Cell.NOTHING));
    List<String> labels = new Systems(handle).labels(system.id());
    fact(page, "Labels", Cell.all(labels.stream().limit(MAX_PLACES).map(Cell::text).toList()));
    fact(page, "Known since", Cell.time(system.createdAt()));
    page.close("dl");
  }

  static void fact(Markup page, String name, Cell value) {
    page.open("div").leaf("dt", name).open("dd");
    value.write(page);
    page.close("dd").close("div");
  }

  private void places(Markup page, SystemRow system) {
    Table.write(
        page,
        "Where it runs now",
        "Nobody recorded a deployment that is still there.",
        new EnvironmentStore(handle).of(system.id(), MAX_PLACES),
        MAX_PLACES,
        List.of(
            new Table.Column<>(
                "Environment",
                it -> Cell.link(it.environment(), Addresses.environment(it.environment()))),
            new Table.Column<>("Version", it -> Cell.text(it.number())),
            new Table.Column<>("Instance", it -> Cell.text(it.target())),
            new Table.Column<>("How", it -> Cell.text(it.how())),
            new Table.Column<>("Since", it -> Cell.time(it.since()))));
  }

  private void needs(Markup page, SystemRow system) {
    Table.write(
        page,
        "Systems that it calls",
        "It published no contract with another system.",
        new PairStore(handle).needs(system.id(), MAX_PAIRS),
        MAX_PAIRS,
        PairColumns.providers());
  }

  private void provides(Markup page, SystemRow system) {
    Table.write(
        page,
        "Systems that call it",
        "No system published a contract with it.",
        new PairStore(handle).users(system.id(), MAX_PAIRS),
        MAX_PAIRS,
        PairColumns.consumers());
    Table.write(
        page,
        "What it says that it provides",
        "It published no definition of what it provides.",
        new SystemStore(handle).provided(system.id(), MAX_PROVIDED),
        MAX_PROVIDED,
        List.of(
            new Table.Column<>("Version", it -> Cell.text(it.version())),
            new Table.Column<>(
                "Kind",
                it ->
                    Cell.link(
                        it.kind(), Addresses.contract(system.name(), it.version(), it.kind()))),
            new Table.Column<>("Media type", it -> Cell.text(it.mediaType())),
            new Table.Column<>("Published", it -> Cell.time(it.at()))));
  }

  private void operations(Markup page, SystemRow system) {
    UseStore store = new UseStore(handle);
    List<OperationUsers.Need> needs = store.needs(system.id());
    List<OperationUsers.Used> used = OperationUsers.of(needs, store.offered(system.id()));
    Table.write(
        page,
        "Each operation that it offers or that a pact asks for",
        "It offers no operation that is known, and no pact asks for one.",
        used,
        MAX_OPERATIONS,
        List.of(
            new Table.Column<>("Operation", it -> Cell.code(it.name())),
            new Table.Column<>("Used by", it -> users(system, it)),
            new Table.Column<>(
                "Offered",
                it ->
                    it.isOffered()
                        .map(offered -> Cell.text(offered ? "yes" : "not by its newest contract"))
                        .orElse(Cell.NOTHING))));
    String left =
        String.join(
            ", ",
            needs.stream()
                .filter(need -> need.bytes().isEmpty())
                .map(OperationUsers.Need::consumer)
                .toList());
    if (!left.isEmpty()) {
      page.leaf("p", "Not looked into, because it is too much for a page: " + left + ".");
    }
  }

  private static Cell users(SystemRow system, OperationUsers.Used used) {
    return used.users().isEmpty()
        ? Cell.text("nobody whose pact is known")
        : Cell.all(
            used.users().entrySet().stream()
                .map(
                    user ->
                        Cell.link(
                            user.getKey() + " " + user.getValue(),
                            Addresses.pact(user.getKey(), system.name(), user.getValue())))
                .toList());
  }

  private void versions(Markup page, SystemRow system) {
    Table.write(
        page,
        "The newest versions",
        "It has no version yet.",
        new SystemStore(handle).versions(system.id(), MAX_VERSIONS),
        MAX_VERSIONS,
        List.of(
            new Table.Column<>(
                "Version",
                it -> Cell.link(it.number(), new Links("").version(system.name(), it.number()))),
            new Table.Column<>(
                "Branches", it -> Cell.all(it.branches().stream().map(Cell::text).toList())),
            new Table.Column<>("Tags", it -> Cell.all(it.tags().stream().map(Cell::text).toList())),
            new Table.Column<>("Environments", it -> Cell.all(environments(it))),
            new Table.Column<>(
                "Build", it -> it.buildUrl().map(Cell::foreign).orElse(Cell.NOTHING)),
            new Table.Column<>("Known since", it -> Cell.time(it.at()))));
  }

  private static List<Cell> environments(SystemStore.Version version) {
    return version.environments().stream()
        .map(name -> Cell.link(name, Addresses.environment(name)))
        .toList();
  }
}
